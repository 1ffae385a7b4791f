import type { Graph } from "../core/graph.ts";
import { Bag, type Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, holds, type Truth } from "../core/truth.ts";
import { parseYaml } from "../core/yaml.ts";
import { namespaceOf } from "./namespace.ts";
import { type Labels, labelsIn, selects } from "./selector.ts";

export const NAMESPACE = "kubernetes:core/v1:Namespace";
export const PEER_AUTHENTICATION = "kubernetes:security.istio.io/v1:PeerAuthentication";
export const DESTINATION_RULE = "kubernetes:networking.istio.io/v1:DestinationRule";
export const VIRTUAL_SERVICE = "kubernetes:networking.istio.io/v1:VirtualService";
export const ISTIO_GATEWAY = "kubernetes:networking.istio.io/v1:Gateway";
export const AUTHORIZATION_POLICY = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const ROOT_BY_DEFAULT = "istio-system";
const ITS_NAME = "kubernetes.io/metadata.name";

/** Where the settings of a mesh stand, by the type that holds them; nothing in one that holds others. */
export const MESH_CONFIGS: Readonly<Record<string, (holder: Resource) => Bag | undefined>> = {
  "kubernetes:core/v1:ConfigMap": (map) =>
    mayBe(map.text("metadata.name"), /^istio(-(?!ca-root-cert|sidecar-injector)[\w-]+)?$/, map.read("data.mesh"))
      ? yaml(map, "data.mesh")
      : undefined,
  "kubernetes:helm.sh/v3:Release": (release) => istiodValue(release, "meshConfig"),
  "kubernetes:install.istio.io/v1alpha1:IstioOperator": (operator) => operator.bag("spec.meshConfig"),
  "kubernetes:sailoperator.io/v1:Istio": (istio) => istio.bag("spec.values.meshConfig"),
};

/** A part of the values of a release, if it is of the control plane. */
export function istiodValue(release: Resource, part: string): Bag | undefined {
  const value = release.bag(`values.${part}`);
  return mayBe(release.text("chart"), /(^|\/)istiod$/, value.self()) ? value : undefined;
}

// a name that is not known yet leaves what stands there to speak for itself
function mayBe(name: Read<string>, pattern: RegExp, content: Read): boolean {
  return name.state === "unknown" ? content.state !== "absent" : is(name, pattern);
}

/** The mesh of one cluster, as far as this stack declares it. */
export interface Mesh {
  /** Whether the stack shows that there is one. */
  readonly declared: Truth;
  readonly rootNamespace: Read<string>;
  readonly config: Bag;
}

/** The mesh that an object's cluster has. */
export function meshOf({ providerUrn: cluster }: Pick<Resource, "providerUrn">, graph: Graph): Mesh {
  const here = (type: string) => graph.ofType(type).filter(({ providerUrn }) => providerUrn === cluster);
  const configs = Object.entries(MESH_CONFIGS).flatMap(([type, config]) =>
    here(type).flatMap((one) => config(one) ?? []),
  );
  const config = configs[0] ?? new Bag({});
  const rootNamespace = rootOf(config);
  const policies = here(PEER_AUTHENTICATION).length + here(AUTHORIZATION_POLICY).length;
  const roots = here(NAMESPACE).map((one) => holds(one.text("metadata.name"), (name) => name === ROOT_BY_DEFAULT));
  return { declared: anyOf([configs.length > 0 || policies > 0, ...roots]), rootNamespace, config };
}

export function rootOf(config: Bag): Read<string> {
  const said = config.text("rootNamespace");
  return said.state === "absent" ? { ...said, state: "known", value: ROOT_BY_DEFAULT } : said;
}

/** Whether a namespace's pods are in the mesh, by sidecar or ambient. */
export function inMesh(namespace: Resource): Truth {
  const label = labelsIn(namespace.bag("metadata.labels"));
  const injected = label("istio-injection");
  if (injected.state === "known") return injected.value === "enabled";
  return anyOf([
    injected.state === "unknown" ? injected : false,
    holds(label("istio.io/dataplane-mode"), (mode) => mode === "ambient"),
    holds(label("istio.io/rev"), (revision) => revision !== ""),
  ]);
}

/** Whether the control plane sees the root namespace: a policy there is nothing where it does not. */
export function seesRoot(
  { config, rootNamespace }: Pick<Mesh, "config" | "rootNamespace">,
  near: Resource,
  graph: Graph,
): Truth {
  const selectors = config.list("discoverySelectors");
  if (selectors.state !== "known") return selectors.state === "unknown" ? selectors : true;
  if (selectors.value.length === 0) return true;
  if (rootNamespace.state !== "known") return rootNamespace.state === "unknown" ? rootNamespace : true;
  const root = graph
    .ofType(NAMESPACE)
    .find((one) => one.providerUrn === near.providerUrn && is(one.text("metadata.name"), exactly(rootNamespace.value)));
  const own = root && labelsIn(root.bag("metadata.labels"));
  const labels: Labels = (name) => {
    if (name === ITS_NAME) return rootNamespace;
    return (
      own?.(name) ?? {
        state: "unknown",
        path: selectors.path,
        reason: "asks for labels of a namespace that is not seen here",
      }
    );
  };
  return anyOf(selectors.value.map((selector) => selects(selector, labels)));
}

/** Whether an object stands in the root namespace of its mesh. */
export function inRoot(object: Resource, { rootNamespace }: Mesh): Truth {
  if (rootNamespace.state !== "known") return rootNamespace.state === "unknown" ? rootNamespace : false;
  return holds(namespaceOf(object), (name) => name === rootNamespace.value);
}

function yaml(holder: Resource, path: string): Bag {
  const text = holder.text(path);
  if (text.state !== "known") return holder.bag(path);
  try {
    return new Bag(parseYaml(text.value), path);
  } catch {
    return new Bag({}, path);
  }
}

function is(read: Read<string>, pattern: RegExp): boolean {
  return read.state === "known" && pattern.test(read.value);
}

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replace(/[^\w-]/g, "\\$&")}$`);
}
