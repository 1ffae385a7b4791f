import { createHash } from "node:crypto";
import type { ReportResource } from "./model.ts";

const CLOUDS = ["aws", "gcp", "azure"] as const;
const PARTS = {
  Queue: {
    aws: ["aws:sqs/queue:Queue", "aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy", "aws:kms/key:Key"],
    gcp: ["gcp:pubsub/topic:Topic", "gcp:pubsub/subscription:Subscription", "gcp:kms/cryptoKey:CryptoKey"],
    azure: ["azure-native:servicebus:Namespace", "azure-native:servicebus:Queue"],
  },
  Function: {
    aws: ["aws:lambda/function:Function", "aws:iam/role:Role", "aws:cloudwatch/logGroup:LogGroup"],
    gcp: ["gcp:cloudfunctionsv2/function:Function", "gcp:serviceaccount/account:Account"],
    azure: ["azure-native:web:WebApp", "azure-native:managedidentity:UserAssignedIdentity"],
  },
  Bucket: {
    aws: ["aws:s3/bucket:Bucket", "aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketPolicy:BucketPolicy"],
    gcp: ["gcp:storage/bucket:Bucket", "gcp:storage/bucketIAMMember:BucketIAMMember"],
    azure: ["azure-native:storage:StorageAccount", "azure-native:storage:BlobContainer"],
  },
  Cluster: {
    aws: ["aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup", "kubernetes:core/v1:Namespace"],
    gcp: ["gcp:container/cluster:Cluster", "gcp:container/nodePool:NodePool", "kubernetes:core/v1:Namespace"],
    azure: ["azure-native:containerservice:ManagedCluster", "kubernetes:apps/v1:Deployment"],
  },
} as const;
const REGIONS: { readonly [cloud: string]: string } = {
  aws: "eu-central-1",
  gcp: "europe-west3",
  azure: "germanywestcentral",
  kubernetes: "cluster",
};
const NETWORKS = {
  aws: "aws:ec2/vpc:Vpc",
  gcp: "gcp:compute/network:Network",
  azure: "azure-native:network:VirtualNetwork",
} as const;
const KINDS = ["Cluster", "Queue", "Function", "Bucket"] as const;
const NOUNS = ["orders", "payments", "uploads", "audit", "ledger", "catalog", "invoices", "telemetry"];

const STACK = urn("pulumi:pulumi:Stack", "shop-prod");

/** A URN of the sample's stack. */
export function urn(type: string, name: string): string {
  return `urn:pulumi:prod::shop::${type}::${name}`;
}

function resource(type: string, name: string, over: Partial<ReportResource>): ReportResource {
  const cloud = type.split(":")[0]?.replace("-native", "") ?? "";
  const digest = createHash("sha256")
    .update(name + type)
    .digest("hex")
    .slice(0, 12);
  return {
    urn: urn(type, name),
    type,
    name,
    id: over.custom === false ? "" : `${name}-${digest.slice(0, 7)}`,
    cloud,
    region: REGIONS[cloud] ?? "",
    network: "",
    component: "",
    parent: STACK,
    custom: true,
    protect: false,
    provider: "",
    dependencies: [],
    source: "stacks/services.ts#13,18",
    fidelity: digest < "9" ? "exact" : "derived",
    ...over,
  };
}

/** Components on three clouds until there are as many real resources as asked for. */
export function estate(size: number): ReportResource[] {
  const made: ReportResource[] = [
    resource("pulumi:pulumi:Stack", "shop-prod", { custom: false, fidelity: "none", parent: "" }),
  ];
  const queues = new Map<string, string>();
  for (let index = 0, real = 0; real < size; index++) {
    const cloud = CLOUDS[index % 3] ?? "aws";
    const kind = KINDS[Math.floor(index / 3) % 4] ?? "Queue";
    const round = Math.floor(index / 96);
    const name = `${cloud}-${NOUNS[Math.floor(index / 12) % 8] ?? ""}${round > 0 ? `-${round + 1}` : ""}-${kind.toLowerCase()}`;
    const network = kind === "Cluster" ? urn(NETWORKS[cloud], `${cloud}-network`) : "";
    const component = resource(`archipel:index:${kind}`, name, { custom: false, fidelity: "none" });
    made.push(component);
    for (const [part, type] of PARTS[kind][cloud].entries()) {
      if (real++ >= size) break;
      const child =
        part === 0
          ? name
          : `${name}-${part === 1 && kind === "Queue" ? "dead" : type.split(/[:/]/).at(-1)?.toLowerCase()}`;
      made.push(
        resource(type, child, {
          component: component.urn,
          parent: component.urn,
          protect: kind === "Bucket",
          network,
          dependencies: part > 0 ? [made.at(-1)?.urn ?? ""] : kind === "Function" ? [queues.get(cloud) ?? ""] : [],
        }),
      );
      if (part === 0 && kind === "Queue") queues.set(cloud, made.at(-1)?.urn ?? "");
    }
  }
  return made;
}
