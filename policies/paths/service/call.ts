import type { CloudService, Port } from "../declaration.ts";
import { type Hop, uncovered } from "../hop.ts";
import { exitHops } from "../out/leave.ts";
import { registryHop } from "../out/registry.ts";
import type { PodSide } from "../pod.ts";
import { awsService } from "./aws.ts";
import { azureService } from "./azure.ts";
import { gcpService } from "./gcp.ts";
import { isKnown } from "./names.ts";
import type { Finder } from "./private-way.ts";

/** Ways to a cloud's own interfaces that stay inside its network, by the cluster that they start at. */
const FINDERS: Readonly<Record<string, Finder>> = {
  "aws aws:eks/cluster:Cluster": awsService,
  "gcp gcp:container/cluster:Cluster": gcpService,
  "azure azure-native:containerservice:ManagedCluster": azureService,
};
const INTERNET = { kind: "internet" } as const;

/** From pods to an interface of a cloud: by a private way where names lead to one, else over the internet. */
export function serviceHops(from: PodSide, end: CloudService, port: Port): readonly Hop[] {
  const [cloud = "", name = ""] = end.service.split(/:(.*)/);
  if (!isKnown(cloud, name)) {
    const open = uncovered(end.service, "is no interface that is known here");
    return [{ what: `a way to ${end.service}`, open, by: [] }];
  }
  const find = FINDERS[`${cloud} ${from.cluster.resource.type}`];
  const inside = find?.(from, { name, ...(end.resource !== undefined && { resource: end.resource }) }, port) ?? [];
  if (inside.length === 0) return exitHops(from, INTERNET, port);
  const asked = registryHop(from, INTERNET, port);
  return asked === undefined ? inside : [...inside, asked];
}
