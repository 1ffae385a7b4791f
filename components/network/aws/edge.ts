import { Eip } from "@pulumi/aws/ec2/eip.js";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway.js";
import { NatGateway } from "@pulumi/aws/ec2/natGateway.js";
import { Route } from "@pulumi/aws/ec2/route.js";
import { RouteTable } from "@pulumi/aws/ec2/routeTable.js";
import type { Subnet } from "@pulumi/aws/ec2/subnet.js";
import type { Vpc } from "@pulumi/aws/ec2/vpc.js";
import type { VpcIpv4CidrBlockAssociation } from "@pulumi/aws/ec2/vpcIpv4CidrBlockAssociation.js";
import type { NetworkSpec } from "../args.ts";
import type { AwsScope } from "../native.ts";
import { named } from "./names.ts";

export const ANYWHERE = "0.0.0.0/0";
/** What the zones of a network share. */
export interface Edge {
  readonly vpc: Vpc;
  readonly podRange: VpcIpv4CidrBlockAssociation;
  readonly internet: InternetGateway;
  /** Of the edge's subnets, the only ones that lead to the internet. */
  readonly routes: RouteTable;
}

/** The way to the internet and back, for the edge alone. */
export function edgeOf(scope: AwsScope, { tags }: NetworkSpec, vpc: Vpc) {
  const internet = new InternetGateway(
    ...scope.child("internet", { vpcId: vpc.id, tags: named(scope, tags, "internet") }),
  );
  const routes = new RouteTable(
    ...scope.child("routes", { vpcId: vpc.id, tags: named(scope, tags, "routes-edge") }, { of: "edge" }),
  );
  const wayOut = new Route(
    ...scope.child(
      "wayOut",
      { routeTableId: routes.id, destinationCidrBlock: ANYWHERE, gatewayId: internet.id },
      { of: "edge" },
    ),
  );
  return { internet, routes, wayOut };
}

/** A way out with an address that partners can put on their lists. */
export function natGateway(
  scope: AwsScope,
  { tags }: NetworkSpec,
  { internet }: Edge,
  { subnet, of }: { readonly subnet: Subnet; readonly of: string },
) {
  const common = { of, dependsOn: [internet] };
  const address = new Eip(
    ...scope.child("natAddress", { domain: "vpc", tags: named(scope, tags, "nat", of) }, { ...common, lasting: true }),
  );
  const gateway = new NatGateway(
    ...scope.child(
      "nat",
      {
        subnetId: subnet.id,
        allocationId: address.id,
        connectivityType: "public",
        tags: named(scope, tags, "nat", of),
      },
      common,
    ),
  );
  return { address, gateway };
}
