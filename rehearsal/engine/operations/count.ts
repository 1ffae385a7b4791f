import { isProviderType } from "../../wire/urn.ts";
import { equal } from "../../wire/value.ts";
import type { EngineEvent, Op, StepMetadata } from "../events.ts";

/** Counts operations as the engine sums them up. Default providers are not counted, nor reads that found no news. */
export class ChangeCounter {
  readonly changes: { [op in Op]?: number } = {};
  readonly #isRefresh: boolean;
  readonly #counted = new Set<string>();

  constructor(isRefresh: boolean) {
    this.#isRefresh = isRefresh;
  }

  note(event: EngineEvent): void {
    if (event.kind !== "done") return;
    const { step, found } = event;
    const op = step.op === "refresh" ? (this.#isRefresh ? found : undefined) : step.op;
    if (op === undefined || (!step.logical && step.op !== "refresh") || isDefaultProvider(step)) return;
    if (op === "read" && step.old && step.new && equal(step.old.outputs, step.new.outputs)) return;
    if (op === "read" && !step.old) return;
    const key = `${op} ${step.urn}`;
    if (this.#counted.has(key)) return;
    this.#counted.add(key);
    this.changes[op] = (this.changes[op] ?? 0) + 1;
  }
}

const isDefaultProvider = ({ type, urn }: StepMetadata): boolean =>
  isProviderType(type) && /::default(_[^:]*)?$/.test(urn);
