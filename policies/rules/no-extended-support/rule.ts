import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { ClusterArgs as RdsArgs } from "@pulumi/aws/rds/cluster.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { anyOf, holds } from "../../core/truth.ts";
import { decide, every, notApplicable, notCovered, undetermined, type Verdict } from "../../core/verdict.ts";
import { inSupport, OLDEST_VERSIONS } from "./versions.ts";

const EKS = "aws:eks/cluster:Cluster";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";
const CHANNELS = new Set(["RAPID", "REGULAR", "STABLE", "UNSPECIFIED"]);
const EXTENDED = "open-source-rds-extended-support";

function eks(cluster: Resource<EksArgs>, { config }: Run): readonly Verdict[] {
  const support = cluster.text("upgradePolicy.supportType");
  const verdict = decide(support, {
    known: (type) => {
      if (/^standard$/i.test(type)) return undefined;
      return /^extended$/i.test(type) ? `is ${type}` : notCovered(support.path, "is no kind of support known here");
    },
    absent: "is not set; default is EXTENDED",
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
  const support = database.text("engineLifecycleSupport");
  const verdict = decide(support, {
    known: (word) => {
      if (word === `${EXTENDED}-disabled`) return undefined;
      return word === EXTENDED ? `is ${word}` : notCovered(support.path, "is no kind of support known here");
    },
    absent: `is not set; default is ${EXTENDED}`,
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
  const channel = cluster.text("releaseChannel.channel");
  return decide(channel, {
    known: (word) => {
      const name = word.toUpperCase();
      if (CHANNELS.has(name)) return undefined;
      return name === "EXTENDED" ? `is ${word}` : notCovered(channel.path, "is no channel that this rule knows");
    },
  });
}

function aks(cluster: Resource<ManagedClusterArgs>, { config }: Run): readonly Verdict[] {
  const plan = cluster.text("supportPlan");
  const verdict = decide(plan, {
    known: (word) => {
      if (/^kubernetesofficial$/i.test(word)) return undefined;
      return /^akslongtermsupport$/i.test(word) ? `is ${word}` : notCovered(plan.path, "is no plan known here");
    },
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
