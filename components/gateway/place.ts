import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";

/** What the gateway's pods are called, and who they are to others, the same in every cluster. */
export const EDGE = {
  namespace: "gateways",
  name: "edge",
  serviceAccount: "edge",
  labels: { "gateway.networking.k8s.io/gateway-name": "edge" },
};
/** The name in the certificate of the hop from the cloud's balancer to the pods. */
export const HOP_HOST = "edge.gateways.svc.cluster.local";
/** Where anybody may ask whether calls get in to the pods: it says that they do, and nothing else. */
export const HEALTH_PATH = "/healthz/ready";
/** Where the pods speak TLS, and where the service does. */
export const POD_PORT = 8443;
export const SERVICE_PORT = 443;

// where Google's health checks come from (Cloud Load Balancing documentation, "Firewall rules")
const GOOGLE_PROBES = ["35.191.0.0/16", "130.211.0.0/22"];
const PROBED_FROM: { readonly [C in Cloud]: readonly string[] } = { aws: [], gcp: GOOGLE_PROBES, azure: [] };

/** Whom the pods answer: the cloud's balancer, which stands at the edge, and its probes. */
export function callersOf({ network, site }: KubernetesCluster): readonly string[] {
  return [network.allocation.edge, ...PROBED_FROM[site.cloud]];
}
