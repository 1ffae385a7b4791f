/** What a network is called in each cloud. */
export const NETWORKS = {
  aws: "aws:ec2/vpc:Vpc",
  gcp: "gcp:compute/network:Network",
  azure: "azure-native:network:VirtualNetwork",
} as const;
/** What joins networks that are attached to it, each with each. */
export const TRANSITS = {
  aws: "aws:ec2transitgateway/transitGateway:TransitGateway",
  gcp: "gcp:networkconnectivity/hub:Hub",
  azure: "azure-native:network:VirtualHub",
} as const;
export const NETWORK_TYPES: readonly string[] = Object.values(NETWORKS);
export const TRANSIT_TYPES: readonly string[] = Object.values(TRANSITS);
