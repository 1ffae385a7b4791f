import type { Graph } from "../core/graph.ts";
import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { normalise } from "../core/token.ts";
import type { Truth } from "../core/truth.ts";

/** The type in a URN, under the name that rules use. */
export function typeOf(urn: string): string {
  return normalise(urn.split("::").at(-2)?.split("$").at(-1) ?? "").text;
}

const NAMES: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "bucket",
  "aws:rds/instance:Instance": "identifier",
  "aws:rds/cluster:Cluster": "clusterIdentifier",
  "gcp:bigquery/dataset:Dataset": "datasetId",
  "gcp:logging/projectBucketConfig:ProjectBucketConfig": "bucketId",
  "azure-native:eventhub:Namespace": "namespaceName",
  "azure-native:operationalinsights:Workspace": "workspaceName",
  "azure-native:resources:ResourceGroup": "resourceGroupName",
  "azure-native:servicebus:Namespace": "namespaceName",
  "azure-native:sql:Database": "databaseName",
  "azure-native:sql:Server": "serverName",
  "azure-native:storage:StorageAccount": "accountName",
};

/** The name by which others mean a resource. */
export function nameOf(resource: Resource): Read<string> {
  return resource.text(NAMES[resource.type] ?? "name");
}

/** A property that means another resource; its value may be a name, an ARN, a URL or a path. */
export interface Pointer {
  readonly from: Resource;
  /** The property as a whole, which has the edges. */
  readonly key: string;
  readonly value: Read<string>;
}

/** Whether a property means this resource: what it says before what it was computed from, which may be more. */
export function pointsTo({ from, key, value }: Pointer, target: Resource, name: Read<string>): Truth {
  if (value.state === "absent") return false;
  if (value.state === "known" && name.state === "known") return value.value.split(/[:/]/).includes(name.value);
  const edges = from.edges[key] ?? [];
  if (edges.includes(target.urn)) return true;
  if (edges.some((urn) => typeOf(urn) === target.type) || areStrangers(from, target)) return false;
  if (value.state === "unknown") return value;
  return name.state === "unknown" ? name : false;
}

// what is not known yet is at least nothing of another cloud; a cluster may mean what is in any
function areStrangers({ cloud: one }: Resource, { cloud: other }: Resource): boolean {
  return one !== undefined && other !== undefined && one !== other && ![one, other].includes("kubernetes");
}

/** The resources of a type, other than itself, that a property surely means. */
export function meantBy(pointer: Pointer, type: string, graph: Graph): readonly Resource[] {
  return graph
    .ofType(type)
    .filter((target) => target.urn !== pointer.from.urn && pointsTo(pointer, target, nameOf(target)) === true);
}
