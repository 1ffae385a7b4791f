import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { ClusterArgs as RdsArgs } from "@pulumi/aws/rds/cluster.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import { mustSay } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { anyOf, holds } from "../../core/truth.ts";
import { every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { inSupport, OLDEST_VERSIONS } from "./versions.ts";

const EKS = "aws:eks/cluster:Cluster";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";
const EXTENDED = "open-source-rds-extended-support";

function eks(cluster: Resource<EksArgs>, { config }: Run): readonly Verdict[] {
  const verdict = mustSay(cluster.text("upgradePolicy.supportType"), {
    good: ["STANDARD"],
    bad: ["EXTENDED"],
    byDefault: "EXTENDED",
  });
  return every([verdict, inSupport(cluster.text("version"), "eks", config)]);
}

/** Only the open-source engines have a paid extension. */
function database(database: Resource<RdsArgs & InstanceArgs>, { config }: Run): readonly Verdict[] {
  const engine = database.text("engine");
  const open = holds(engine, (name) => /^(aurora|mysql|postgres)/i.test(name), true);
  // a replica and a restored one have the engine of their source
  const follows = anyOf(
    (["replicateSourceDb", "replicationSourceIdentifier"] as const).map((path) =>
      holds(database.text(path), (source) => source !== ""),
    ),
  );
  if (open === false) return [notApplicable("is an engine without extended support")];
  const verdict = mustSay(database.text("engineLifecycleSupport"), {
    good: [`${EXTENDED}-disabled`],
    bad: [EXTENDED],
    byDefault: EXTENDED,
  });
  if (follows === true) return [notApplicable("follows its source")];
  const name = engine.state === "known" ? engine.value : "";
  const versions = config.read(OLDEST_VERSIONS.name).state !== "absent";
  const version =
    engine.state === "unknown" && versions
      ? undetermined(engine)
      : inSupport(database.text("engineVersion"), name, config);
  const verdicts = every([verdict, version]);
  const faulty = verdicts.some(({ word }) => word === "fail");
  const unclear = typeof open === "boolean" ? follows : open;
  return faulty && typeof unclear !== "boolean" ? [undetermined(unclear)] : verdicts;
}

function gke(cluster: Resource<GkeArgs>): Verdict {
  return mustSay(cluster.text("releaseChannel.channel"), {
    good: ["RAPID", "REGULAR", "STABLE", "UNSPECIFIED"],
    bad: ["EXTENDED"],
    byDefault: "REGULAR",
  });
}

function aks(cluster: Resource<ManagedClusterArgs>, { config }: Run): readonly Verdict[] {
  const verdict = mustSay(cluster.text("supportPlan"), {
    good: ["KubernetesOfficial"],
    bad: ["AKSLongTermSupport"],
    byDefault: "KubernetesOfficial",
  });
  return every([verdict, inSupport(cluster.text("kubernetesVersion"), "aks", config)]);
}

const FIX: Readonly<Record<string, string>> = {
  "upgradePolicy.supportType": "Set `upgradePolicy.supportType: STANDARD`.",
  engineLifecycleSupport: `Set \`engineLifecycleSupport: ${EXTENDED}-disabled\`.`,
  "releaseChannel.channel": "Set `releaseChannel.channel: REGULAR`.",
  supportPlan: "Set `supportPlan: KubernetesOfficial`.",
};

export const noExtendedSupport: Rule = {
  id: "no-extended-support",
  packs: ["cost", "reliability"],
  title: "Nothing drifts into paid extended support",
  severity: "medium",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "A version past its standard support costs a multiple from one day to the next, and gets ever fewer fixes.",
  equivalents: ["CKV_AWS_339", "CKV_GCP_70"],
  fixText: ({ path }) => FIX[path] ?? `Raise \`${path}\`.`,
  inPlace: [EKS, GKE, AKS],
  settings: [OLDEST_VERSIONS],
  checks: {
    [EKS]: eks,
    ...each(["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"], database),
    [GKE]: gke,
    [AKS]: aks,
  },
};
