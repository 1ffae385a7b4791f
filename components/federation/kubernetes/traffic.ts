import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { input } from "@pulumi/kubernetes/types/index.js";
import type { Resource } from "@pulumi/pulumi";
import { block, NAMES, tcp } from "../../core/traffic.ts";
import { flows, selectorOf } from "../flows.ts";
import type { FederationScope } from "../native.ts";
import type { FederationPlan } from "../plan.ts";
import { inSystem } from "./place.ts";

type Peer = input.networking.v1.NetworkPolicyPeer;

/** The ways between the parts of the control plane, and no other: each part has a policy of its own. */
export function traffic({ child }: FederationScope, plan: FederationPlan, after: readonly Resource[]) {
  const closed = new NetworkPolicy(
    ...child(
      "traffic",
      {
        metadata: inSystem("closed"),
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
      },
      { of: "closed", dependsOn: [...after] },
    ),
  );
  const opened = flows(plan).map(
    ({ app, from, to }) =>
      new NetworkPolicy(
        ...child(
          "traffic",
          {
            metadata: inSystem(app),
            spec: {
              podSelector: { matchLabels: selectorOf(app) },
              policyTypes: ["Ingress", "Egress"],
              ...(from.length > 0 && {
                ingress: from.map(({ who, ports }) => ({ from: peers(who), ports: tcp(...ports) })),
              }),
              egress: [NAMES, ...to.map(({ who, ports }) => ({ to: peers(who), ports: tcp(...ports) }))],
            },
          },
          { of: app, dependsOn: [...after] },
        ),
      ),
  );
  return [closed, ...opened];
}

function peers(who: string | readonly string[]): Peer[] {
  if (typeof who === "string") return [{ podSelector: { matchLabels: selectorOf(who) } }];
  return who.map((cidr) => block(cidr));
}
