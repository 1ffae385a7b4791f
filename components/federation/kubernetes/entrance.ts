import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { all, type Input, type Output, type Resource } from "@pulumi/pulumi";
import type { NetworkPlace, NetworkPlaceOf } from "../../core/network.ts";
import type { Cloud } from "../../core/site.ts";
import type { FederationScope } from "../native.ts";
import { API_PORT, type FederationPlan } from "../plan.ts";
import { inSystem } from "./place.ts";

type Annotations = Readonly<Record<string, Input<string>>>;
interface Balancer {
  readonly annotations: Annotations;
  readonly spec?: { readonly loadBalancerClass: string } | { readonly loadBalancerIP: string };
}

/** The private address of the federation's API server, the same for ever: runners and agents know it before it is there. */
export function entrance(
  { child, cluster }: FederationScope,
  { addresses, callers }: FederationPlan,
  after: readonly Resource[],
) {
  const { network } = cluster;
  const balance = balancers[network.cloud] as (network: NetworkPlace, addresses: readonly string[]) => Balancer;
  const { annotations, spec } = balance(network, addresses);
  return new Service(
    ...child(
      "entrance",
      {
        metadata: { ...inSystem("federation-entrance", "karmada-apiserver"), annotations },
        spec: {
          type: "LoadBalancer",
          selector: { app: "karmada-apiserver" },
          ports: [{ name: "https", port: API_PORT, targetPort: API_PORT }],
          // policies see who calls
          externalTrafficPolicy: "Local",
          loadBalancerSourceRanges: [...callers],
          ...spec,
        },
      },
      { dependsOn: [...after], invariants: ["spec.loadBalancerSourceRanges"] },
    ),
  );
}

const aws = "service.beta.kubernetes.io/aws-load-balancer";
const azure = "service.beta.kubernetes.io/azure-load-balancer";
// AWS Load Balancer Controller, GKE and cloud-provider-azure: their pages on annotations of services
const balancers: {
  readonly [C in Cloud]: (network: NetworkPlaceOf<C>, addresses: readonly string[]) => Balancer;
} = {
  aws: ({ balancerSubnetIds }, addresses) => ({
    annotations: {
      [`${aws}-scheme`]: "internal",
      [`${aws}-nlb-target-type`]: "ip",
      [`${aws}-subnets`]: list(balancerSubnetIds),
      [`${aws}-private-ipv4-addresses`]: addresses.join(","),
      // one zone's address serves the pods of all zones
      [`${aws}-attributes`]: "load_balancing.cross_zone.enabled=true",
      [`${aws}-target-group-attributes`]: "preserve_client_ip.enabled=true",
    },
    spec: { loadBalancerClass: "service.k8s.aws/nlb" },
  }),
  gcp: ({ balancerSubnetworkId }, [address = ""]) => ({
    annotations: {
      "networking.gke.io/load-balancer-type": "Internal",
      // from other regions, through the backbone
      "networking.gke.io/internal-load-balancer-allow-global-access": "true",
      "networking.gke.io/internal-load-balancer-subnet": lastOf(balancerSubnetworkId),
    },
    spec: { loadBalancerIP: address },
  }),
  azure: ({ balancerSubnetId }, [address = ""]) => ({
    annotations: {
      [`${azure}-internal`]: "true",
      [`${azure}-internal-subnet`]: lastOf(balancerSubnetId),
      [`${azure}-ipv4`]: address,
    },
  }),
};

function list(parts: readonly Output<string>[]): Output<string> {
  return all([...parts]).apply((known) => known.join(","));
}

function lastOf(path: Output<string>): Output<string> {
  return path.apply((known) => known.slice(known.lastIndexOf("/") + 1));
}
