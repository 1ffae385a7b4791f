import { type FailingByType, held, limit, refused } from "../failing.ts";

const NAMED = [
  "address:Address",
  "disk:Disk",
  "forwardingRule:ForwardingRule",
  "globalAddress:GlobalAddress",
  "network:Network",
  "regionBackendService:RegionBackendService",
  "regionHealthCheck:RegionHealthCheck",
  "router:Router",
  "subnetwork:Subnetwork",
];

/** A failing program for every constraint of Google Cloud types. */
export const failing: FailingByType = {
  ...Object.fromEntries(NAMED.map((kind) => [`gcp:compute/${kind}`, [refused("name", { name: "Capital" })]])),
  "gcp:bigquery/dataset:Dataset": [
    held(
      "deleteContentsOnDestroy",
      { datasetId: "sales" },
      {
        type: "gcp:bigquery/table:Table",
        inputs: () => ({ datasetId: "sales", tableId: "orders", deletionProtection: false }),
      },
    ),
  ],
  "gcp:bigquery/table:Table": [held("deletionProtection", { deletionProtection: true })],
  "gcp:cloudfunctions/function:Function": [
    limit("name", { name: "ends-with-" }),
    limit("timeout", { timeout: 600 }),
    limit("eventTrigger", { eventTrigger: { eventType: "google.pubsub.topic.publish", resource: "orders" } }),
    limit("sourceRepository", { sourceRepository: { url: "https://example.com" }, sourceArchiveBucket: "b" }),
    refused("triggerHttp", { triggerHttp: false }),
  ],
  "gcp:cloudfunctionsv2/function:Function": [limit("name", { name: "Capital" })],
  "gcp:cloudrun/service:Service": [refused("name", { name: "Capital" })],
  "gcp:certificateauthority/authority:Authority": [held("deletionProtection", { deletionProtection: true })],
  "gcp:cloudrunv2/service:Service": [held("deletionProtection", { deletionProtection: true })],
  "gcp:compute/firewall:Firewall": [
    limit("sourceServiceAccounts", { sourceServiceAccounts: ["a@b"], targetTags: ["web"] }),
    limit("targetServiceAccounts", { targetServiceAccounts: ["a@b"], sourceTags: ["web"] }),
    limit("priority", { priority: 70_000 }),
    refused("name", { name: "Capital" }),
    refused("sourceRanges", { direction: "INGRESS" }),
    refused("allows", { denies: [{ protocol: "tcp" }] }),
  ],
  "gcp:compute/instance:Instance": [
    refused("name", { name: "Capital" }),
    refused("scheduling.automaticRestart", { scheduling: { preemptible: true } }),
    held("deletionProtection", { deletionProtection: true }),
  ],
  "gcp:container/cluster:Cluster": [held("deletionProtection", { deletionProtection: true })],
  "gcp:dns/managedZone:ManagedZone": [limit("dnsName", { dnsName: "example.com" })],
  "gcp:projects/iAMCustomRole:IAMCustomRole": [limit("roleId", { roleId: "with-dash" })],
  "gcp:pubsub/subscription:Subscription": [
    limit("name", { name: "goog-is-taken" }),
    limit("ackDeadlineSeconds", { ackDeadlineSeconds: 5 }),
    limit("messageRetentionDuration", { messageRetentionDuration: "1s" }),
    limit("deadLetterPolicy.maxDeliveryAttempts", { deadLetterPolicy: { maxDeliveryAttempts: 2 } }),
  ],
  "gcp:pubsub/topic:Topic": [
    limit("name", { name: "goog-is-taken" }),
    limit("messageRetentionDuration", { messageRetentionDuration: "1s" }),
  ],
  "gcp:secretmanager/secret:Secret": [limit("secretId", { secretId: "with space" })],
  "gcp:serviceaccount/account:Account": [limit("accountId", { accountId: "short" })],
  "gcp:sql/databaseInstance:DatabaseInstance": [held("deletionProtection", { deletionProtection: true })],
  "gcp:storage/bucket:Bucket": [
    refused("name", { name: "Capital" }),
    held(
      "forceDestroy",
      { forceDestroy: false },
      {
        type: "gcp:storage/bucketObject:BucketObject",
        inputs: (bucket) => ({ bucket, name: "left", content: "behind" }),
      },
    ),
  ],
};
