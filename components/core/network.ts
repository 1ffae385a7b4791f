import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { Cloud } from "./site.ts";

/** The cloud's own services that can be reached without leaving the network. */
export const PRIVATE_SERVICES = ["storage", "registry", "keys", "secrets", "logs", "tokens", "kubernetes"] as const;
export type PrivateService = (typeof PRIVATE_SERVICES)[number];
/** A resource of one of those services. */
export interface PrivateTarget {
  /** Unique among those of its service in a network. */
  readonly name: string;
  readonly service: PrivateService;
  readonly resourceId: Input<string>;
}

/** The blocks of one site, as CIDR ranges; no two sites of an estate share an address. */
export interface Allocation {
  /** Which of its cloud's blocks it is: 0 to 7. */
  readonly slot: number;
  /** The whole network: all but `pods` and `services` lie inside it. */
  readonly network: string;
  readonly nodes: string;
  /** What takes traffic from outside: load balancers, NAT, WAF. */
  readonly edge: string;
  /** Private endpoints of the cloud's own services. */
  readonly endpoints: string;
  readonly controlPlane: string;
  /** Where the other clouds ask for names. */
  readonly resolvers: string;
  /** Gateways to the other clouds. */
  readonly gateways: string;
  /** Load balancers with fixed private addresses, such as the mesh's east-west gateways. */
  readonly balancers: string;
  readonly pods: string;
  /** Cluster addresses of Kubernetes services. */
  readonly services: string;
}

interface NetworkBase {
  /** The component's logical name. */
  readonly name: string;
  readonly allocation: Allocation;
  /** Its zones, as the cloud calls them; one in dev, three in prod. */
  readonly zones: readonly string[];
  /** What is reached without leaving it. */
  readonly privateServices: readonly PrivateService[];
  /** Makes a resource reachable without the internet, once however often it is asked for; only Azure makes an endpoint for each. */
  attach(this: void, target: PrivateTarget): readonly Resource[];
}
/** A network on AWS: a VPC. Lists of subnets have one for each zone, in the order of `zones`, and two at least of edge and control plane. */
export interface AwsNetwork extends NetworkBase {
  readonly cloud: "aws";
  readonly vpcId: Output<string>;
  readonly nodeSubnetIds: readonly Output<string>[];
  readonly edgeSubnetIds: readonly Output<string>[];
  /** From the secondary range, tagged so that the VPC CNI finds them. */
  readonly podSubnetIds: readonly Output<string>[];
  readonly endpointSubnetIds: readonly Output<string>[];
  readonly controlPlaneSubnetIds: readonly Output<string>[];
  readonly resolverSubnetIds: readonly Output<string>[];
  readonly gatewaySubnetIds: readonly Output<string>[];
  readonly balancerSubnetIds: readonly Output<string>[];
  /** Route tables of everything private: where routes to other clouds go. */
  readonly privateRouteTableIds: readonly Output<string>[];
}
/** A network on Google Cloud: a VPC network with subnetworks in one region. */
export interface GcpNetwork extends NetworkBase {
  readonly cloud: "gcp";
  readonly networkId: Output<string>;
  readonly nodeSubnetworkId: Output<string>;
  /** Names of the secondary ranges of the nodes' subnetwork. */
  readonly podsRangeName: string;
  readonly servicesRangeName: string;
  readonly controlPlaneSubnetworkId: Output<string>;
  readonly endpointSubnetworkId: Output<string>;
  readonly balancerSubnetworkId: Output<string>;
}
/** A network on Azure: a virtual network. Subnets span zones. */
export interface AzureNetwork extends NetworkBase {
  readonly cloud: "azure";
  readonly virtualNetworkId: Output<string>;
  readonly virtualNetworkName: Output<string>;
  readonly nodeSubnetId: Output<string>;
  readonly edgeSubnetId: Output<string>;
  readonly endpointSubnetId: Output<string>;
  /** Delegated to `Microsoft.ContainerService/managedClusters`. */
  readonly controlPlaneSubnetId: Output<string>;
  /** Delegated to `Microsoft.Network/dnsResolvers`; inbound first, outbound second. */
  readonly resolverSubnetIds: readonly [Output<string>, Output<string>];
  /** `GatewaySubnet`. */
  readonly gatewaySubnetId: Output<string>;
  readonly balancerSubnetId: Output<string>;
  readonly balancerSubnetName: Output<string>;
}
/** Where things of one site are attached. */
export type NetworkPlace = AwsNetwork | GcpNetwork | AzureNetwork;
/** The networks of one cloud. */
export type NetworkPlaceOf<C extends Cloud> = Extract<NetworkPlace, { cloud: C }>;
