import type { Bag, Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, isSet, type Truth } from "../core/truth.ts";
import { namespaceOf } from "./namespace.ts";

/** The two kinds of the Gateway API that make an entry to a cluster. */
export const GATEWAY = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
export const HTTP_ROUTE = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";

/** Whether a reference of an object names another one, both in one cluster; an unknown name keeps its edge. */
export function refersTo(reference: Bag, from: Resource, to: Resource): Truth {
  if (from.providerUrn !== to.providerUrn) return false;
  const tied = (from.edges["spec"] ?? []).includes(to.urn);
  const name = reference.text("name");
  const own = to.text("metadata.name");
  if (name.state !== "known" || own.state !== "known") {
    if (tied) return true;
    return [name, own].find((read) => read.state === "unknown") ?? false;
  }
  const said = reference.text("namespace");
  const here = said.state === "absent" ? namespaceOf(from) : said;
  return allOf([name.value === own.value, equal(here, namespaceOf(to))]);
}

function equal(one: Read<string>, other: Read<string>): Truth {
  if (other.state === "unknown") return other;
  return holds(one, (text) => other.state === "known" && text === other.value);
}

/** The listeners of a gateway, or why they cannot be listed. */
export function listenersOf(gateway: Resource): Read<readonly Bag[]> {
  return gateway.list("spec.listeners");
}

/** Whether a route comes in by a listener of a gateway. */
export function comesInBy(route: Resource, gateway: Resource, listener: Bag): Truth {
  const references = route.list("spec.parentRefs");
  if (references.state !== "known") return references.state === "unknown" ? references : false;
  return anyOf(
    references.value.map((reference) =>
      allOf([
        holds(reference.text("kind"), (kind) => kind === "Gateway", true),
        refersTo(reference, route, gateway),
        anyOf([
          holds(reference.text("sectionName"), () => false, true),
          equal(reference.text("sectionName"), listener.text("name")),
        ]),
        anyOf([holds(reference.text("port"), () => false, true), equal(reference.text("port"), listener.text("port"))]),
      ]),
    ),
  );
}

/** Whether all that a route does is send the caller elsewhere, by redirects that pass a test. */
export function onlyRedirects(route: Resource, test: (redirect: Bag) => Truth = () => true): Truth {
  const rules = route.list("spec.rules");
  if (rules.state !== "known") return rules.state === "unknown" ? rules : false;
  return allOf([
    rules.value.length > 0,
    ...rules.value.map((rule) => {
      const filters = rule.list("filters");
      if (filters.state !== "known") return filters.state === "unknown" ? filters : false;
      const redirects = filters.value.map((filter) => {
        const redirect = filter.bag("requestRedirect");
        return allOf([isSet(redirect.self()), test(redirect)]);
      });
      return anyOf(redirects);
    }),
  ]);
}
