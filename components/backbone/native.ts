import type { VpnConnectionArgs } from "@pulumi/aws/ec2/vpnConnection.js";
import type { TransitGatewayArgs } from "@pulumi/aws/ec2transitgateway/transitGateway.js";
import type { VpcAttachmentArgs } from "@pulumi/aws/ec2transitgateway/vpcAttachment.js";
import type { ResolverEndpointArgs } from "@pulumi/aws/route53/resolverEndpoint.js";
import type { DnsResolverArgs } from "@pulumi/azure-native/dnsresolver/dnsResolver.js";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress.js";
import type { VirtualNetworkGatewayArgs } from "@pulumi/azure-native/network/virtualNetworkGateway.js";
import type { VirtualNetworkGatewayConnectionArgs } from "@pulumi/azure-native/network/virtualNetworkGatewayConnection.js";
import type { HaVpnGatewayArgs } from "@pulumi/gcp/compute/haVpnGateway.js";
import type { RouterArgs } from "@pulumi/gcp/compute/router.js";
import type { VPNTunnelArgs } from "@pulumi/gcp/compute/vpntunnel.js";
import type { ManagedZoneArgs } from "@pulumi/gcp/dns/managedZone.js";

/** The children that `transform` can reach. */
export type BackboneChildren = {
  readonly aws: {
    readonly gateway: TransitGatewayArgs;
    readonly attachment: VpcAttachmentArgs;
    readonly connection: VpnConnectionArgs;
    readonly resolver: ResolverEndpointArgs;
  };
  readonly gcp: {
    readonly gateway: HaVpnGatewayArgs;
    readonly router: RouterArgs;
    readonly tunnel: VPNTunnelArgs;
    readonly forwarding: ManagedZoneArgs;
  };
  readonly azure: {
    readonly gateway: VirtualNetworkGatewayArgs;
    readonly address: PublicIPAddressArgs;
    readonly connection: VirtualNetworkGatewayConnectionArgs;
    readonly resolver: DnsResolverArgs;
  };
};
