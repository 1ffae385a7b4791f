import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { block, inNamespace, tcp } from "../../core/traffic.ts";
import type { Allowed } from "../allowed.ts";
import { GATEWAY_PORT } from "../check.ts";
import { GATEWAY_LABELS, ROOT_NAMESPACE } from "../plan.ts";
import { collectorNamespace } from "../settings.ts";
import { options, type Said } from "./said.ts";

const DISCOVERY_PORT = 15_012;

/** What every pod of the mesh must reach where namespaces are closed: its control plane, and the gateways of other clusters. */
export function wayOfMesh(said: Said, namespace: string) {
  const gateways = said.plan.members
    .filter(({ cluster }) => cluster !== said.scope.cluster)
    .flatMap(({ addresses }) => addresses.map((address) => block(`${address}/32`)));
  const { telemetry } = said.plan.settings;
  const collector = collectorNamespace(said.plan.settings);
  const egress = [
    { to: [inNamespace(ROOT_NAMESPACE, { app: "istiod" })], ports: tcp(DISCOVERY_PORT) },
    ...(telemetry && collector !== undefined ? [{ to: [inNamespace(collector)], ports: tcp(telemetry.port) }] : []),
    ...(gateways.length > 0 ? [{ to: gateways, ports: tcp(GATEWAY_PORT) }] : []),
  ];
  const spec = { podSelector: {}, policyTypes: ["Egress"], egress };
  return new NetworkPolicy(
    ...said.scope.child(
      "way",
      { metadata: { name: "mesh", namespace }, spec },
      { ...options(said), of: `mesh-${said.name}` },
    ),
  );
}

/** The same right on the network: to the called from the callers' namespaces and from the gateway, and out of these. */
export function waysOf(said: Said, { from, to, ports }: Allowed) {
  const callers = [...new Set(from.map(({ namespace }) => namespace))];
  const selected = { podSelector: to.labels ? { matchLabels: { ...to.labels } } : {} };
  const open = ports ? { ports: tcp(...ports) } : {};
  const gateway = said.plan.members.length > 1 ? [inNamespace(ROOT_NAMESPACE, GATEWAY_LABELS)] : [];
  const way = (name: string, namespace: string, spec: object) =>
    new NetworkPolicy(
      ...said.scope.child(
        "way",
        { metadata: { name: `${name}-${said.name}`, namespace }, spec: { podSelector: {}, ...spec } },
        { ...options(said), of: `${name}-${said.name}-${namespace}` },
      ),
    );
  return [
    way("allow", to.namespace, {
      ...selected,
      policyTypes: ["Ingress"],
      ingress: [{ from: [...callers.map((namespace) => inNamespace(namespace)), ...gateway], ...open }],
    }),
    ...callers
      .filter((namespace) => namespace !== to.namespace)
      .map((namespace) =>
        way("call", namespace, {
          policyTypes: ["Egress"],
          egress: [{ to: [inNamespace(to.namespace, to.labels)], ...open }],
        }),
      ),
  ];
}
