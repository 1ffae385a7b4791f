import { PeeringAttachment } from "@pulumi/aws/ec2transitgateway/peeringAttachment.js";
import { PeeringAttachmentAccepter } from "@pulumi/aws/ec2transitgateway/peeringAttachmentAccepter.js";
import { Route } from "@pulumi/aws/ec2transitgateway/route.js";
import type { TransitGateway } from "@pulumi/aws/ec2transitgateway/transitGateway.js";
import type { Scope } from "../../core/scope.ts";
import type { Peering } from "../plan.ts";

/** One end of a peering: where it is built, and its gateway. */
interface Side {
  readonly scope: Scope<"aws">;
  readonly gateway: TransitGateway;
}

/** Joins the transit gateways of two regions; between them routes are written, since BGP does not pass. */
export function awsPeering(one: Side, other: Side, { name: link, ends }: Peering): void {
  const { site, name, opts } = one.scope;
  const attachment = new PeeringAttachment(
    `${name}-${link}`,
    {
      transitGatewayId: one.gateway.id,
      peerTransitGatewayId: other.gateway.id,
      peerRegion: other.scope.site.region,
      peerAccountId: other.scope.site.accountId,
      tags: site.tags,
    },
    opts,
  );
  const accepted = new PeeringAttachmentAccepter(
    `${other.scope.name}-${link}`,
    { transitGatewayAttachmentId: attachment.id, tags: other.scope.site.tags },
    other.scope.opts,
  );
  [one, other].forEach(({ scope, gateway }, index) => {
    for (const [range, destinationCidrBlock] of ends[index === 0 ? 1 : 0].routes.entries()) {
      new Route(
        `${scope.name}-${link}-${range}`,
        {
          destinationCidrBlock,
          transitGatewayRouteTableId: gateway.associationDefaultRouteTableId,
          transitGatewayAttachmentId: attachment.id,
        },
        { ...scope.opts, dependsOn: [accepted] },
      );
    }
  });
}
