import { errorOf, type Finding, findingOf } from "./finding.ts";
import { Graph } from "./graph.ts";
import type { Read } from "./props.ts";
import type { Resource } from "./resource.ts";
import type { Check, GraphCheck, ResourceRule, Rule, Run, Verdicts } from "./rule.ts";
import type { Settings } from "./settings.ts";
import { effectiveTag, tagName } from "./tags.ts";
import { every, fail } from "./verdict.ts";

interface Duty<R extends Rule, C> {
  readonly rule: R;
  readonly check: C;
}

/** All resources of a stack; hosts keep no order, and whatever the rules list comes in that of the URNs. */
export function graphOf(resources: Iterable<Resource>): Graph {
  return new Graph([...resources].toSorted((a, b) => (a.urn < b.urn ? -1 : 1)));
}

/** Asks every rule about the resources it knows, and survives rules that break. */
export class Judge {
  readonly #resource: Dispatch<ResourceRule, Check>;
  readonly #graph: Dispatch<Rule, GraphCheck>;

  constructor(rules: readonly Rule[]) {
    const [alone, together] = [new Dispatch<ResourceRule, Check>(), new Dispatch<Rule, GraphCheck>()];
    for (const rule of rules) {
      if (rule.scope === "graph") together.add(rule, rule.checks, rule.forbidden);
      else {
        alone.add(rule, rule.checks, rule.forbidden);
        together.add(rule, rule.inStack ?? {});
      }
    }
    this.#resource = alone;
    this.#graph = together;
  }

  /** The verdicts that need no other resource. */
  resource(resource: Resource, settings: Settings): readonly Finding[] {
    return this.#resource
      .of(resource.type)
      .flatMap(({ rule, check }) => ask(rule, resource, () => check(resource, runOf(rule, resource, settings))));
  }

  /** The verdicts that need the whole stack, in the order of URNs. */
  stack(graph: Graph, settings: Settings): readonly Finding[] {
    return [...graph.all()].flatMap((resource) =>
      this.#graph
        .of(resource.type)
        .flatMap(({ rule, check }) =>
          ask(rule, resource, () => check(resource, { ...runOf(rule, resource, settings), graph })),
        ),
    );
  }

  /** How many rules have something to say about a type; rules about every type do not count. */
  coverage(type: string): number {
    return this.#resource.exact(type).length + this.#graph.exact(type).length;
  }
}

class Dispatch<R extends Rule, C extends Check | GraphCheck> {
  readonly #table = new Map<string, Duty<R, C>[]>();

  add(rule: R, checks: Readonly<Record<string, C>>, forbidden: Rule["forbidden"] = {}): void {
    for (const [type, what] of Object.entries(forbidden)) {
      // a check that needs neither resource nor run serves both scopes
      this.#add(type, { rule, check: (() => fail("", what)) as unknown as C });
    }
    for (const [type, check] of Object.entries(checks)) this.#add(type, { rule, check });
  }

  of(type: string): readonly Duty<R, C>[] {
    const exact = this.exact(type);
    const wide = this.#table.get(`${type.slice(0, type.indexOf(":"))}:*`) ?? [];
    // an exact type replaces the wildcard of the same rule
    return [...exact, ...wide.filter(({ rule }) => !exact.some((duty) => duty.rule === rule))];
  }

  exact(type: string): readonly Duty<R, C>[] {
    return this.#table.get(type) ?? [];
  }

  #add(type: string, duty: Duty<R, C>): void {
    const same = this.#table.get(type);
    if (same) same.push(duty);
    else this.#table.set(type, [duty]);
  }
}

function ask(rule: Rule, resource: Resource, check: () => Verdicts): readonly Finding[] {
  try {
    return every([check()].flat()).map((verdict) => findingOf(rule, resource, verdict));
  } catch (error) {
    return [errorOf(rule, resource, error)];
  }
}

function runOf(rule: Rule, resource: Resource, settings: Settings): Run {
  const config = settings.of(rule.id);
  return { config, environment: environmentOf(resource, config, settings) };
}

// the pack's word first: stack tags and resource tags are empty in an analysis of a state file
function environmentOf(resource: Resource, config: Run["config"], settings: Settings): Read<string> {
  const said = settings.environment();
  return said.state === "absent" ? effectiveTag(resource, tagName(config, "environment")) : said;
}
