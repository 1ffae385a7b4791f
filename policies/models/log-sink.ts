import type { Graph } from "../core/graph.ts";
import type { Unknown } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { nameOf, pointsTo, typeOf } from "./reference.ts";

/** Where something names the bucket that takes its logs, by type. */
const SENDERS: Readonly<Record<string, readonly string[]>> = {
  "aws:s3/bucket:Bucket": ["logging.targetBucket"],
  "aws:s3/bucketLogging:BucketLogging": ["targetBucket"],
  "aws:lb/loadBalancer:LoadBalancer": ["accessLogs.bucket", "connectionLogs.bucket"],
  "aws:cloudfront/distribution:Distribution": ["loggingConfig.bucket"],
  "aws:cloudtrail/trail:Trail": ["s3BucketName"],
  "aws:ec2/flowLog:FlowLog": ["logDestination"],
  "aws:cfg/deliveryChannel:DeliveryChannel": ["s3BucketName"],
  "gcp:storage/bucket:Bucket": ["logging.logBucket"],
  "gcp:logging/projectSink:ProjectSink": ["destination"],
  "azure-native:monitor:DiagnosticSetting": ["storageAccountId"],
  "azure-native:network:FlowLog": ["storageId"],
};

interface Sinks {
  readonly urns: Set<string>;
  readonly names: Set<string>;
  /** A sender that names nobody we know yet. */
  readonly open: Unknown | undefined;
}
// asked for each bucket of a stack, and the same for all of them
const known = new WeakMap<Graph, Sinks>();

function sinksOf(graph: Graph): Sinks {
  const senders = Object.entries(SENDERS).flatMap(([type, paths]) =>
    graph.ofType(type).flatMap((sender) => paths.map((path) => [sender, path] as const)),
  );
  const urns = new Set<string>();
  const names = new Set<string>();
  let open: Unknown | undefined;
  for (const [sender, path] of senders) {
    const edges = sender.edges[path.split(".")[0] ?? ""] ?? [];
    for (const urn of edges) urns.add(urn);
    const said = sender.text(path);
    if (said.state === "known") names.add(said.value);
    // what was computed from something keeps its edge
    else if (said.state === "unknown" && edges.length === 0) open ??= said;
  }
  return { urns, names, open };
}

/** Whether a bucket takes the logs of others, so that logging its own access would never end. */
export function isLogSink(bucket: Resource, graph: Graph): Truth {
  const sinks = known.get(graph) ?? sinksOf(graph);
  known.set(graph, sinks);
  const name = bucket.text("bucket");
  if (sinks.urns.has(bucket.urn) || (name.state === "known" && sinks.names.has(name.value))) return true;
  if (name.state === "unknown" && sinks.names.size > 0) return name;
  return sinks.open ?? false;
}

type Sender = readonly [type: string, property: string];
/** What exports the logs of Google Cloud, at each level. */
export const GCP_SINKS = [
  "gcp:logging/projectSink:ProjectSink",
  "gcp:logging/folderSink:FolderSink",
  "gcp:logging/organizationSink:OrganizationSink",
] as const;
const SINKS: readonly Sender[] = GCP_SINKS.map((type) => [type, "destination"]);
/** What writes audit logs into an archive, by its type. */
const ARCHIVERS: Readonly<Record<string, readonly Sender[]>> = {
  "aws:s3/bucket:Bucket": [
    ["aws:cloudtrail/trail:Trail", "s3BucketName"],
    ["aws:cfg/deliveryChannel:DeliveryChannel", "s3BucketName"],
  ],
  "gcp:storage/bucket:Bucket": SINKS,
  "gcp:logging/projectBucketConfig:ProjectBucketConfig": SINKS,
  "azure-native:storage:StorageAccount": [["azure-native:monitor:DiagnosticSetting", "storageAccountId"]],
};

/** What else takes logs: whoever writes there does not write here. */
const TAKERS = new Set([...Object.keys(ARCHIVERS), "gcp:bigquery/dataset:Dataset", "gcp:pubsub/topic:Topic"]);

function goesElsewhere(from: Resource, key: string, store: Resource): boolean {
  const takers = (from.edges[key] ?? []).filter((urn) => TAKERS.has(typeOf(urn)));
  return takers.length > 0 && !takers.includes(store.urn);
}

/** Whether a trail, a sink or a diagnostic setting of this stack that passes the test archives logs here. */
export function isArchive(store: Resource, graph: Graph, test: (sender: Resource) => Truth = () => true): Truth {
  const name = nameOf(store);
  const senders = (ARCHIVERS[store.type] ?? []).flatMap(([type, key]) =>
    graph.ofType(type).map((from) => {
      if (goesElsewhere(from, key, store)) return false;
      const on = holds(from.flag("disabled"), (off) => !off, true);
      return allOf([pointsTo({ from, key, value: from.text(key) }, store, name), on, test(from)]);
    }),
  );
  return anyOf(senders);
}
