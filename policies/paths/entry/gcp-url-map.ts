import type { Graph } from "../../core/graph.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { anyItem, anyOf, holds, isSet, someItem, type Truth } from "../../core/truth.ts";
import { uncovered } from "../hop.ts";
import { holdsHost } from "./host.ts";

const MAPS = ["gcp:compute/uRLMap:URLMap", "gcp:compute/regionUrlMap:RegionUrlMap"];

/** A map of a balancer, and whether it sends calls of a name to a backend. */
export interface Routed {
  readonly map: Resource;
  readonly open: Truth;
}

/** The maps that send, or may send, calls of a name to a backend. */
export function routesTo(backend: Resource, host: string | undefined, graph: Graph): readonly Routed[] {
  return MAPS.flatMap((type) => graph.ofType(type))
    .filter(({ edges }) => Object.values(edges).flat().includes(backend.urn))
    .map((map) => ({ map, open: sends(map, backend, host) }));
}

function sends(map: Resource, backend: Resource, host: string | undefined): Truth {
  const rules = map.list("hostRules");
  const matchers = map.list("pathMatchers");
  if (rules.state === "unknown") return rules;
  if (matchers.state === "unknown") return matchers;
  const fitting = (rules.state === "known" ? rules.value : [])
    .map((rule) => ({ rule, fits: anyItem(rule.list("hosts"), (pattern) => holdsHost(pattern, host)) }))
    .filter(({ fits }) => fits !== false);
  const byDefault = isBackend(map, "defaultService", backend, map);
  // somebody who may call any name has all of them to try
  if (host === undefined || fitting.length === 0) {
    const any = fitting.map(({ rule }) => inMatcher(map, rule, backend));
    return anyOf([byDefault, ...any]);
  }
  const [only] = fitting;
  if (only === undefined || fitting.length > 1 || only.fits !== true)
    return uncovered(map.name, `has several rules for ${host}, or one that is not known`);
  return inMatcher(map, only.rule, backend);
}

function inMatcher(map: Resource, rule: Bag, backend: Resource): Truth {
  const wanted = rule.text("pathMatcher");
  if (wanted.state !== "known") return wanted.state === "unknown" && wanted;
  return someItem(map.list("pathMatchers"), (matcher) => {
    const its = holds(matcher.text("name"), (name) => name === wanted.value);
    if (its === false) return false;
    const finer = isSet(matcher.read("routeRules"));
    return anyOf([
      isBackend(matcher, "defaultService", backend, map),
      someItem(matcher.list("pathRules"), (path) => isBackend(path, "service", backend, map)),
      finer === true ? uncovered(map.name, "has routeRules, which are not followed") : finer,
    ]);
  });
}

function isBackend(bag: Bag, key: string, backend: Resource, map: Resource): Truth {
  if (bag === map && (map.edges[key] ?? []).includes(backend.urn)) return true;
  const name = backend.text("name");
  const said = bag.text(key);
  if (said.state !== "known") return said.state === "unknown" && said;
  return holds(name, (own) => said.value === own || said.value.endsWith(`/${own}`));
}
