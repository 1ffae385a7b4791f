import { Route } from "@pulumi/aws/ec2/route.js";
import { TransitGateway } from "@pulumi/aws/ec2transitgateway/transitGateway.js";
import { VpcAttachment } from "@pulumi/aws/ec2transitgateway/vpcAttachment.js";
import type { AwsNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { BackboneChildren } from "../native.ts";
import type { End, Neighbour } from "../plan.ts";

/** A transit gateway beside the VPC, and the way to it for all that is private. */
export function awsGateway(scope: Scope<"aws", BackboneChildren["aws"]>, end: End, others: readonly Neighbour[]) {
  const { name, site, opts } = scope;
  const place = end.place as AwsNetwork;
  const gateway = new TransitGateway(
    ...scope.child(
      "gateway",
      {
        description: `${name}: to the other networks of the estate`,
        amazonSideAsn: end.asn,
        autoAcceptSharedAttachments: "disable",
        defaultRouteTableAssociation: "enable",
        defaultRouteTablePropagation: "enable",
        dnsSupport: "enable",
        vpnEcmpSupport: "enable",
        tags: { ...site.tags, Name: name },
      },
      { lasting: true },
    ),
  );
  const attachment = new VpcAttachment(
    ...scope.child("attachment", {
      transitGatewayId: gateway.id,
      vpcId: place.vpcId,
      subnetIds: [...place.gatewaySubnetIds],
      dnsSupport: "enable",
      tags: site.tags,
    }),
  );
  const routes = others.flatMap((other) =>
    other.routes.flatMap((destinationCidrBlock, range) =>
      place.privateRouteTableIds.map(
        (routeTableId, table) =>
          new Route(
            `${name}-to-${other.name}-${range}-${table}`,
            { routeTableId, destinationCidrBlock, transitGatewayId: gateway.id },
            { ...opts, dependsOn: [attachment] },
          ),
      ),
    ),
  );
  return { gateway, attachment, routes };
}
