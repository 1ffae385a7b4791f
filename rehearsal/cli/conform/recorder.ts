import type { EngineEvent, StepMetadata } from "../../engine/events.ts";
import { HIDDEN_FORM, type Json, objectToJson } from "../../wire/json.ts";
import type { RecordedOp } from "./case.ts";
import type { Normaliser } from "./normalise.ts";

/** An operation seen: what it was, and when it began and was done, in event numbers. */
export interface SeenOp extends RecordedOp {
  readonly key: string;
  readonly start: number;
  readonly end: number | undefined;
  readonly isDelete: boolean;
}

/** Collects what one command did, in the terms of the expected files. */
export class Recorder {
  readonly #normaliser: Normaliser;
  readonly #ops = new Map<
    string,
    {
      step: StepMetadata;
      start: number;
      end?: number;
      failed?: boolean;
      found?: string;
      nth: number;
      done?: StepMetadata;
    }
  >();
  readonly #open = new Map<string, string>();
  readonly diagnostics: { severity: string; urn?: string; message: string }[] = [];
  readonly policies: { [key: string]: Json }[] = [];
  changes: { readonly [op: string]: number } = {};
  #clock = 0;

  readonly #isRefresh: boolean;

  constructor(normaliser: Normaliser, isRefresh: boolean) {
    this.#normaliser = normaliser;
    this.#isRefresh = isRefresh;
  }

  readonly note = (event: EngineEvent): void => {
    this.#clock++;
    if (event.kind === "pre") this.#begin(event.step);
    else if (event.kind === "done")
      this.#finish(event.step, this.#isRefresh && event.step.op === "refresh" ? event.found : undefined);
    else if (event.kind === "failed") this.#fail(event.step);
    else if (event.kind === "diagnostic") this.#diagnostic(event);
    else if (event.kind === "policy") {
      const { pack, policy, level, severity, urn, message } = event.finding;
      this.policies.push({
        policy: `${pack}/${policy}`,
        level,
        ...(severity && { severity }),
        urn,
        message: this.#normaliser.text(message),
      });
    } else if (event.kind === "remediation") {
      const { pack, policy, urn } = event.finding;
      const show = (bag: typeof event.before): Json => this.#normaliser.value(objectToJson(bag, HIDDEN_FORM));
      this.policies.push({
        policy: `${pack}/${policy}`,
        level: "remediated",
        urn,
        before: show(event.before),
        after: show(event.after),
      });
    } else if (event.kind === "summary") this.changes = event.resourceChanges;
  };

  ops(): SeenOp[] {
    return [...this.#ops].map(([key, { step, start, end, failed, found, nth, done }]) => {
      const shown = found === undefined ? step : (done as StepMetadata);
      return {
        key,
        op: step.op,
        urn: step.urn,
        start,
        end,
        isDelete: /^(delete|discard)/.test(step.op),
        ...(nth > 1 && { nth }),
        ...(shown.keys.length > 0 && { keys: [...shown.keys].sort() }),
        ...(shown.diffs.length > 0 && { diffs: [...shown.diffs].sort() }),
        ...(Object.keys(shown.detailedDiff ?? {}).length > 0 && { detailedDiff: kindsOf(shown) }),
        ...(failed && { failed }),
        ...(found !== undefined && { outcome: found }),
      };
    });
  }

  #begin(step: StepMetadata): void {
    const bare = `${step.op} ${step.urn}`;
    let nth = 1;
    while (this.#ops.has(nth > 1 ? `${bare} #${nth}` : bare)) nth++;
    const key = nth > 1 ? `${bare} #${nth}` : bare;
    this.#ops.set(key, { step, start: this.#clock, nth });
    this.#open.set(bare, key);
  }

  #finish(step: StepMetadata, found: string | undefined): void {
    const seen = this.#ops.get(this.#open.get(`${step.op} ${step.urn}`) ?? "");
    if (seen) Object.assign(seen, { end: this.#clock, done: step, ...(found !== undefined && { found }) });
  }

  #fail(step: StepMetadata): void {
    const seen = this.#ops.get(this.#open.get(`${step.op} ${step.urn}`) ?? "");
    if (seen) Object.assign(seen, { end: this.#clock, failed: true });
  }

  #diagnostic({ severity, urn, message }: Extract<EngineEvent, { kind: "diagnostic" }>): void {
    const text = this.#normaliser.text(message);
    if (severity !== "debug" && text) this.diagnostics.push({ severity, ...(urn && { urn }), message: text });
  }
}

const kindsOf = ({ detailedDiff = {} }: StepMetadata): { [path: string]: string } =>
  Object.fromEntries(Object.entries(detailedDiff).map(([path, { kind }]) => [path, kind]));
