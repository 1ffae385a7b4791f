import { makeUrn, nameOf, qualifiedTypeOf, STACK_TYPE, typeOf } from "../../wire/urn.ts";
import type { Alias, Goal, ResourceState } from "../resource.ts";
import { diagnose, type Run } from "../run.ts";

/** Finds the old entry of a registration under its own URN or a former one, and remembers who claimed what. */
export class AliasBook {
  readonly #run: Run;
  readonly #seen: ReadonlySet<string>;
  /** Former URN to new. */
  readonly claimed = new Map<string, string>();
  /** New URN to former. */
  readonly former = new Map<string, string>();

  constructor(run: Run, seen: ReadonlySet<string>) {
    this.#run = run;
    this.#seen = seen;
  }

  find(urn: string, goal: Goal): { old: ResourceState | undefined; alias: string; invalid: boolean } {
    let invalid = false;
    const report = (message: string): void => {
      invalid = true;
      diagnose(this.#run, "error", urn, message);
    };
    const taken = this.claimed.get(urn);
    if (taken !== undefined) {
      report(`Duplicate resource URN '${urn}' conflicting with alias on resource with URN '${taken}'`);
    }
    for (const candidate of [urn, ...this.#candidates(goal)]) {
      const old = this.#run.base.get(candidate);
      if (!old) continue;
      if (candidate === urn) return { old, alias: "", invalid };
      const owner = this.#seen.has(candidate) ? urn : this.claimed.get(candidate);
      if (owner !== undefined) {
        report(
          `Duplicate resource alias '${candidate}' applied to resource with URN '${urn}' conflicting with resource with URN '${owner}'`,
        );
      }
      this.claimed.set(candidate, urn);
      this.former.set(urn, candidate);
      this.#run.providers.alias(urn, candidate);
      return { old, alias: candidate, invalid };
    }
    return { old: undefined, alias: "", invalid };
  }

  #candidates(goal: Goal): Set<string> {
    const own = goal.aliases.map((alias) => this.#collapse(goal, alias));
    const found = new Set(own);
    const formerParent = goal.parent && this.former.get(goal.parent);
    if (formerParent) {
      found.add(this.#inherited(goal.type, goal.name, goal.parent, formerParent));
      for (const alias of own) found.add(this.#inherited(typeOf(alias), nameOf(alias), goal.parent, formerParent));
    }
    return found;
  }

  #collapse(goal: Goal, alias: Alias): string {
    if ("urn" in alias) return alias.urn;
    const { options } = this.#run;
    const named = alias.parent ? (this.former.get(alias.parent) ?? alias.parent) : goal.parent;
    const parent = alias.noParent || (named && qualifiedTypeOf(named) === STACK_TYPE) ? "" : named;
    return makeUrn(
      alias.stack || options.stack,
      alias.project || options.project,
      parent,
      alias.type || goal.type,
      alias.name || goal.name,
    );
  }

  // a child named after its parent was renamed with it
  #inherited(type: string, name: string, parent: string, formerParent: string): string {
    const parentName = nameOf(parent);
    const { stack, project } = this.#run.options;
    const formerName = name.startsWith(parentName) ? nameOf(formerParent) + name.slice(parentName.length) : name;
    return makeUrn(stack, project, formerParent, type, formerName);
  }
}
