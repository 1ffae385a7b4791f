import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, holds, type Truth } from "../core/truth.ts";

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

/** Whether a bucket takes the logs of others, so that logging its own access would never end. */
export function isLogSink(bucket: Resource, graph: Graph): Truth {
  const senders = Object.entries(SENDERS).flatMap(([type, paths]) =>
    graph.ofType(type).flatMap((sender) => paths.map((path) => sendsTo(sender, path, bucket))),
  );
  return anyOf(senders);
}

function sendsTo(sender: Resource, path: string, bucket: Resource): Truth {
  const edges = sender.edges[path.split(".")[0] ?? ""] ?? [];
  if (edges.includes(bucket.urn)) return true;
  const said = sender.text(path);
  const own = bucket.text("bucket");
  // what was computed from something else is no word of this one
  if (said.state === "unknown") return edges.length === 0 && said;
  if (own.state === "unknown") return said.state === "known" && own;
  return holds(said, (name) => own.state === "known" && name === own.value);
}
