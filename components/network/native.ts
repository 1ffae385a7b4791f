import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { DefaultRouteTableArgs } from "@pulumi/aws/ec2/defaultRouteTable.js";
import type { DefaultSecurityGroupArgs } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import type { EipArgs } from "@pulumi/aws/ec2/eip.js";
import type { FlowLogArgs as VpcFlowLogArgs } from "@pulumi/aws/ec2/flowLog.js";
import type { InternetGatewayArgs } from "@pulumi/aws/ec2/internetGateway.js";
import type { NatGatewayArgs } from "@pulumi/aws/ec2/natGateway.js";
import type { RouteArgs } from "@pulumi/aws/ec2/route.js";
import type { RouteTableArgs } from "@pulumi/aws/ec2/routeTable.js";
import type { RouteTableAssociationArgs } from "@pulumi/aws/ec2/routeTableAssociation.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { SubnetArgs } from "@pulumi/aws/ec2/subnet.js";
import type { VpcArgs } from "@pulumi/aws/ec2/vpc.js";
import type { VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint.js";
import type { VpcIpv4CidrBlockAssociationArgs } from "@pulumi/aws/ec2/vpcIpv4CidrBlockAssociation.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment.js";
import type { UserAssignedIdentityArgs } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { FlowLogArgs } from "@pulumi/azure-native/network/flowLog.js";
import type { NatGatewayArgs as AzureNatGatewayArgs } from "@pulumi/azure-native/network/natGateway.js";
import type { NetworkSecurityGroupArgs } from "@pulumi/azure-native/network/networkSecurityGroup.js";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress.js";
import type { SubnetArgs as AzureSubnetArgs } from "@pulumi/azure-native/network/subnet.js";
import type { VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork.js";
import type { PrivateZoneArgs } from "@pulumi/azure-native/privatedns/privateZone.js";
import type { VirtualNetworkLinkArgs } from "@pulumi/azure-native/privatedns/virtualNetworkLink.js";
import type { AddressArgs } from "@pulumi/gcp/compute/address.js";
import type { FirewallArgs } from "@pulumi/gcp/compute/firewall.js";
import type { NetworkArgs } from "@pulumi/gcp/compute/network.js";
import type { RouteArgs as GcpRouteArgs } from "@pulumi/gcp/compute/route.js";
import type { RouterArgs } from "@pulumi/gcp/compute/router.js";
import type { RouterNatArgs } from "@pulumi/gcp/compute/routerNat.js";
import type { SubnetworkArgs } from "@pulumi/gcp/compute/subnetwork.js";
import type { ManagedZoneArgs } from "@pulumi/gcp/dns/managedZone.js";
import type { RecordSetArgs } from "@pulumi/gcp/dns/recordSet.js";
import type { ProjectBucketConfigArgs } from "@pulumi/gcp/logging/projectBucketConfig.js";
import type { ProjectSinkArgs } from "@pulumi/gcp/logging/projectSink.js";
import type { Scope } from "../core/scope.ts";

/** What only one cloud's network can do. */
export interface NetworkNative {
  readonly aws?: {
    /** The zones to stand in, in this order: which letter is which zone differs between accounts. @default the region's first */
    readonly availabilityZones?: readonly string[];
    /** Other accounts of ours, whose things the endpoints lead to as well. @default [] */
    readonly otherAccounts?: readonly string[];
  };
  readonly azure?: {
    /** The subscription's network watcher of this region. @default the one that Azure makes with the first network */
    readonly networkWatcher?: { readonly name: string; readonly resourceGroupName: string };
  };
}

/** The children that `transform` can reach; one that exists for several zones or parts is changed in all of them. */
export type NetworkChildren = {
  readonly aws: {
    readonly vpc: VpcArgs;
    readonly podRange: VpcIpv4CidrBlockAssociationArgs;
    readonly nodes: SubnetArgs;
    readonly pods: SubnetArgs;
    readonly edge: SubnetArgs;
    readonly endpoints: SubnetArgs;
    readonly controlPlane: SubnetArgs;
    readonly resolvers: SubnetArgs;
    readonly gateways: SubnetArgs;
    readonly balancers: SubnetArgs;
    readonly defaultGroup: DefaultSecurityGroupArgs;
    readonly defaultRoutes: DefaultRouteTableArgs;
    readonly internet: InternetGatewayArgs;
    readonly routes: RouteTableArgs;
    readonly routing: RouteTableAssociationArgs;
    readonly wayOut: RouteArgs;
    readonly natAddress: EipArgs;
    readonly nat: NatGatewayArgs;
    readonly gatewayEndpoint: VpcEndpointArgs;
    readonly endpoint: VpcEndpointArgs;
    readonly endpointGroup: SecurityGroupArgs;
    readonly endpointIngress: SecurityGroupIngressRuleArgs;
    readonly flowLogs: LogGroupArgs;
    readonly flowLogRole: RoleArgs;
    readonly flowLogAccess: RolePolicyArgs;
    readonly flowLog: VpcFlowLogArgs;
  };
  readonly gcp: {
    readonly network: NetworkArgs;
    readonly nodes: SubnetworkArgs;
    readonly controlPlane: SubnetworkArgs;
    readonly endpoints: SubnetworkArgs;
    readonly balancers: SubnetworkArgs;
    readonly proxies: SubnetworkArgs;
    readonly route: GcpRouteArgs;
    readonly router: RouterArgs;
    readonly natAddress: AddressArgs;
    readonly nat: RouterNatArgs;
    readonly firewall: FirewallArgs;
    readonly zone: ManagedZoneArgs;
    readonly record: RecordSetArgs;
    readonly flowLogs: ProjectBucketConfigArgs;
    readonly flowLogSink: ProjectSinkArgs;
  };
  readonly azure: {
    readonly network: VirtualNetworkArgs;
    readonly subnet: AzureSubnetArgs;
    readonly securityGroup: NetworkSecurityGroupArgs;
    readonly natAddress: PublicIPAddressArgs;
    readonly nat: AzureNatGatewayArgs;
    readonly zone: PrivateZoneArgs;
    readonly zoneLink: VirtualNetworkLinkArgs;
    readonly flowLogIdentity: UserAssignedIdentityArgs;
    readonly flowLogAccess: RoleAssignmentArgs;
    readonly flowLog: FlowLogArgs;
  };
};

/** Where the files of one cloud build. */
export type AwsScope = Scope<"aws", NetworkChildren["aws"]>;
export type GcpScope = Scope<"gcp", NetworkChildren["gcp"]>;
export type AzureScope = Scope<"azure", NetworkChildren["azure"]>;
