import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import { AWS, AZURE, GCP } from "../../paths/testing/clouds.ts";
import { type Change, changed, graphOf, type Part, without } from "../../paths/testing/program.ts";
import { AWS_AZURE, AWS_GCP, GCP_AZURE, PREMISES } from "../../paths/testing/vpns.ts";
import { waysBeyond } from "./beyond.ts";
import { blocksOf } from "./blocks.ts";
import { joinsBeyond, mayJoin, neighboursOf } from "./joins.ts";

function asked<T>(parts: readonly Part[], name: string, ask: (network: never, graph: never) => T): T {
  const graph = graphOf(parts);
  const network = [...graph.all()].find((one) => one.name === name);
  if (network === undefined) throw new Error(`no part is called ${name}`);
  return ask(network as never, graph as never);
}
const neighbours = (parts: readonly Part[], name: string) =>
  asked(parts, name, neighboursOf).map(
    ({ network, by }) => `${network.name} by ${by.map((one) => one.name).join(", ")}`,
  );
const beyond = (parts: readonly Part[], name: string) => asked(parts, name, waysBeyond).map((one) => one.name);

describe("the networks that one is joined to", () => {
  it("are those at the other end of a VPN, through what joins several", () => {
    const all = [...AWS, ...GCP, ...AZURE, ...AWS_GCP, ...AWS_AZURE];
    expect(neighbours(all, "vpc")).toEqual([
      "network by attachment, to-gcp, tunnel",
      "vnet by attachment, to-azure, azure-to-aws",
    ]);
    expect(neighbours(all, "vnet")).toEqual([
      "vpc by to-azure, azure-to-aws, attachment",
      "network by to-azure, azure-to-aws, to-gcp, tunnel",
    ]);
    expect(neighbours([...GCP, ...AZURE, ...GCP_AZURE], "network")).toEqual(["vnet by tunnel, azure-to-gcp"]);
  });

  it.each([
    ["each side takes the other's address", "far-aws", "edges.interfaces"],
    ["the other side does too", "far-gcp", "edges.ipAddress"],
  ])("are none where not %s", (_, part, path) => {
    const parts = changed([...AWS, ...GCP, ...AWS_GCP], [part, path, []]);
    expect(neighbours(parts, "vpc")).toEqual([]);
  });

  it.each<readonly [string, string, Part]>([
    [
      "a peering of VPCs",
      "vpc",
      {
        type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        name: "tie",
        props: {},
        edges: { vpcId: "vpc", peerVpcId: "other" },
      },
    ],
    [
      "a peering of virtual networks",
      "vnet",
      {
        type: "azure-native:network:VirtualNetworkPeering",
        name: "tie",
        props: {},
        edges: { virtualNetworkName: "vnet", remoteVirtualNetwork: "other" },
      },
    ],
    [
      "a peering of Google Cloud",
      "network",
      {
        type: "gcp:compute/networkPeering:NetworkPeering",
        name: "tie",
        props: {},
        edges: { network: "network", peerNetwork: "other" },
      },
    ],
  ])("are those of %s", (_, own, tie) => {
    const type = [...AWS, ...GCP, ...AZURE].find(({ name }) => name === own)?.type ?? "";
    const parts = [...AWS, ...GCP, ...AZURE, { type, name: "other", props: {} }, tie];
    expect(neighbours(parts, own)).toEqual(["other by tie"]);
    expect(neighbours(parts, "other")).toEqual([`${own} by tie`]);
  });

  it("may be more, where a tie does not say whom it joins", () => {
    const tie: Part = {
      type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
      name: "tie",
      props: { vpcId: UNKNOWN },
    };
    expect(asked([...AWS, tie], "vpc", mayJoin).map(({ path }) => path)).toEqual(["tie.vpcId"]);
    expect(asked(AWS, "vpc", mayJoin)).toEqual([]);
  });
});

describe("what leads beyond a program", () => {
  it.each<readonly [string, readonly Part[], string, readonly string[]]>([
    ["nothing", AWS, "vpc", []],
    ["a VPN to premises", [...AWS, ...PREMISES], "vpc", ["to-office"]],
    ["nothing more than a VPN with both ends", [...AWS, ...AZURE, ...AWS_AZURE], "vnet", []],
    [
      "a VPN of a neighbour's, by a transit gateway",
      [...AWS, ...PREMISES, ...AZURE, ...AWS_AZURE],
      "vnet",
      ["to-office"],
    ],
    ["a gateway without connections that are shown", [...AZURE, ...AWS_AZURE.slice(0, 3)], "vnet", ["azure-gateway"]],
    [
      "a gateway for people",
      [...AWS, { type: "aws:ec2clientvpn/endpoint:Endpoint", name: "people", props: {}, edges: { vpcId: "vpc" } }],
      "vpc",
      ["people"],
    ],
    [
      "a peering with somebody else",
      [
        ...AWS,
        {
          type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
          name: "peering",
          props: { peerVpcId: "vpc-1" },
          edges: { vpcId: "vpc" },
        },
      ],
      "vpc",
      ["peering"],
    ],
    [
      "a line of one's own",
      [
        ...GCP,
        { type: "gcp:compute/router:Router", name: "edge", props: {}, edges: { network: "network" } },
        {
          type: "gcp:compute/interconnectAttachment:InterconnectAttachment",
          name: "line",
          props: {},
          edges: { router: "edge" },
        },
      ],
      "network",
      ["line"],
    ],
  ])("is %s", (_, parts, name, ways) => {
    expect(beyond(parts, name)).toEqual(ways);
  });

  it("is a tie whose other side is nowhere", () => {
    const tie: Part = {
      type: "gcp:compute/networkPeering:NetworkPeering",
      name: "tie",
      props: { peerNetwork: "x" },
      edges: { network: "network" },
    };
    expect(asked([...GCP, tie], "network", joinsBeyond).map((one) => one.name)).toEqual(["tie"]);
    expect(asked(GCP, "network", joinsBeyond)).toEqual([]);
  });
});

describe("the blocks of a network", () => {
  const said = (parts: readonly Part[], name: string) =>
    asked(parts, name, blocksOf).map(
      ({ text, by }) => `${by.name} ${text.state === "known" ? text.value : text.state}`,
    );
  it.each<readonly [string, readonly Part[], string, readonly Change[], readonly string[]]>([
    ["its own on AWS", AWS, "vpc", [], ["vpc 10.1.0.0/16"]],
    ["those of its subnets on Google Cloud", GCP, "network", [], ["subnet 10.2.0.0/20", "subnet 10.2.128.0/17"]],
    ["its address space on Azure", AZURE, "vnet", [], ["vnet 10.3.0.0/16"]],
    ["unknown where they are", AZURE, "vnet", [["vnet", "addressSpace", UNKNOWN]], ["vnet unknown"]],
    ["none where none are said", AWS, "vpc", [["vpc", "cidrBlock", undefined]], []],
  ])("are %s", (_, parts, name, changes, blocks) => {
    expect(said(changed(parts, ...changes), name)).toEqual(blocks);
  });

  it("are those that are added to it", () => {
    const more: Part = {
      type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
      name: "more",
      props: { cidrBlock: "100.64.0.0/16" },
      edges: { vpcId: "vpc" },
    };
    expect(said([...AWS, more], "vpc")).toEqual(["vpc 10.1.0.0/16", "more 100.64.0.0/16"]);
    expect(said(without([...AWS, more], "more"), "vpc")).toEqual(["vpc 10.1.0.0/16"]);
  });
});
