import type { Graph, Join } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, holds, type Truth } from "../core/truth.ts";

const S3: Join = { type: "aws:s3/bucketVersioning:BucketVersioning", key: "bucket", name: "bucket" };
/** The settings of an account's blobs, which are a resource of their own. */
export const BLOBS: Join = {
  type: "azure-native:storage:BlobServiceProperties",
  key: "accountName",
  name: "accountName",
};

/** What belongs to a store by its join, each asked the same; what may belong to it leaves the answer open. */
export function ofStore(store: Resource, graph: Graph, join: Join, ask: (part: Resource) => Truth): Truth {
  const { sure, maybe } = graph.attached(store, join);
  const open = maybe.map((part): Truth => {
    const answer = ask(part);
    return answer === false ? false : { state: "unknown", path: `${part.name}.${join.key}` };
  });
  return anyOf([...sure.map(ask), ...open]);
}

/** Whether a store of objects keeps what was overwritten or deleted. */
export function keepsVersions(store: Resource, graph: Graph): Truth {
  const on = (part: Resource, path: string) => holds(part.flag(path), (value) => value);
  if (store.cloud === "gcp") return on(store, "versioning.enabled");
  if (store.cloud === "azure") return ofStore(store, graph, BLOBS, (blobs) => on(blobs, "isVersioningEnabled"));
  const status = (part: Resource) =>
    holds(part.text("versioningConfiguration.status"), (word) => word.toLowerCase() === "enabled");
  return anyOf([on(store, "versioning.enabled"), ofStore(store, graph, S3, status)]);
}
