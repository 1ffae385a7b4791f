import { all, type Input, type Output } from "@pulumi/pulumi";
import type { NetworkPlace, NetworkPlaceOf } from "../core/network.ts";
import type { Cloud } from "../core/site.ts";
import type { Member } from "./plan.ts";

/** How a cloud is told to give a service a private balancer at given addresses. */
export interface Balancer {
  readonly annotations: Readonly<Record<string, Input<string>>>;
  readonly spec: { readonly loadBalancerClass?: string; readonly loadBalancerIP?: string };
}
const AWS = "service.beta.kubernetes.io/aws-load-balancer";
const GCP = "networking.gke.io";
const lastOf = (id: Output<string>) => id.apply((path) => path.split("/").at(-1) ?? path);
const AZURE = "service.beta.kubernetes.io/azure-load-balancer";

const BALANCERS: { readonly [C in Cloud]: (place: NetworkPlaceOf<C>, addresses: readonly string[]) => Balancer } = {
  // the controller's own class; the one inside Kubernetes would make a Classic one, whose addresses change
  aws: ({ balancerSubnetIds }, addresses) => ({
    annotations: {
      [`${AWS}-scheme`]: "internal",
      [`${AWS}-nlb-target-type`]: "ip",
      [`${AWS}-subnets`]: all([...balancerSubnetIds]).apply((ids) => ids.join(",")),
      [`${AWS}-private-ipv4-addresses`]: addresses.join(","),
      [`${AWS}-attributes`]: "load_balancing.cross_zone.enabled=true",
    },
    spec: { loadBalancerClass: "service.k8s.aws/nlb" },
  }),
  gcp: ({ balancerSubnetworkId }, [address = ""]) => ({
    annotations: {
      [`${GCP}/load-balancer-type`]: "Internal",
      [`${GCP}/internal-load-balancer-allow-global-access`]: "true",
      [`${GCP}/internal-load-balancer-subnet`]: lastOf(balancerSubnetworkId),
    },
    spec: { loadBalancerIP: address },
  }),
  azure: ({ balancerSubnetId }, [address = ""]) => ({
    annotations: {
      [`${AZURE}-internal`]: "true",
      [`${AZURE}-internal-subnet`]: lastOf(balancerSubnetId),
      [`${AZURE}-ipv4`]: address,
    },
    spec: {},
  }),
};

/** The balancer of a cluster's gateway between clusters. */
export function balancerOf({ cluster: { network }, addresses }: Member): Balancer {
  const of = BALANCERS[network.cloud] as (place: NetworkPlace, addresses: readonly string[]) => Balancer;
  return of(network, addresses);
}
