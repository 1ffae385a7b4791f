import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import { listed } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { every, type Verdict } from "../../core/verdict.ts";
import { anyPublic } from "../../models/address.ts";

const EKS = "aws:eks/cluster:Cluster";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";

/** Whoever is not kept out by an address or a list reaches the API server. */
function answers(path: string, reachable: Truth, isListed: Truth, listIsPublic: Truth, byDefault: string): Verdict {
  const anybody = allOf([reachable, not(isListed)]);
  if (anybody === true) return faultIf(true, path, byDefault);
  return faultIf(anyOf([anybody, allOf([reachable, listIsPublic])]), path, "lets the internet reach the API server");
}

function eks(cluster: Resource<EksArgs>): Verdict {
  const path = "vpcConfig.publicAccessCidrs";
  const reachable = holds(cluster.flag("vpcConfig.endpointPublicAccess"), (on) => on, true);
  const named = holds(cluster.list(path), (blocks) => blocks.length > 0);
  return answers(path, reachable, named, anyPublic(listed(cluster, path)), "is not set; default is 0.0.0.0/0");
}

function gke(cluster: Resource<GkeArgs>): readonly Verdict[] {
  const path = "masterAuthorizedNetworksConfig";
  const reachable = allOf([
    not(holds(cluster.flag("privateClusterConfig.enablePrivateEndpoint"), (on) => on)),
    holds(cluster.flag("controlPlaneEndpointsConfig.ipEndpointsConfig.enabled"), (on) => on, true),
  ]);
  // with an empty list nobody comes in, without the list everybody
  const named = isSet(cluster.read(path));
  const open = anyPublic(listed(cluster, `${path}.cidrBlocks`, "cidrBlock"));
  const name = "controlPlaneEndpointsConfig.dnsEndpointConfig.allowExternalTraffic";
  const dns = holds(cluster.flag(name), (on) => on);
  return every([
    answers(path, reachable, named, open, "is not set; default is no list, so any address reaches the API server"),
    faultIf(dns, name, "is true, so any address reaches the API server by its DNS name", "medium"),
  ]);
}

function aks(cluster: Resource<ManagedClusterArgs>): Verdict {
  const path = "apiServerAccessProfile.authorizedIPRanges";
  const reachable = allOf([
    not(holds(cluster.flag("apiServerAccessProfile.enablePrivateCluster"), (on) => on)),
    not(holds(cluster.text("publicNetworkAccess"), (word) => word.toLowerCase() === "disabled")),
  ]);
  const named = holds(cluster.list(path), (ranges) => ranges.length > 0);
  const absent = "is not set; default is no list, so any address reaches the API server";
  return answers(path, reachable, named, anyPublic(listed(cluster, path)), absent);
}

export const k8sApiEndpointPrivate: Rule = {
  id: "k8s-api-endpoint-private",
  packs: ["zero-trust"],
  title: "Kubernetes API servers answer known networks only",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "Whoever reaches an API server can try stolen tokens and the next flaw of it, before anybody has been asked who they are.",
  equivalents: [
    "CKV_AWS_38",
    "CKV_AWS_39",
    "CKV_GCP_18",
    "CKV_GCP_20",
    "CKV_GCP_25",
    "CKV_AZURE_6",
    "CKV_AZURE_115",
    "AWS-0040",
    "AWS-0041",
    "GCP-0053",
    "GCP-0061",
    "AZU-0041",
    "AZU-0065",
  ],
  fixText: ({ type, path }) => {
    if (type === EKS) {
      return "Set `vpcConfig.endpointPrivateAccess: true` and `endpointPublicAccess: false`, or name the networks that need it in `publicAccessCidrs`.";
    }
    if (type === AKS) {
      return "Name the networks that need it in `apiServerAccessProfile.authorizedIPRanges`; `enablePrivateCluster: true` is for a new cluster.";
    }
    if (path.endsWith("allowExternalTraffic")) return `Set \`${path}: false\`.`;
    return "Set `privateClusterConfig.enablePrivateEndpoint: true`, or name the networks that need it in `masterAuthorizedNetworksConfig.cidrBlocks`.";
  },
  checks: { [EKS]: eks, [GKE]: gke, [AKS]: aks },
};
