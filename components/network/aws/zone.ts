import type { Eip } from "@pulumi/aws/ec2/eip.js";
import type { NatGateway } from "@pulumi/aws/ec2/natGateway.js";
import { Route } from "@pulumi/aws/ec2/route.js";
import { RouteTable } from "@pulumi/aws/ec2/routeTable.js";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation.js";
import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import { cut } from "../../ipam/index.ts";
import type { NetworkSpec } from "../args.ts";
import type { AwsScope } from "../native.ts";
import { ANYWHERE, type Edge, natGateway } from "./edge.ts";
import { named } from "./names.ts";

/** The parts of a network, and what they are tagged with so that controllers in a cluster find them. */
const TIERS = {
  nodes: {},
  pods: { "kubernetes.io/role/cni": "1" },
  edge: { "kubernetes.io/role/elb": "1" },
  endpoints: {},
  controlPlane: {},
  resolvers: {},
  gateways: {},
  balancers: { "kubernetes.io/role/internal-elb": "1" },
} as const;
export type Tier = keyof typeof TIERS;
// a control plane lies in two zones at least (EKS User Guide, "VPC and subnet requirements"), and so does an Application Load Balancer
const PAIRED: readonly Tier[] = ["controlPlane", "edge"];
/** What stands in one zone. */
export interface Zone {
  /** What tells it apart in its region: the last letter of its name. */
  readonly letter: string;
  readonly subnets: Readonly<Partial<Record<Tier, Subnet>>>;
  /** Of everything private here. */
  readonly routes: RouteTable;
  readonly routing: readonly RouteTableAssociation[];
  readonly nat?: { readonly address: Eip; readonly gateway: NatGateway };
}

/** A zone's quarter of every part, or of those in pairs where no machine stands in it, and its routes. */
export function zone(scope: AwsScope, spec: NetworkSpec, edge: Edge, [name, index]: readonly [string, number]): Zone {
  const { addresses, tags } = spec;
  const letter = name.slice(-1);
  const subnet = (tier: Tier) =>
    new Subnet(
      ...scope.child(
        tier,
        {
          vpcId: edge.vpc.id,
          cidrBlock: cut(addresses[tier], index + 1)[index],
          availabilityZone: name,
          mapPublicIpOnLaunch: false,
          assignIpv6AddressOnCreation: false,
          tags: named(scope, { ...tags, ...TIERS[tier] }, tier, letter),
        },
        {
          of: letter,
          invariants: ["cidrBlock", "mapPublicIpOnLaunch"],
          ...(tier === "pods" && { dependsOn: [edge.podRange] }),
        },
      ),
    );
  const tiers = spec.zones.includes(name) ? (Object.keys(TIERS) as Tier[]) : PAIRED;
  const subnets: Zone["subnets"] = Object.fromEntries(tiers.map((tier) => [tier, subnet(tier)]));
  const routes = new RouteTable(
    ...scope.child("routes", { vpcId: edge.vpc.id, tags: named(scope, tags, "routes", letter) }, { of: letter }),
  );
  const routing = Object.entries(subnets).map(
    ([tier, { id }]) =>
      new RouteTableAssociation(
        ...scope.child(
          "routing",
          { subnetId: id, routeTableId: tier === "edge" ? edge.routes.id : routes.id },
          { of: `${tier}-${letter}` },
        ),
      ),
  );
  const gateways = { none: 0, one: 1, perZone: spec.zones.length }[spec.nat];
  return {
    letter,
    subnets,
    routes,
    routing,
    ...(index < gateways &&
      subnets.edge && { nat: natGateway(scope, spec, edge, { subnet: subnets.edge, of: letter }) }),
  };
}

/** From all that is private in a zone to its own gateway, or to the only one there is. */
export function wayOut(scope: AwsScope, zones: readonly Zone[]): readonly Route[] {
  return zones.flatMap(({ letter, routes, nat = zones[0]?.nat }) =>
    nat === undefined
      ? []
      : new Route(
          ...scope.child(
            "wayOut",
            { routeTableId: routes.id, destinationCidrBlock: ANYWHERE, natGatewayId: nat.gateway.id },
            { of: letter },
          ),
        ),
  );
}
