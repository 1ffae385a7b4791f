import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { Cluster, clusterNamed } from "./cluster.ts";
import { apiServerRanges, podRanges, sourceRanges } from "./ranges.ts";
import { AWS, AZURE, GCP } from "./testing/clouds.ts";
import { type Change, changed, graphOf, type Part } from "./testing/program.ts";

type Blocks = ReturnType<typeof podRanges>;
const MORE: Part = {
  type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
  name: "more",
  props: { cidrBlock: "100.64.0.0/16" },
  edges: { vpcId: "vpc" },
};

function read(parts: readonly Part[], name: string, ranges: (cluster: Cluster) => Blocks) {
  const cluster = clusterNamed(name, graphOf(parts));
  if (!(cluster instanceof Cluster)) throw new Error(`no cluster ${name}`);
  const blocks = ranges(cluster);
  if (blocks.state === "known") return blocks.value.join(", ");
  return blocks.state === "unknown" && blocks.reason !== undefined ? "not covered" : blocks.state;
}

describe("the addresses of a cluster", () => {
  it.each<readonly [string, readonly Part[], string, (cluster: Cluster) => Blocks, string]>([
    ["pods of EKS are those of the network", AWS, "eks", podRanges, "10.1.0.0/16"],
    ["pods of EKS may be those of a second block", [...AWS, MORE], "eks", podRanges, "10.1.0.0/16, 100.64.0.0/16"],
    ["the API server of EKS stands in its subnets", AWS, "eks", apiServerRanges, "10.1.16.0/20"],
    ["callers from EKS have those of the network", AWS, "eks", sourceRanges, "10.1.0.0/16"],
    ["pods of GKE have the secondary range", GCP, "gke", podRanges, "10.2.128.0/17"],
    ["the API server of GKE stands in its subnet", GCP, "gke", apiServerRanges, "10.2.0.0/20"],
    [
      "the API server of GKE may stand in a range of its own",
      changed(
        GCP,
        ["gke", "edges.privateClusterConfig", []],
        ["gke", "privateClusterConfig.masterIpv4CidrBlock", "172.16.0.0/28"],
      ),
      "gke",
      apiServerRanges,
      "172.16.0.0/28",
    ],
    ["callers from GKE have their own or their machine's", GCP, "gke", sourceRanges, "10.2.128.0/17, 10.2.0.0/20"],
    ["pods of AKS have an overlay", AZURE, "aks", podRanges, "10.244.0.0/16"],
    ["the API server of AKS stands in its subnet", AZURE, "aks", apiServerRanges, "10.3.16.0/28"],
  ])("%s", (_, parts, name, ranges, blocks) => {
    expect(read(parts, name, ranges)).toBe(blocks);
  });

  it.each<readonly [string, readonly Part[], Change, string, (cluster: Cluster) => Blocks, string]>([
    ["unknown", AWS, ["vpc", "cidrBlock", UNKNOWN], "eks", podRanges, "unknown"],
    ["no subnet's", AWS, ["eks", "edges.vpcConfig", []], "eks", podRanges, "not covered"],
    ["unknown at the control plane", AWS, ["vpc-a", "cidrBlock", UNKNOWN], "eks", apiServerRanges, "unknown"],
    [
      "of a range that is not there",
      GCP,
      ["subnet", "secondaryIpRanges.0.rangeName", "x"],
      "gke",
      podRanges,
      "not covered",
    ],
    ["of a range whose name is unknown", GCP, ["gke", "ipAllocationPolicy", UNKNOWN], "gke", podRanges, "unknown"],
    ["of ranges that are unknown", GCP, ["subnet", "secondaryIpRanges", UNKNOWN], "gke", podRanges, "unknown"],
    ["of machines that are unknown", GCP, ["subnet", "ipCidrRange", UNKNOWN], "gke", sourceRanges, "unknown"],
    ["not said", AZURE, ["aks", "networkProfile", {}], "aks", podRanges, "not covered"],
  ])("are %s", (_, parts, change, name, ranges, state) => {
    expect(read(changed(parts, change), name, ranges)).toBe(state);
  });
});
