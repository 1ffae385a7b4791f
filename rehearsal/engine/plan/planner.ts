import { createHash } from "node:crypto";
import { isProviderType, makeUrn, parseReference } from "../../wire/urn.ts";
import { linksOf, providerUrnOf } from "../links.ts";
import { type Goal, type ResourceState, stateOf } from "../resource.ts";
import { Bail, diagnose, type ResourceLife, type Run } from "../run.ts";
import type { Registration, Step } from "../steps/step.ts";
import { AliasBook } from "./aliases.ts";
import { planChange } from "./change.ts";
import { type Checker, checkerOf, failAtOnce } from "./check.ts";
import { applyIgnoreChanges } from "./ignore-changes.ts";
import { Inclusion, keepOldSteps, refuseMissingDependencies } from "./inclusion.ts";
import { PlanLedger } from "./ledger.ts";
import type { Prepared, Subject } from "./subject.ts";

/** Steps to run in order, and what to plan when they have been done. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly next?: () => Promise<Plan>;
}

/** Turns what the program registers into steps. Registrations are planned one at a time. */
export class Planner {
  readonly run: Run;
  readonly ledger: PlanLedger;
  readonly aliases: AliasBook;
  readonly inclusion: Inclusion;

  /** `deletes`: filled with the URNs that go, for steps to see. */
  constructor(run: Run, deletes: Set<string>) {
    this.run = run;
    this.ledger = new PlanLedger(deletes);
    this.aliases = new AliasBook(run, this.ledger.seen);
    this.inclusion = new Inclusion(run);
  }

  /** Claims the URN of a registration or read; a second claim or an unknown parent is an error. */
  claim(type: string, name: string, parent: string): string {
    if (parent && !this.ledger.seen.has(parent)) throw new Error(`could not find parent resource ${parent}`);
    const { stack, project } = this.run.options;
    const urn = makeUrn(stack, project, parent, type, name);
    if (this.ledger.seen.has(urn)) {
      diagnose(this.run, "error", urn, `Duplicate resource URN '${urn}'; try giving it a unique name`);
      throw new Bail("duplicate URN");
    }
    this.ledger.seen.add(urn);
    return urn;
  }

  async register(goal: Goal, registration: Registration): Promise<Plan> {
    const urn = this.claim(goal.type, goal.name, goal.parent);
    const { old, alias, invalid } = this.aliases.find(urn, goal);
    this.run.goals.set(urn, goal);
    const state = stateOf(goal, urn, old, alias);
    this.ledger.noteCompanion(state);
    if (isProviderType(goal.type)) for (const name of [urn, alias]) if (name) this.run.providerStates.set(name, state);
    const subject: Subject = { goal, registration, state, old, invalid };
    if (!old || !this.run.options.refreshProgram || !this.inclusion.includesPlainly(old))
      return await this.#afterRefresh(subject);
    this.ledger.refreshes.add(urn);
    const refresh: Step = {
      op: "refresh",
      urn,
      old,
      persisted: true,
      complete: (refreshed) => {
        if (refreshed) {
          this.run.base.graph.alias(refreshed, old);
          this.ledger.refreshed.set(old, refreshed);
        }
      },
    };
    const next = (): Promise<Plan> => this.#afterRefresh({ ...subject, old: refresh.found ? refresh.new : old });
    return { steps: [refresh], next };
  }

  async #afterRefresh(subject: Subject): Promise<Plan> {
    const { goal, registration, state, old } = subject;
    const { mode } = this.run.options;
    const plain = goal.custom && !isProviderType(goal.type);
    if (mode !== "update") {
      const skips = this.#needsSkipped(state);
      if (skips || (plain && !old)) {
        if (skips && old) state.outputs = old.outputs;
        this.ledger.skippedCreates.add(state.urn);
        this.ledger.sames.add(state.urn);
        return { steps: [{ op: "same", urn: state.urn, new: state, registration, skippedCreate: true }] };
      }
    }
    if (mode === "refresh" && plain) {
      registration.done({ state: old as ResourceState, outcome: "success" });
      return { steps: [] };
    }
    if (mode === "destroy") {
      this.ledger.toDelete.push(state);
      if (plain && old) {
        this.ledger.sames.add(state.urn);
        state.inputs = old.inputs;
        return { steps: [{ op: "same", urn: state.urn, old, new: state, registration }] };
      }
    }
    return await this.#afterMode(subject);
  }

  #needsSkipped(state: ResourceState): boolean {
    return [...linksOf(state).map(({ urn }) => urn), providerUrnOf(state)].some((urn) =>
      this.ledger.skippedCreates.has(urn),
    );
  }

  async #afterMode(subject: Subject): Promise<Plan> {
    const { goal, registration, state, old } = subject;
    const provider = await this.#providerOf(state);
    const recreating = this.ledger.deletes.has(state.urn);
    const randomSeed = this.#seedOf(state.urn, old);
    const known = old ? old.importId || old.id : "";
    const imports = goal.custom && goal.importId !== "" && (!old || old.external || known !== goal.importId);
    const prepared: Prepared = { ...subject, provider, recreating, randomSeed };
    if (!imports) return await this.#afterImport(prepared);
    this.ledger.imports.add(state.urn);
    const shared = { urn: state.urn, new: state, registration, ignoreChanges: goal.ignoreChanges, randomSeed };
    const step: Step = old && !recreating ? { op: "import-replacement", old, ...shared } : { op: "import", ...shared };
    const steps =
      old && !recreating
        ? [step, { op: "replace", urn: state.urn, old, new: state, pendingDelete: true } as const]
        : [step];
    const next = async (): Promise<Plan> => {
      // the import wrote its own entry; what follows starts from it
      const imported = step.new as ResourceState;
      const fresh = { ...stateOf(goal, state.urn, imported, state.aliases[0] ?? ""), replacementTrigger: undefined };
      return await this.#afterImport({ ...prepared, old: imported, state: fresh });
    };
    return { steps, next };
  }

  async #afterImport(prepared: Prepared): Promise<Plan> {
    const { goal, registration, state, old, recreating } = prepared;
    const { urn } = state;
    let invalid = prepared.invalid;
    const naming = goal.custom ? this.run.autonamer?.(urn, prepared.randomSeed) : undefined;
    const named = naming?.deleteBeforeReplace ? { ...goal, deleteBeforeReplace: true } : goal;
    const included = this.inclusion.includes(state);
    const forced = this.inclusion.isReplaceTarget(urn, old);
    const fresh = !old || recreating || old.external || forced;
    const ask = (onInvalid: () => void): Checker | undefined =>
      prepared.provider &&
      checkerOf(this.run, prepared.provider, state, prepared.randomSeed, naming?.autonaming, onInvalid);
    const news = old ? applyIgnoreChanges(this.run, urn, state.inputs, old.inputs, goal.ignoreChanges) : state.inputs;
    const check = ask(() => {
      invalid = true;
    });
    if (!included && prepared.provider) state.inputs = old?.inputs ?? {};
    else if (check) state.inputs = fresh ? await check(undefined, goal.properties) : await check(old.inputs, news);
    else state.inputs = news;
    const before = state.inputs;
    const judgement = await this.run.policies.judge(this.run, state, named);
    const after = judgement.inputs;
    state.inputs = after;
    if (invalid || judgement.invalid) throw new Bail(`resource ${urn} is invalid`);

    if (recreating) return { steps: this.recreate(old as ResourceState, state, registration) };
    if (old?.external) {
      this.ledger.creates.add(urn);
      const shared = { urn, old, new: state, pendingDelete: true };
      return this.#checked([
        { op: "create-replacement", ...shared, registration },
        { op: "replace", ...shared },
      ]);
    }
    this.inclusion.note(state);
    if (old && !included) {
      this.#requireProvider(old, urn);
      return this.#checked(keepOldSteps(this.run, this.ledger, this.aliases, urn, old, registration));
    }
    if (old) {
      const judged = after === before ? undefined : { before, after };
      const recheck = forced ? undefined : ask(failAtOnce);
      return this.#checked(await planChange(this, { ...prepared, goal: named, old, forced, recheck, judged }));
    }
    if (!included) {
      this.ledger.sames.add(urn);
      this.ledger.skippedCreates.add(urn);
      return { steps: [{ op: "same", urn, new: state, registration, skippedCreate: true }] };
    }
    this.ledger.creates.add(urn);
    return this.#checked([{ op: "create", urn, new: state, registration }]);
  }

  /** The resource went down with another one's delete-before-replace, and comes back. */
  recreate(old: ResourceState, state: ResourceState, registration: Registration): Step[] {
    const { urn } = state;
    this.ledger.deletes.delete(urn);
    this.ledger.replaces.add(urn);
    const keys = this.ledger.dependentKeys.get(urn) ?? [];
    return [
      { op: "replace", urn, old, new: state },
      { op: "create-replacement", urn, old, new: state, registration, keys },
    ];
  }

  #checked(steps: readonly Step[]): Plan {
    refuseMissingDependencies(this.run, this.ledger, steps);
    return { steps };
  }

  async #providerOf(state: ResourceState): Promise<ResourceLife | undefined> {
    if (!state.custom) return undefined;
    if (isProviderType(state.type)) return this.run.providers.asNewResource();
    return await this.run.providers.get(state.provider);
  }

  #requireProvider(old: ResourceState, urn: string): void {
    if (!old.provider || this.run.providers.knows(old.provider)) return;
    const { urn: providerUrn, id } = parseReference(old.provider);
    if (this.run.base.get(providerUrn)?.id !== id)
      throw new Error(`could not find provider ${old.provider} in old state`);
    throw new Error(
      `provider ${old.provider} for resource ${urn} has not been registered yet, this is due to a change of ` +
        "providers mixed with --target. Change your program back to the original providers",
    );
  }

  // the old id makes the name of a replacement differ from the name it replaces
  #seedOf(urn: string, old: ResourceState | undefined): Uint8Array {
    return createHash("sha256")
      .update(`${this.run.options.seed}\0${urn}\0${old?.id ?? ""}`)
      .digest();
  }
}
