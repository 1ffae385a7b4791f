import type { Graph } from "../../core/graph.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { NETWORKS } from "./types.ts";

const MORE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";

/** Address blocks of a network, and the resources that say them. */
export interface Block {
  readonly text: Said;
  readonly by: Resource;
}
/** A text that is there, known or not. */
type Said = Exclude<Read<string>, { readonly state: "absent" }>;
interface Place {
  readonly text: Read<string>;
  readonly by: Resource;
}

const READERS: Readonly<Record<string, (network: Resource, graph: Graph) => readonly Place[]>> = {
  [NETWORKS.aws]: (network, graph) =>
    [network, ...graph.attached(network, { type: MORE, key: "vpcId", name: "id" }).sure].map((by) => ({
      text: by.text("cidrBlock"),
      by,
    })),
  // a network of Google Cloud has the addresses of its subnets, and no others
  [NETWORKS.gcp]: (network, graph) =>
    graph
      .attached(network, { type: SUBNETWORK, key: "network", name: "selfLink" })
      .sure.flatMap((by) => [
        { text: by.text("ipCidrRange"), by },
        ...itemsOf(by.list("secondaryIpRanges"), (range) => range.text("ipCidrRange")).map((text) => ({ text, by })),
      ]),
  [NETWORKS.azure]: (by) =>
    itemsOf(by.list("addressSpace.addressPrefixes"), (prefix) => prefix.itself()).map((text) => ({ text, by })),
};

function itemsOf(list: Read<readonly Bag[]>, text: (item: Bag) => Read<string>): readonly Read<string>[] {
  if (list.state === "known") return list.value.map(text);
  return list.state === "unknown" ? [list] : [];
}

/** The address blocks that a network says it has; what is left out is left out here. */
export function blocksOf(network: Resource, graph: Graph): readonly Block[] {
  const places = READERS[network.type]?.(network, graph) ?? [];
  return places.flatMap(({ text, by }) => (text.state === "absent" ? [] : [{ text, by }]));
}
