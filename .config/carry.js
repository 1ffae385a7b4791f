// what kinds of other projects may say: schemas taken from packages that carry them, and the types made of these
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "json-schema-to-typescript";
import { interfaceSchemas } from "./interface-schema.js"; // oxlint-disable-line import/extensions -- plain JavaScript has no other name

const HOME = "components/objects/carried";
const WRITTEN = "components/objects/written";
/** Which kinds of which project, by group and version; the package is the one named after the project. */
const PROJECTS = {
  "argo-cd": { "argoproj.io/v1alpha1": ["AppProject", "Application", "ApplicationSet"] },
  "argo-rollouts": {
    "argoproj.io/v1alpha1": ["AnalysisRun", "AnalysisTemplate", "ClusterAnalysisTemplate", "Experiment", "Rollout"],
  },
  "cert-manager": {
    "cert-manager.io/v1": ["Certificate", "CertificateRequest", "ClusterIssuer", "Issuer"],
    "trust.cert-manager.io/v1alpha1": ["Bundle"],
  },
  "external-secrets": {
    "external-secrets.io/v1": ["ClusterExternalSecret", "ClusterSecretStore", "ExternalSecret", "SecretStore"],
    "external-secrets.io/v1alpha1": ["ClusterPushSecret", "PushSecret"],
  },
  "gateway-api": {
    "gateway.networking.k8s.io/v1": [
      "BackendTLSPolicy",
      "GRPCRoute",
      "Gateway",
      "GatewayClass",
      "HTTPRoute",
      "ListenerSet",
      "ReferenceGrant",
      "TLSRoute",
    ],
    "gateway.networking.k8s.io/v1beta1": ["ReferenceGrant"],
  },
  istio: {
    "extensions.istio.io/v1alpha1": ["WasmPlugin"],
    "networking.istio.io/v1": [
      "DestinationRule",
      "Gateway",
      "ServiceEntry",
      "Sidecar",
      "VirtualService",
      "WorkloadEntry",
      "WorkloadGroup",
    ],
    "networking.istio.io/v1alpha3": ["EnvoyFilter"],
    "networking.istio.io/v1beta1": ["ProxyConfig"],
    "security.istio.io/v1": ["AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"],
    "telemetry.istio.io/v1": ["Telemetry"],
  },
  karpenter: {
    "karpenter.k8s.aws/v1": ["EC2NodeClass"],
    "karpenter.sh/v1": ["NodeClaim", "NodePool"],
  },
  keda: {
    "keda.sh/v1alpha1": ["ClusterTriggerAuthentication", "ScaledJob", "ScaledObject", "TriggerAuthentication"],
  },
  "prometheus-operator": {
    "monitoring.coreos.com/v1": [
      "Alertmanager",
      "PodMonitor",
      "Probe",
      "Prometheus",
      "PrometheusRule",
      "ServiceMonitor",
    ],
    "monitoring.coreos.com/v1alpha1": ["AlertmanagerConfig", "PrometheusAgent", "ScrapeConfig"],
  },
};
/** Fields that the package has and the project's standard channel has not: an API server would drop them. */
const EXPERIMENTAL = {
  "gateway-api": ["defaultScope", "externalAuth", "retry", "sessionPersistence", "useDefaultGateways"],
};

const packageOf = (project) => `@kubernetes-models/${project}`;
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const json = (value) => `${JSON.stringify(value)}\n`;
const read = (file) => readFileSync(file, "utf8");
const inHome = (...path) => join(HOME, ...path);

/** The table of what is carried. */
const carried = () => JSON.parse(read(inHome("index.json")));

/** The types of what is carried: content by file. */
export async function carriedTypes() {
  const files = new Map();
  for (const { project, sha256: expected } of carried()) {
    const schema = read(inHome(project, "schema.json"));
    if (sha256(schema) !== expected) throw new Error(`${project}: the carried schema is not the one of the table`);
    files.set(inHome(project, "types.ts"), await types(project, JSON.parse(schema)));
  }
  return files;
}

/** The schemas of the interfaces written here: content by file. */
export function writtenSchemas() {
  const projects = globSync(`${WRITTEN}/*.ts`).map((file) => basename(file, ".ts"));
  return new Map(
    projects.filter(declaresKinds).map((project) => {
      const { propertySchemas, $defs } = interfaceSchemas("node_modules");
      const kinds = propertySchemas(join(WRITTEN, `${project}.ts`), kindsOf(project));
      return [join(WRITTEN, `${project}.json`), json(projectSchema(kinds, $defs))];
    }),
  );
}

const declaresKinds = (project) => read(join(WRITTEN, `${project}.ts`)).includes(`interface ${kindsOf(project)} {`);

/** Where what is carried is from, for the README. */
export function carriedRows() {
  return carried().map(({ project, package: name, version, licence, kinds, sha256: hash }) => [
    project,
    `\`${name}\` ${version}`,
    licence,
    String(kinds),
    `\`${hash.slice(0, 16)}…\``,
  ]);
}

/** Which kinds there are, for the README. */
export function kindRows() {
  const schemas = globSync([`${HOME}/*/schema.json`, `${WRITTEN}/*.json`]).map((file) => JSON.parse(read(file)));
  const byGroup = Object.groupBy(schemas.flatMap(({ properties }) => Object.keys(properties)).sort(), (kind) =>
    kind.slice(0, kind.lastIndexOf("/")),
  );
  return Object.entries(byGroup).map(([group, kinds]) => [
    `\`${group}\``,
    kinds.map((kind) => kind.slice(group.length + 1)).join(", "),
  ]);
}

const kindsOf = (project) => `${project.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}Kinds`;
const projectSchema = (properties, $defs) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  $defs,
});

function types(project, schema) {
  const name = kindsOf(project);
  return compile({ ...schema, title: name }, name, {
    additionalProperties: true, // what is closed says so itself
    bannerComment: `// made of schema.json by .config/carry.js: ${packageOf(project)} says where it is from`,
    printWidth: 120,
    unreachableDefinitions: false,
  });
}

/** Takes the kinds from installed packages anew; `modules` is the folder that npm filled. */
async function carry(modules) {
  const lock = JSON.parse(read(join(modules, ".package-lock.json"))).packages;
  rmSync(HOME, { recursive: true, force: true });
  const index = Object.entries(PROJECTS).map(([project, groups]) => {
    const name = packageOf(project);
    const { kindSchema, $defs } = interfaceSchemas(modules, EXPERIMENTAL[project]);
    const kinds = Object.entries(groups).flatMap(([group, names]) =>
      names.map((kind) => [`${group}/${kind}`, kindSchema(join(modules, name, group, `${kind}.d.ts`), `I${kind}`)]),
    );
    const schema = json(projectSchema(Object.fromEntries(kinds), $defs));
    mkdirSync(inHome(project), { recursive: true });
    writeFileSync(inHome(project, "schema.json"), schema);
    const { version, license, integrity } = lock[`node_modules/${name}`];
    return {
      project,
      package: name,
      version,
      licence: license,
      integrity,
      kinds: kinds.length,
      sha256: sha256(schema),
    };
  });
  writeFileSync(inHome("index.json"), `${JSON.stringify(index, null, 2)}\n`);
  writeFileSync(inHome("LICENSE"), read(join(modules, packageOf("istio"), "LICENSE")));
  for (const [file, content] of await carriedTypes()) writeFileSync(file, content);
  for (const [file, content] of writtenSchemas()) writeFileSync(file, content); // they read these types
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const modules = process.argv[2] ?? "";
  if (!existsSync(modules)) throw new Error("usage: carry.js <node_modules with the packages>");
  await carry(modules);
}
