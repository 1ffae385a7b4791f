import { Scalar } from "yaml";
import { istioYaml } from "./mesh-config.ts";
import type { Member } from "./plan.ts";
import {
  image,
  METRICS_PORT,
  PROXY_MOUNTS,
  PROXY_RESOURCES,
  PROXY_USER,
  PROXY_VOLUMES,
  proxyArguments,
  proxyEnvironment,
  READY,
  RESTRICTED,
  STARTED,
} from "./proxy.ts";
import type { MeshSettings } from "./settings.ts";

// expressions of Go's templates, which istiod fills in for each pod; quoted with ` so that YAML may quote with "
const label = (...names: readonly string[]) => names.map((name) => `(index .ObjectMeta.Labels \`${name}\`)`);
const annotation = (name: string, otherwise: string) => `{{ annotation .ObjectMeta \`${name}\` \`${otherwise}\` }}`;
const CANONICAL_NAME = label("service.istio.io/canonical-name", "app.kubernetes.io/name", "app").join(" ");
const CANONICAL_REVISION = label("service.istio.io/canonical-revision", "app.kubernetes.io/version", "version").join(
  " ",
);
const OUTBOUND_PORTS = "traffic.sidecar.istio.io/excludeOutboundPorts";
const INBOUND_PORTS = "traffic.sidecar.istio.io/excludeInboundPorts";
// probes and metrics, which kubelet and Prometheus ask for without a certificate
const OWN_PORTS = "15090,15021";
const EXCLUDED_PORTS = `{{ excludeInboundPort \`15020\` (annotation .ObjectMeta \`${INBOUND_PORTS}\` \`\`) }}`;

const PORTS =
  "[{{ $first := true }}{{ range $c := .Spec.Containers }}{{ range $p := $c.Ports }}" +
  "{{ if $first }}{{ $first = false }}{{ else }},{{ end }}{{ structToJSON $p }}{{ end }}{{ end }}]";

/** Out through 15001, in through 15006, and never what the proxy itself sends. */
const REDIRECTION = {
  "-p": "15001",
  "-z": "15006",
  "-u": String(PROXY_USER),
  "-m": "REDIRECT",
  "-i": "*",
  "-x": "",
  "-b": "*",
  "-d": `${OWN_PORTS},${EXCLUDED_PORTS}`,
  "-o": annotation(OUTBOUND_PORTS, ""),
};
/** Text that may hold quotes once istiod has filled it in. */
function literal(value: string): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

/** Who leads a pod's traffic to its proxy: the node's agent did, and this only looks; or this does, as root. */
function redirection({ interception }: MeshSettings) {
  const byNode = interception === "node";
  return {
    name: byNode ? "istio-validation" : "istio-init",
    args: [
      "istio-iptables",
      ...Object.entries(REDIRECTION).flat(),
      "--log_output_level=default:info",
      "--log_as_json",
      ...(byNode ? ["--run-validation", "--skip-rule-apply"] : []),
    ],
    env: [{ name: "ISTIO_META_DNS_CAPTURE", value: "true" }],
    resources: PROXY_RESOURCES,
    securityContext: byNode
      ? { ...RESTRICTED, runAsUser: PROXY_USER, runAsGroup: PROXY_USER }
      : {
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: false,
          runAsNonRoot: false,
          runAsUser: 0,
          runAsGroup: 0,
          capabilities: { add: ["NET_ADMIN", "NET_RAW"], drop: ["ALL"] },
          seccompProfile: { type: "RuntimeDefault" },
        },
  };
}

/** What istiod adds to a pod: the proxy as a native sidecar, which starts before the containers and ends after them. */
export function sidecarTemplate(member: Member, settings: MeshSettings) {
  const proxy = image(settings, "proxyv2");
  return {
    metadata: {
      labels: {
        "security.istio.io/tlsMode": "istio",
        "service.istio.io/canonical-name": `{{ or ${CANONICAL_NAME} .DeploymentMeta.Name \`none\` }}`,
        "service.istio.io/canonical-revision": `{{ or ${CANONICAL_REVISION} \`latest\` }}`,
      },
      annotations: {
        "istio.io/rev": "default",
        ...(settings.interception === "node" && {
          "sidecar.istio.io/interceptionMode": "REDIRECT",
          "traffic.sidecar.istio.io/includeOutboundIPRanges": "*",
          "traffic.sidecar.istio.io/includeInboundPorts": "*",
          [INBOUND_PORTS]: EXCLUDED_PORTS,
          [OUTBOUND_PORTS]: annotation(OUTBOUND_PORTS, ""),
        }),
      },
    },
    spec: {
      initContainers: [
        { ...redirection(settings), image: proxy },
        {
          name: "istio-proxy",
          image: proxy,
          restartPolicy: "Always",
          args: proxyArguments("sidecar"),
          ports: [METRICS_PORT],
          env: [
            ...proxyEnvironment(member, settings),
            { name: "ISTIO_META_INTERCEPTION_MODE", value: "REDIRECT" },
            { name: "ISTIO_META_WORKLOAD_NAME", value: "{{ .DeploymentMeta.Name }}" },
            { name: "ISTIO_META_DNS_CAPTURE", value: "true" },
            { name: "ISTIO_META_POD_PORTS", value: literal(PORTS) },
            { name: "PROXY_CONFIG", value: literal("{{ protoToJSON .ProxyConfig }}") },
            {
              name: "ISTIO_META_APP_CONTAINERS",
              value: "{{ range $i, $c := .Spec.Containers }}{{ if $i }},{{ end }}{{ $c.Name }}{{ end }}",
            },
          ],
          lifecycle: {
            preStop: { exec: { command: ["pilot-agent", "request", "--debug-port=15020", "POST", "drain"] } },
          },
          startupProbe: STARTED,
          readinessProbe: READY,
          resources: PROXY_RESOURCES,
          securityContext: { ...RESTRICTED, runAsUser: PROXY_USER, runAsGroup: PROXY_USER },
          volumeMounts: PROXY_MOUNTS,
        },
      ],
      volumes: PROXY_VOLUMES,
    },
  };
}

/** What the injector is told: the template, and what istiod itself reads beside it. */
export function injectorTexts(
  member: Member,
  settings: MeshSettings,
): { readonly config: string; readonly values: string } {
  const { images, version } = settings;
  return {
    config: istioYaml({
      policy: "enabled",
      defaultTemplates: ["sidecar"],
      alwaysInjectSelector: [],
      neverInjectSelector: [],
      injectedAnnotations: {},
      templates: {
        sidecar: istioYaml(sidecarTemplate(member, settings)),
      },
    }),
    values: JSON.stringify({
      global: {
        hub: images,
        tag: version,
        variant: "distroless",
        meshID: settings.trustDomain,
        network: member.network,
        multiCluster: { clusterName: member.name },
        proxy: { image: "proxyv2", statusPort: 15_020, clusterDomain: "cluster.local" },
        proxy_init: { image: "proxyv2" },
      },
      sidecarInjectorWebhook: { rewriteAppHTTPProbe: true },
      revision: "",
    }),
  };
}
