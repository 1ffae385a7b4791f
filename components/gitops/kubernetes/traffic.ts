import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { input } from "@pulumi/kubernetes/types/index.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { block, tcp } from "../../core/traffic.ts";
import type { GitOpsScope } from "../native.ts";
import type { GitOpsPlan } from "../planned.ts";

type Selector = input.meta.v1.LabelSelector;

const NAME = "app.kubernetes.io/name";
const REPOSITORIES = "argocd-repo-server";
const part = (...names: string[]): Selector => ({ matchExpressions: [{ key: NAME, operator: "In", values: names }] });
const ranges = (cidrs: readonly string[]) => cidrs.map((cidr) => block(cidr));
// where clouds give machines their identity
const METADATA = "169.254.0.0/16";

/** What each part may reach outside its namespace: who renders what others wrote sees no API server. */
export function traffic(
  { child }: GitOpsScope,
  { hostApi, called, repositoryPorts }: GitOpsPlan,
  namespace: Input<string>,
  after: readonly Resource[],
): readonly Resource[] {
  const api = [443, 6443];
  const outside = block("0.0.0.0/0", ...[METADATA, ...hostApi, ...called].filter(isPart));
  const ways = {
    host: {
      who: { matchExpressions: [{ key: NAME, operator: "NotIn", values: [REPOSITORIES] }] },
      to: ranges(hostApi),
      ports: api,
    },
    destinations: { who: part("argocd-application-controller", "argocd-server"), to: ranges(called), ports: api },
    repositories: { who: part(REPOSITORIES), to: [outside], ports: repositoryPorts },
    issuer: { who: part("argocd-server"), to: [outside], ports: [443] },
  };
  return Object.entries(ways)
    .filter(([, { to }]) => to.length > 0)
    .map(
      ([of, { who, to, ports }]) =>
        new NetworkPolicy(
          ...child(
            "traffic",
            {
              metadata: { name: `to-${of}`, namespace },
              spec: { podSelector: who, policyTypes: ["Egress"], egress: [{ to, ports: tcp(...ports) }] },
            },
            { of, dependsOn: [...after] },
          ),
        ),
    );
}

// the API server takes each range once
function isPart(range: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(range) === index;
}
