import type { Goal, ResourceState } from "../resource.ts";
import type { ResourceLife, Run } from "../run.ts";
import type { Registration } from "../steps/step.ts";
import type { AliasBook } from "./aliases.ts";
import type { PlanLedger } from "./ledger.ts";

/** What planning a change needs to know of the operation. */
export interface PlanContext {
  readonly run: Run;
  readonly ledger: PlanLedger;
  readonly aliases: AliasBook;
}

/** A registration on its way to steps. */
export interface Subject {
  readonly goal: Goal;
  readonly registration: Registration;
  readonly state: ResourceState;
  readonly old: ResourceState | undefined;
  readonly invalid: boolean;
}
export interface Prepared extends Subject {
  readonly provider: ResourceLife | undefined;
  readonly recreating: boolean;
  readonly randomSeed: Uint8Array;
}
