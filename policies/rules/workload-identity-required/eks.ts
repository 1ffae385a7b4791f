import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { PodIdentityAssociationArgs } from "@pulumi/aws/eks/podIdentityAssociation.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { clustersOf, EKS, hasAddon, isAuto } from "../../models/eks.ts";

const AGENT = "eks-pod-identity-agent";
export const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const ISSUER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

/** Add-ons that call the cloud, and the service account they do it under. */
const CALLERS: Readonly<Record<string, string>> = {
  "amazon-cloudwatch-observability": "cloudwatch-agent",
  "aws-ebs-csi-driver": "ebs-csi-controller-sa",
  "aws-efs-csi-driver": "efs-csi-controller-sa",
  "aws-mountpoint-s3-csi-driver": "s3-csi-driver-sa",
  "vpc-cni": "aws-node",
};

/** A cluster whose pods can have identities: by the agent, by its issuer, or because AWS runs it. */
export function cluster(own: Resource, { graph }: GraphRun): Verdict {
  const can = anyOf([isAuto(own), hasAddon(own, AGENT, graph), hasIssuer(own, graph)]);
  return faultIf(not(can), "", `has neither the add-on ${AGENT} nor an OpenIdConnectProvider for its issuer`);
}

function hasIssuer(own: Resource, graph: GraphRun["graph"]): Truth {
  return anyOf(
    graph.ofType(ISSUER).map((provider) => {
      const tied = provider.edges["url"] ?? [];
      if (tied.includes(own.urn)) return true;
      if (tied.some((urn) => urn.includes(`${EKS}::`))) return false;
      return holds(provider.text("url"), (url) => /(^|\/)oidc\.eks\./.test(url));
    }),
  );
}

/** An association that nobody serves leaves the pod with the identity of its node. */
export function association(own: Resource<PodIdentityAssociationArgs>, { graph }: GraphRun): readonly Verdict[] {
  const named = ["roleArn", "serviceAccount", "namespace"] as const;
  const clusters = clustersOf(own as Resource, "clusterName", graph);
  const served = clusters.map((one) => anyOf([isAuto(one), hasAddon(one, AGENT, graph)]));
  const unserved = faultIf(not(anyOf(served)), "clusterName", `is a cluster without the add-on ${AGENT}`);
  return every([
    ...named.map((key) =>
      decide(own.text(key), { known: (text) => (text === "" ? "is empty" : undefined), absent: "is not set" }),
    ),
    clusters.length > 0 ? unserved : notCovered("clusterName", "is a cluster of another stack"),
  ]);
}

/** An add-on that calls the cloud has a role of its own. */
export function addon(own: Resource<AddonArgs>, { graph }: GraphRun): Verdict {
  const name = own.text("addonName");
  if (name.state === "unknown") return undetermined(name);
  const account = name.state === "known" ? CALLERS[name.value] : undefined;
  if (account === undefined) return PASS;
  const associated = graph.ofType(ASSOCIATION).map((other) => {
    const same = holds(other.text("serviceAccount"), (text) => text === account);
    return other.providerUrn === own.providerUrn ? same : false;
  });
  const listed = holds(own.list("podIdentityAssociations"), (list) => list.length > 0);
  const auto = anyOf(clustersOf(own as Resource, "clusterName", graph).map(isAuto));
  const has = anyOf([auto, holds(own.text("serviceAccountRoleArn"), (arn) => arn !== ""), listed, ...associated]);
  return faultIf(allOf([not(has)]), "serviceAccountRoleArn", "is not set; the add-on has the identity of its node");
}
