import { Provider } from "@pulumi/kubernetes/provider.js";
import { type ComponentResource, type Input, jsonStringify, type Output, type Resource, secret } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { ROLLOUTS } from "../interpreter.ts";
import type { HubScope } from "../native.ts";
import { type FederationPlan, ON_HUB } from "../plan.ts";
import type { Pair } from "../trust.ts";
import { closedNamespace } from "./closed.ts";

/** How somebody is known to the hub. */
interface Access {
  readonly server: string;
  readonly authority: Input<string>;
  readonly by: Pair;
}

/** A kubeconfig of the hub as JSON, a secret: the certificate is who one is. */
export function hubKubeconfig({ server, authority, by }: Access): Output<string> {
  const name = "federation";
  const user = { "client-certificate-data": base64(by.certificate), "client-key-data": base64(by.key) };
  return secret(
    jsonStringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": name,
      clusters: [{ name, cluster: { server, "certificate-authority-data": base64(authority) } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      users: [{ name, user }],
    }),
  );
}

/** The provider of the hub: known before the hub is there, since address and certificates are ours. */
export function hubProvider(name: string, parent: ComponentResource, access: Access, ready: readonly Resource[]) {
  return new Provider(
    `${name}-hub`,
    {
      kubeconfig: hubKubeconfig(access),
      clusterIdentifier: `karmada/${name}`,
      enableServerSideApply: true,
      skipUpdateUnreachable: true,
      kubeClientSettings: { qps: 50, burst: 120, timeout: 30 },
    },
    { parent, dependsOn: [...ready] },
  );
}

/** What holds for the whole federation. */
export function hub(scope: HubScope, { failover }: FederationPlan): readonly Resource[] {
  const { child } = scope;
  const { parts } = closedNamespace(
    scope,
    "hub",
    // Karmada makes a namespace on every member, unless told not to
    { name: ON_HUB, labels: { "namespace.karmada.io/skip-auto-propagation": "true" } },
    { lasting: true },
  );
  const rollouts = custom(
    "config.karmada.io/v1alpha1/ResourceInterpreterCustomization",
    ...child("rollouts", { metadata: { name: "argo-rollouts" }, spec: ROLLOUTS }),
  );
  // without it a cluster that does not answer gets no new pods, and keeps those that it has
  const unreachable = failover.evict
    ? [
        custom(
          "policy.karmada.io/v1alpha1/ClusterTaintPolicy",
          ...child("unreachable", {
            metadata: { name: "unreachable" },
            spec: {
              addOnConditions: [{ conditionType: "Ready", operator: "In", statusValues: ["False", "Unknown"] }],
              removeOnConditions: [{ conditionType: "Ready", operator: "In", statusValues: ["True"] }],
              taints: [{ key: UNREACHABLE, effect: "NoExecute" }],
            },
          }),
        ),
      ]
    : [];
  return [...parts, rollouts, ...unreachable];
}

/** What clusters are tainted with that do not answer. */
const UNREACHABLE = "failover.archipel/unreachable";

/** How long workloads stay on such a cluster; without this they leave at once. */
export function tolerationsOf({ failover: { evict, tolerationSeconds } }: FederationPlan) {
  return evict ? [{ key: UNREACHABLE, operator: "Exists", effect: "NoExecute", tolerationSeconds } as const] : [];
}

function base64(text: Input<string>): Output<string> {
  return secret(text).apply((known) => Buffer.from(known).toString("base64"));
}
