import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const eks = "aws:eks/cluster:Cluster";
const databases = ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"];
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";

const config = { oldestVersions: { eks: "1.32", aks: "1.32", "aurora-postgresql": "14", mysql: "8.4" } };
const standard = { upgradePolicy: { supportType: "STANDARD" } };
const disabled = { engineLifecycleSupport: "open-source-rds-extended-support-disabled" };
const each = (props: Example["props"], more: Partial<Example> = {}): readonly Example[] =>
  databases.map((type) => ({ type, props, ...more }));

export const examples: Examples = {
  pass: [
    { type: eks, props: standard },
    { type: eks, props: { ...standard, version: "1.34" }, config },
    { type: eks, props: { ...standard, version: "1.32" }, config },
    // nobody said which versions are old
    { type: eks, props: { ...standard, version: "1.20" } },
    ...each({ engine: "aurora-postgresql", ...disabled }),
    ...each({ engine: "aurora-postgresql", engineVersion: "16.6", ...disabled }, { config }),
    ...each({ engine: "mysql", engineVersion: "8", ...disabled }, { config }),
    ...each({ engine: "mysql", engineVersion: "8.4", ...disabled }, { config }),
    ...each({ engine: "mysql", engineVersion: "8.4.3", ...disabled }, { config }),
    // an engine of another name has no oldest version
    ...each({ engine: "aurora-mysql", engineVersion: "5.7", ...disabled }, { config }),
    // nobody said which versions are old, so the engine does not matter
    ...each({ engine: UNKNOWN, engineVersion: "5.7", ...disabled }),
    { type: gke, props: { releaseChannel: { channel: "RAPID" } } },
    { type: gke, props: { releaseChannel: { channel: "UNSPECIFIED" } } },
    { type: gke, props: {} },
    { type: gke, props: { releaseChannel: { channel: "REGULAR" } } },
    { type: gke, props: { releaseChannel: { channel: "stable" } } },
    { type: aks, props: {} },
    { type: aks, props: { supportPlan: "KubernetesOfficial", kubernetesVersion: "1.33.2" }, config },
    { type: "azure-native:containerservice/v20240901:ManagedCluster", props: { supportPlan: "KubernetesOfficial" } },
  ],
  fail: [
    { type: eks, props: {} },
    { type: eks, props: { upgradePolicy: { supportType: "EXTENDED" } } },
    { type: eks, props: { upgradePolicy: {} } },
    { type: eks, props: { ...standard, version: "1.9" }, config },
    { type: eks, props: { ...standard, version: 1.31 }, config },
    ...each({ engine: "postgres" }),
    // the source of a copy is none where it is empty
    { type: "aws:rds/instance:Instance", props: { engine: "postgres", replicateSourceDb: "" } },
    ...each({ engine: "aurora-mysql", engineLifecycleSupport: "open-source-rds-extended-support" }),
    ...each({ engine: "aurora-postgresql", engineVersion: "13.18", ...disabled }, { config }),
    ...each({ engine: "mysql", engineVersion: "8.0.mysql_aurora.3.08.0", ...disabled }, { config }),
    { type: gke, props: { releaseChannel: { channel: "EXTENDED" } } },
    { type: aks, props: { supportPlan: "AKSLongTermSupport" } },
    { type: aks, props: { kubernetesVersion: "1.28" }, config },
  ],
  undetermined: [
    { type: eks, props: { upgradePolicy: UNKNOWN } },
    { type: eks, props: { upgradePolicy: { supportType: "FOREVER" } } },
    { type: eks, props: { ...standard, version: UNKNOWN }, config },
    { type: eks, props: { ...standard, version: "latest" }, config },
    ...each({ engine: "mysql", engineLifecycleSupport: UNKNOWN }),
    ...each({ engine: UNKNOWN }),
    ...each({ engine: UNKNOWN, engineVersion: "5.7", ...disabled }, { config }),
    ...each({ engine: UNKNOWN, engineLifecycleSupport: "some" }),
    ...each({ engine: "mysql", engineVersion: "v8", ...disabled }, { config }),
    ...each({ engine: "mysql", engineVersion: UNKNOWN, ...disabled }, { config }),
    { type: aks, props: { supportPlan: "Gold" } },
    {
      type: "aws:rds/instance:Instance",
      props: { engine: "mysql", engineLifecycleSupport: "some", replicateSourceDb: UNKNOWN },
    },
    ...each({ engine: "mysql", engineLifecycleSupport: "some" }),
    { type: gke, props: { releaseChannel: UNKNOWN } },
    { type: gke, props: { releaseChannel: { channel: "SLOW" } } },
    { type: aks, props: { supportPlan: UNKNOWN } },
    { type: aks, props: { kubernetesVersion: UNKNOWN }, config },
  ],
  notApplicable: [
    ...each({ engine: "sqlserver-se" }),
    ...each({ engine: "custom-postgres" }),
    { type: "aws:rds/instance:Instance", props: { engine: "mariadb" } },
    { type: "aws:rds/instance:Instance", props: { replicateSourceDb: "main" } },
    { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-mysql", replicationSourceIdentifier: "arn" } },
  ],
};
