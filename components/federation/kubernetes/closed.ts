import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { ChildOptions } from "../../core/children.ts";
import type { HubScope } from "../native.ts";

/** What a namespace is made for. */
interface Purpose {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** How many pods may run there; where none does, only what is written there matters. @default 0 */
  readonly pods?: number;
}

/** A namespace that is closed to the network, for secrets and accounts of a service and at most a few pods. */
export function closedNamespace(
  { child }: HubScope,
  key: "hub" | "member" | "work",
  { name, labels, pods = 0 }: Purpose,
  opts: ChildOptions,
) {
  const namespace = new Namespace(
    ...child(
      `${key}Namespace`,
      { metadata: { name, labels: { ...labels, "pod-security.kubernetes.io/enforce": "restricted" } } },
      { ...opts, invariants: ["metadata.labels"] },
    ),
  );
  const { of } = opts;
  const within = { ...(of !== undefined && { of }), dependsOn: [namespace] };
  const metadata = { name: "closed", namespace: name };
  const policy = new NetworkPolicy(
    ...child(
      `${key}Traffic`,
      { metadata, spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
      { ...within, invariants: ["spec"] },
    ),
  );
  const room = { "requests.cpu": `${pods}`, "requests.memory": `${pods}Gi`, "limits.memory": `${pods}Gi` };
  const quota = new ResourceQuota(
    ...child(`${key}Quota`, { metadata, spec: { hard: { pods: `${pods}`, ...room } } }, within),
  );
  return { namespace, parts: [namespace, policy, quota] };
}
