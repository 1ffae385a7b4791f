import type { Properties } from "../../wire/value.ts";
import { type Context, text } from "../type.ts";
import type { Thing } from "../world/thing.ts";
import { kindOf } from "./kind.ts";
import { objectAt } from "./metadata.ts";

/** What a managed service answers at, and the groups that it brings along itself. */
interface Service {
  readonly package: string;
  readonly type: string;
  readonly hosts: (outputs: Properties) => readonly (string | undefined)[];
  readonly brings: (outputs: Properties) => RegExp;
}
const isOn = (outputs: Properties, key: string): boolean => objectAt(outputs, key)["enabled"] === true;

// what the services' pages on their own add-ons name
const SERVICES: readonly Service[] = [
  {
    package: "aws",
    type: "aws:eks/cluster:Cluster",
    hosts: (outputs) => [text(outputs, "endpoint")],
    brings: (outputs) =>
      isOn(outputs, "computeConfig")
        ? /\.k8s\.aws$|amazonaws\.com$|^karpenter\.sh$|^snapshot\.storage\.k8s\.io$/
        : /\.k8s\.aws$|amazonaws\.com$|^snapshot\.storage\.k8s\.io$/,
  },
  {
    package: "gcp",
    type: "gcp:container/cluster:Cluster",
    hosts: (outputs) => [
      text(outputs, "endpoint"),
      text(objectAt(outputs, "privateClusterConfig"), "privateEndpoint"),
      text(objectAt(objectAt(outputs, "controlPlaneEndpointsConfig"), "dnsEndpointConfig"), "endpoint"),
    ],
    brings: (outputs) =>
      objectAt(outputs, "gatewayApiConfig")["channel"] === "CHANNEL_STANDARD"
        ? /gke\.io$|cloud\.google\.com$|^(snapshot\.storage|autoscaling|gateway\.networking)\.k8s\.io$|^cilium\.io$/
        : /gke\.io$|cloud\.google\.com$|^(snapshot\.storage|autoscaling)\.k8s\.io$|^cilium\.io$/,
  },
  {
    package: "azure-native",
    type: "azure-native:containerservice:ManagedCluster",
    hosts: (outputs) => [text(outputs, "fqdn"), text(outputs, "privateFQDN")],
    brings: (outputs) =>
      objectAt(outputs, "nodeProvisioningProfile")["mode"] === "Auto"
        ? /azure\.com$|azmk8s\.io$|^karpenter\.sh$|^(snapshot\.storage|autoscaling)\.k8s\.io$|^cilium\.io$/
        : /azure\.com$|azmk8s\.io$|^(snapshot\.storage|autoscaling)\.k8s\.io$|^cilium\.io$/,
  },
];

/** Whether a cluster may know a kind that no definition of this program names: only a cluster that this program made, and put no chart on, surely does not. */
export function mayKnow(context: Context): boolean {
  const cluster = madeHere(context);
  if (cluster === undefined) return true;
  const { world, site, type } = context;
  if (world.list("kubernetes", "kubernetes:helm.sh/v3:Release", site.account).length > 0) return true;
  const [group = ""] = kindOf(type).apiVersion.split("/");
  return cluster.service.brings(cluster.thing.outputs).test(group);
}

/** The managed cluster of this rehearsal that a provider speaks to. */
export function madeHere({ site, world }: Context): { readonly service: Service; readonly thing: Thing } | undefined {
  const kubeconfig = site.config["kubeconfig"];
  if (typeof kubeconfig !== "string") return undefined;
  for (const service of SERVICES) {
    const thing = world
      .list(service.package, service.type)
      .find(
        ({ origin, outputs }) =>
          origin !== "assumed" &&
          service.hosts(outputs).some((host) => host !== undefined && kubeconfig.includes(host)),
      );
    if (thing) return { service, thing };
  }
  return undefined;
}
