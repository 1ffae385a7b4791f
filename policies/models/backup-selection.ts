import type { Graph } from "../core/graph.ts";
import type { Bag } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { effectiveTag } from "../core/tags.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, type Truth } from "../core/truth.ts";
import { nameOf } from "./reference.ts";

/** Whether AWS Backup makes copies of a resource, by its ARN or its tags, under a selection that passes the test. */
export function isBackedUp(store: Resource, graph: Graph, test: (selection: Resource) => Truth = () => true): Truth {
  return anyOf(
    graph.ofType("aws:backup/selection:Selection").map((selection) => {
      const tags = selection.list("selectionTags");
      const tagged = tags.state === "known" ? tags.value.map((tag) => hasTag(store, tag)) : [isSet(tags)];
      const chosen = anyOf([named(selection, "resources", store), ...tagged]);
      return allOf([chosen, not(named(selection, "notResources", store)), test(selection)]);
    }),
  );
}

function hasTag(store: Resource, tag: Bag): Truth {
  const key = tag.text("key");
  if (key.state !== "known") return isSet(key);
  const value = tag.text("value");
  const own = effectiveTag(store, key.value);
  return own.state === "known" ? holds(value, (text) => text === own.value) : isSet(own);
}

function named(selection: Resource, list: "resources" | "notResources", store: Resource): Truth {
  if ((selection.edges[list] ?? []).includes(store.urn)) return true;
  const name = nameOf(store);
  const arns = selection.list(list);
  const whole = anyItem(arns, (arn) => arn === "*");
  if (name.state === "unknown") return anyOf([whole, holds(arns, ({ length }) => length > 0) && name]);
  return anyOf([whole, anyItem(arns, (arn) => name.state === "known" && arn.split(/[:/]/).at(-1) === name.value)]);
}
