import { DefaultRouteTable } from "@pulumi/aws/ec2/defaultRouteTable.js";
import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import { Vpc } from "@pulumi/aws/ec2/vpc.js";
import { VpcIpv4CidrBlockAssociation } from "@pulumi/aws/ec2/vpcIpv4CidrBlockAssociation.js";
import type { AwsNetwork } from "../core/network.ts";
import type { NetworkSpec } from "./args.ts";
import { attaching } from "./attach.ts";
import { edgeOf } from "./aws/edge.ts";
import { endpoints } from "./aws/endpoints.ts";
import { flowLog } from "./aws/flow-log.ts";
import { named } from "./aws/names.ts";
import { type Tier, wayOut, zone } from "./aws/zone.ts";
import type { AwsScope } from "./native.ts";

export function awsNetwork(scope: AwsScope, spec: NetworkSpec) {
  const { addresses, tags } = spec;
  const vpc = new Vpc(
    ...scope.child(
      "vpc",
      {
        cidrBlock: addresses.network,
        instanceTenancy: "default",
        enableDnsSupport: true,
        enableDnsHostnames: true,
        assignGeneratedIpv6CidrBlock: false,
        tags: named(scope, tags),
      },
      { lasting: true, invariants: ["cidrBlock"] },
    ),
  );
  const podRange = new VpcIpv4CidrBlockAssociation(
    ...scope.child("podRange", { vpcId: vpc.id, cidrBlock: addresses.pods }),
  );
  const { wayOut: edgeWayOut, ...edge } = edgeOf(scope, spec, vpc);
  const zones = spec.pairedZones.map((name, index) => zone(scope, spec, { vpc, podRange, ...edge }, [name, index]));
  const waysOut = wayOut(scope, zones);
  const tier = (key: Tier) => zones.flatMap(({ subnets }) => subnets[key] ?? []);
  const ids = (key: Tier) => tier(key).map(({ id }) => id);
  const privateRouteTableIds = zones.map(({ routes }) => routes.id);
  const gateways = zones.flatMap(({ nat }) => nat ?? []);
  const place: AwsNetwork = {
    cloud: "aws",
    name: scope.name,
    allocation: addresses,
    zones: spec.zones,
    vpcId: vpc.id,
    nodeSubnetIds: ids("nodes"),
    edgeSubnetIds: ids("edge"),
    podSubnetIds: ids("pods"),
    endpointSubnetIds: ids("endpoints"),
    controlPlaneSubnetIds: ids("controlPlane"),
    resolverSubnetIds: ids("resolvers"),
    gatewaySubnetIds: ids("gateways"),
    balancerSubnetIds: ids("balancers"),
    privateRouteTableIds,
    privateServices: spec.privateEndpoints,
    // an endpoint leads to every resource of the account
    attach: attaching(spec.privateEndpoints, () => []),
  };
  return {
    outputs: { id: vpc.id, name: vpc.id },
    place,
    nodes: {
      vpc,
      podRange,
      ...defaults(scope, spec, vpc),
      internet: edge.internet,
      nodes: tier("nodes"),
      pods: tier("pods"),
      edge: tier("edge"),
      endpoints: tier("endpoints"),
      controlPlane: tier("controlPlane"),
      resolvers: tier("resolvers"),
      gateways: tier("gateways"),
      balancers: tier("balancers"),
      routes: [edge.routes, ...zones.map(({ routes }) => routes)],
      routing: zones.flatMap(({ routing }) => routing),
      wayOut: [edgeWayOut, ...waysOut],
      natAddress: gateways.map(({ address }) => address),
      nat: gateways.map(({ gateway }) => gateway),
      ...endpoints(scope, spec, { vpc, subnets: tier("endpoints"), routeTableIds: privateRouteTableIds }),
      ...flowLog(scope, spec, vpc),
    },
  };
}

// taken over to be emptied: whoever forgets to choose gets nothing in, nothing out, nowhere to go
function defaults(scope: AwsScope, { tags }: NetworkSpec, vpc: Vpc) {
  const defaultGroup = new DefaultSecurityGroup(
    ...scope.child(
      "defaultGroup",
      { vpcId: vpc.id, ingress: [], egress: [], tags: named(scope, tags, "default") },
      { invariants: ["ingress", "egress"] },
    ),
  );
  const defaultRoutes = new DefaultRouteTable(
    ...scope.child(
      "defaultRoutes",
      {
        defaultRouteTableId: vpc.defaultRouteTableId,
        routes: [],
        propagatingVgws: [],
        tags: named(scope, tags, "default"),
      },
      { invariants: ["routes"] },
    ),
  );
  return { defaultGroup, defaultRoutes };
}
