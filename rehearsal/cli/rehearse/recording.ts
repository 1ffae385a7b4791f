import type { EngineEvent, PolicyInfo } from "../../engine/events.ts";
import { callerOf } from "../../engine/monitor/positions.ts";
import type { ResourceState } from "../../engine/resource.ts";
import type { ReportFinding, ReportOperation, ReportStep } from "../../report/model.ts";
import type { Redactor } from "./redactor.ts";

type Operation = { -readonly [key in keyof ReportOperation]: ReportOperation[key] } & { readonly startedAt: number };

/** Collects the events of one step for the report. Secrets learned on the way are hidden at the end. */
export class StepRecording {
  readonly #redactor: Redactor;
  readonly #now: () => number;
  readonly #step: number;
  readonly #operations: Operation[] = [];
  readonly #open = new Map<string, Operation>();
  readonly #diagnostics: ReportStep["diagnostics"][number][] = [];
  readonly #findings: ReportFinding[] = [];
  readonly #sources = new Map<string, string>();
  readonly #fix: (pack: string, policy: string) => PolicyInfo | undefined;
  changes: { readonly [op: string]: number } = {};

  constructor(
    step: number,
    redactor: Redactor,
    now: () => number,
    fix: (pack: string, policy: string) => PolicyInfo | undefined,
  ) {
    this.#step = step;
    this.#redactor = redactor;
    this.#now = now;
    this.#fix = fix;
  }

  note(event: EngineEvent): void {
    if (event.kind === "pre") this.#begin(event.step);
    else if (event.kind === "done") this.#end(event.step, event.found ?? "", false);
    else if (event.kind === "failed") this.#end(event.step, "", true);
    else if (event.kind === "diagnostic" && event.severity !== "debug") {
      this.#diagnostics.push({ severity: event.severity, urn: event.urn, message: event.message });
    } else if (event.kind === "policy" || event.kind === "remediation") this.#finding(event);
    else if (event.kind === "summary") this.changes = event.resourceChanges;
    else if (event.kind === "left") event.resources.forEach((resource) => this.#locate(resource));
  }

  get findings(): ReportFinding[] {
    return this.#findings.map((finding) => ({
      ...finding,
      source: this.#sources.get(finding.urn) || finding.source,
    }));
  }

  /** The operations so far; one whose end nobody heard of has failed. */
  get operations(): ReportOperation[] {
    const open = new Set(this.#open.values());
    return this.#operations.map((operation) => {
      const { op, urn, keys, diffs, failed, found, durationMs } = operation;
      return { op, urn, keys, diffs, failed: failed || open.has(operation), found, durationMs };
    });
  }

  finish(base: Omit<ReportStep, "changes" | "operations" | "diagnostics">): ReportStep {
    return this.#redactor.redactJson({
      ...base,
      changes: this.changes,
      operations: this.operations,
      diagnostics: this.#diagnostics,
    });
  }

  #begin(step: Extract<EngineEvent, { kind: "pre" }>["step"]): void {
    const operation: Operation = {
      op: step.op,
      urn: step.urn,
      keys: [...step.keys].sort(),
      diffs: [...step.diffs].sort(),
      failed: false,
      found: "",
      durationMs: 0,
      startedAt: this.#now(),
    };
    this.#operations.push(operation);
    this.#open.set(`${step.op} ${step.urn}`, operation);
    if (step.new) this.#sources.set(step.urn, callerOf(step.new.sourcePosition, step.new.stackTrace));
  }

  #locate({ urn, sourcePosition, stackTrace }: ResourceState): void {
    if (!this.#sources.get(urn)) this.#sources.set(urn, callerOf(sourcePosition, stackTrace));
  }

  #end(step: Extract<EngineEvent, { kind: "done" }>["step"], found: string, failed: boolean): void {
    const operation = this.#open.get(`${step.op} ${step.urn}`);
    if (!operation) return;
    this.#open.delete(`${step.op} ${step.urn}`);
    operation.durationMs = this.#now() - operation.startedAt;
    operation.found = found;
    operation.failed = failed;
    if (found) operation.diffs = [...step.diffs].sort();
  }

  #finding(event: Extract<EngineEvent, { kind: "policy" | "remediation" }>): void {
    const { pack, policy, level, severity, urn, message } = event.finding;
    const known = this.#fix(pack, policy);
    this.#findings.push({
      step: this.#step,
      pack,
      policy,
      level,
      severity: (severity || known?.severity || "") as ReportFinding["severity"],
      urn,
      message,
      fix: known?.fix ?? "",
      remediated: event.kind === "remediation",
      source: "Pulumi.yaml",
    });
  }
}
