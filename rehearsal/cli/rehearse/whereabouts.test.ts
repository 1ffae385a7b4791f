import { expect, test } from "vitest";
import type { ResourceState } from "../../engine/resource.ts";
import type { Properties } from "../../wire/value.ts";
import { whereabouts } from "./whereabouts.ts";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

/** A resource as a state has it, using the properties of others. */
function state(
  type: string,
  name: string,
  outputs: Properties,
  uses: readonly string[] = [],
  provider = "",
): ResourceState {
  return {
    urn: urn(type, name),
    type,
    custom: true,
    parent: "",
    provider: provider && `${provider}::id`,
    propertyDependencies: { uses },
    inputs: {},
    outputs,
    id: name,
  } as unknown as ResourceState;
}

const provider = state("pulumi:providers:aws", "p", { region: "eu-west-1" });
const cluster = state("pulumi:providers:kubernetes", "blue", {});
const vpc = state("aws:ec2/vpc:Vpc", "main", { region: "eu-west-1" });
const subnet = state("aws:ec2/subnet:Subnet", "a", { availabilityZone: "eu-west-1a" }, [vpc.urn]);
const other = state("aws:ec2/vpc:Vpc", "other", { region: "eu-west-1" });
const peering = state(
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
  "both",
  {},
  [vpc.urn, other.urn],
  provider.urn,
);

test.each<[string, ResourceState[], { region: string; network: string }]>([
  ["a network is in itself", [vpc], { region: "eu-west-1", network: vpc.urn }],
  [
    "a subnet is in its network, and its zone names the region",
    [vpc, subnet],
    { region: "eu-west-1", network: vpc.urn },
  ],
  [
    "what uses a subnet is in its network",
    [
      vpc,
      subnet,
      state("aws:lambda/function:Function", "f", { arn: "arn:aws:lambda:eu-west-1:1:function:f" }, [subnet.urn]),
    ],
    { region: "eu-west-1", network: vpc.urn },
  ],
  ["what joins two networks is in neither", [provider, vpc, other, peering], { region: "eu-west-1", network: "" }],
  [
    "a role is global",
    [state("aws:iam/role:Role", "r", { arn: "arn:aws:iam::1:role/r" })],
    { region: "global", network: "" },
  ],
  [
    "a zone of Google Cloud",
    [state("gcp:compute/disk:Disk", "d", { zone: "europe-west1-b" })],
    { region: "europe-west1", network: "" },
  ],
  [
    "a self link",
    [state("gcp:x/y:Y", "d", { selfLink: "https://x/regions/europe-west4/y" })],
    { region: "europe-west4", network: "" },
  ],
  [
    "a location of Azure in words",
    [state("azure-native:storage:StorageAccount", "s", { location: "West Europe" })],
    { region: "westeurope", network: "" },
  ],
  [
    "a part without a location is where its whole is",
    [
      state("azure-native:storage:StorageAccount", "s", { location: "westeurope" }),
      state("azure-native:storage:BlobContainer", "c", {}, [urn("azure-native:storage:StorageAccount", "s")]),
    ],
    { region: "westeurope", network: "" },
  ],
  [
    "an object of Kubernetes is in its cluster",
    [cluster, state("kubernetes:core/v1:Pod", "p", {}, [], cluster.urn)],
    { region: "blue", network: "" },
  ],
  ["other things are nowhere", [state("random:index/randomId:RandomId", "i", {})], { region: "", network: "" }],
])("%s", (_, states, where) => {
  expect(whereabouts(states).get(states.at(-1)?.urn ?? "")).toEqual(where);
});
