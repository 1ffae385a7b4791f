import type { Graph, Join } from "../../core/graph.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { pointsTo } from "../../models/reference.ts";
import { ofStore } from "../../models/versioning.ts";

const BUCKET_LOGGING: Join = { type: "aws:s3/bucketLogging:BucketLogging", key: "bucket", name: "bucket" };
const TRAIL = "aws:cloudtrail/trail:Trail";
const AUDIT = "gcp:projects/iAMAuditConfig:IAMAuditConfig";
const SETTING = "azure-native:monitor:DiagnosticSetting";
const BLOB_AUDIT: Join = {
  type: "azure-native:sql:ServerBlobAuditingPolicy",
  key: "serverName",
  name: "serverName",
};
// reads and writes; a group has both
const EVERYTHING = new Set(["alllogs", "audit"]);

const each = (list: Read<readonly Bag[]>, test: (item: Bag) => Truth): Truth =>
  list.state === "known" ? anyOf(list.value.map(test)) : isSet(list);

/** Server access logs of a bucket, or a trail that records what happens to objects. */
export function s3(bucket: Resource, graph: Graph): Truth {
  const inline = holds(bucket.text("logging.targetBucket"), (target) => target !== "");
  const own = ofStore(bucket, graph, BUCKET_LOGGING, () => true);
  return anyOf([inline, own, ...graph.ofType(TRAIL).map((trail) => recordsObjects(trail))]);
}

function recordsObjects(trail: Resource): Truth {
  const on = holds(trail.flag("enableLogging"), (value) => value, true);
  const plain = each(trail.list("eventSelectors"), (selector) => {
    const both = holds(selector.text("readWriteType"), (type) => type.toLowerCase() === "all", true);
    return allOf([both, each(selector.list("dataResources"), (data) => isObject(data.text("type")))]);
  });
  const advanced = each(trail.list("advancedEventSelectors"), (selector) => {
    const fields = selector.list("fieldSelectors");
    // one that asks for reads or writes alone records half
    const half = each(fields, (field) => holds(field.text("field"), (name) => name === "readOnly"));
    return allOf([
      not(half),
      each(fields, (field) => anyItem(field.list("equals"), (type) => type === "AWS::S3::Object")),
    ]);
  });
  return allOf([on, anyOf([plain, advanced])]);
}

const isObject = (type: Read<string>): Truth => holds(type, (name) => name === "AWS::S3::Object");

/** Whether other buckets write their access logs into this one, which then needs none of its own. */
export function isLogTarget(bucket: Resource, graph: Graph): Truth {
  return anyOf(
    graph.ofType(BUCKET_LOGGING.type).map((from) => {
      const pointer = { from, key: "targetBucket", value: from.text("targetBucket") };
      return pointsTo(pointer, bucket, bucket.text("bucket"));
    }),
  );
}

/** Logs of a bucket's own, or the audit logs of its project. */
export function gcs(bucket: Resource, graph: Graph): Truth {
  const own = holds(bucket.text("logging.logBucket"), (target) => target !== "");
  const configs = graph.ofType(AUDIT).map((config) => {
    const ours = holds(config.text("service"), (name) => name === "allServices" || name === "storage.googleapis.com");
    return allOf([ours, records(config, "DATA_READ"), records(config, "DATA_WRITE")]);
  });
  return anyOf([own, ...configs]);
}

/** Whether an audit configuration has a kind of log, for everybody. */
export function records(config: Resource, kind: string): Truth {
  return each(config.list("auditLogConfigs"), (log) => {
    const exempt = anyItem(log.list("exemptedMembers"), () => true);
    return allOf([holds(log.text("logType"), (type) => type.toUpperCase() === kind), not(exempt)]);
  });
}

/** A diagnostic setting on an account or on its services, with what reads and what writes. */
export function diagnosed(store: Resource, name: Read<string>, graph: Graph, categories: readonly string[]): Truth {
  return anyOf(
    graph.ofType(SETTING).map((from) => {
      const mine = pointsTo({ from, key: "resourceUri", value: from.text("resourceUri") }, store, name);
      const logs = from.list("logs");
      const has = (test: (log: Bag) => Truth) =>
        each(logs, (log) => allOf([holds(log.flag("enabled"), (on) => on), test(log)]));
      const all = has((log) => holds(log.text("categoryGroup"), (group) => EVERYTHING.has(group.toLowerCase())));
      const named = categories.map((category) =>
        has((log) => holds(log.text("category"), (word) => word === category)),
      );
      return allOf([mine, anyOf([all, allOf(named)])]);
    }),
  );
}

export function audited(server: Resource, graph: Graph): Truth {
  return ofStore(server, graph, BLOB_AUDIT, (policy) =>
    holds(policy.text("state"), (state) => state.toLowerCase() === "enabled"),
  );
}
