import type { Input, Output } from "@pulumi/pulumi";
import { physicalName } from "../core/name.ts";
import type { NetworkPlace, NetworkPlaceOf } from "../core/network.ts";
import type { Cloud } from "../core/site.ts";
import { addressIn } from "../ipam/index.ts";
import { STATUS_PORT } from "../mesh/index.ts";
import type { GatewaySpec } from "./args.ts";
import { SERVICE_PORT } from "./place.ts";

/** How the pods are found by what the cloud puts before them. */
export interface Found {
  readonly annotations: Readonly<Record<string, Input<string>>>;
  readonly spec: object;
}
const AZURE = "service.beta.kubernetes.io/azure-load-balancer";
const lastOf = (id: Output<string>) => id.apply((path) => path.split("/").at(-1) ?? path);

const FOUND: { readonly [C in Cloud]: (network: NetworkPlaceOf<C>, name: string, spec: GatewaySpec) => Found } = {
  // a TargetGroupBinding enters the pods into the balancer's target group
  aws: () => ({ annotations: {}, spec: { type: "ClusterIP" } }),
  // GKE enters the pods into a group of that name in each zone
  gcp: (_network, name, { cluster }) => ({
    annotations: {
      "cloud.google.com/neg": JSON.stringify({
        exposed_ports: Object.fromEntries(
          [SERVICE_PORT, STATUS_PORT].map((port) => [port, { name: endpointGroup(name, cluster, port) }]),
        ),
      }),
    },
    spec: { type: "ClusterIP" },
  }),
  azure: ({ balancerSubnetId, allocation }, _name, spec) => ({
    annotations: {
      [`${AZURE}-internal`]: "true",
      [`${AZURE}-internal-subnet`]: lastOf(balancerSubnetId),
      [`${AZURE}-ipv4`]: balancerAddress(spec),
    },
    spec: {
      type: "LoadBalancer",
      loadBalancerSourceRanges: [allocation.edge],
      // only machines that have a pod are asked, at their own address: no port of theirs is opened
      externalTrafficPolicy: "Local",
      allocateLoadBalancerNodePorts: false,
    },
  }),
};

/** What is said of the pods' service on its cloud. */
export function foundBy(name: string, spec: GatewaySpec): Found {
  const { network } = spec.cluster;
  const of = FOUND[network.cloud] as (network: NetworkPlace, name: string, spec: GatewaySpec) => Found;
  return of(network, name, spec);
}

/** What GKE calls the group of the pods' addresses, on one port, in each zone. */
export function endpointGroup(name: string, { site }: GatewaySpec["cluster"], port: number): string {
  return physicalName(site, `${name}-${port}`, { max: 63 });
}

/** The pods' one address where a private balancer stands before them. */
export function balancerAddress({ cluster, native }: GatewaySpec): string {
  return addressIn(cluster.network.allocation.balancers, native.azure?.balancerHost ?? 20);
}
