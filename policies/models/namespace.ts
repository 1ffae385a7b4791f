import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { holds, type Truth } from "../core/truth.ts";

const NAMESPACE = "kubernetes:core/v1:Namespace";

/** Whether two objects live in one namespace of one cluster; a namespace lives in itself. */
export function sameNamespace(one: Resource, other: Resource): Truth {
  if (one.providerUrn !== other.providerUrn) return false;
  const shared = tiesOf(one).some((urn) => tiesOf(other).includes(urn));
  if (shared) return true;
  const [mine, theirs] = [namespaceOf(one), namespaceOf(other)];
  if (mine.state !== "known") return mine.state === "unknown" ? mine : false;
  return holds(theirs, (name) => name === mine.value);
}

/** The namespace an object is in, or that it is. */
export function namespaceOf(object: Resource): Read<string> {
  if (object.type === NAMESPACE) return object.text("metadata.name");
  const own = object.text("metadata.namespace");
  if (own.state !== "absent") return own;
  const provided = object.provider.text("namespace");
  return provided.state === "absent" ? { state: "known", path: own.path, value: "default" } : provided;
}

// an unknown name keeps its edge to the namespace that it will be
function tiesOf(object: Resource): readonly string[] {
  if (object.type === NAMESPACE) return [object.urn];
  return (object.edges["metadata"] ?? []).filter((urn) => urn.includes(`${NAMESPACE}::`));
}
