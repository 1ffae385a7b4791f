import type { EngineEvent, StepMetadata } from "../../engine/events.ts";
import type { ResourceState } from "../../engine/resource.ts";
import { HIDDEN_FORM, type Json, type JsonObject, objectToJson } from "../../wire/json.ts";
import type { Redactor } from "./redactor.ts";

/** Writes events in the form of Pulumi's own event log: one JSON object a line, secrets hidden. */
export class EventLog {
  readonly #lines: string[] = [];
  #sequence = 0;

  note(event: EngineEvent): void {
    const body = bodyOf(event);
    if (body) this.#lines.push(JSON.stringify({ sequence: this.#sequence++, timestamp: 0, ...body }));
  }

  text(redactor: Redactor): string {
    return this.#lines.map((line) => `${redactor.redactLine(line)}\n`).join("");
  }
}

function bodyOf(event: EngineEvent): JsonObject | undefined {
  if (event.kind === "pre") return { resourcePreEvent: { metadata: metadata(event.step), planning: event.planning } };
  if (event.kind === "outputs")
    return { resOutputsEvent: { metadata: metadata(event.step), planning: event.planning } };
  if (event.kind === "failed")
    return { resOpFailedEvent: { metadata: metadata(event.step), status: event.status, steps: 0 } };
  if (event.kind === "diagnostic") {
    const { urn, severity, message } = event;
    return { diagnosticEvent: { ...(urn && { urn }), severity, message: `${message}\n`, color: "never" } };
  }
  if (event.kind === "policy") return { policyEvent: finding(event.finding) };
  if (event.kind === "remediation") {
    const [before, after] = [event.before, event.after].map((bag) => objectToJson(bag, HIDDEN_FORM)) as [
      JsonObject,
      JsonObject,
    ];
    return { policyRemediationEvent: { ...finding(event.finding), before, after } };
  }
  if (event.kind === "summary") {
    const { maybeCorrupt, durationSeconds, resourceChanges, isPreview, policyPacks, result } = event;
    return {
      summaryEvent: {
        maybeCorrupt,
        durationSeconds,
        resourceChanges: resourceChanges as JsonObject,
        PolicyPacks: policyPacks,
        isPreview,
        result,
      },
    };
  }
  return undefined;
}

function metadata({
  op,
  urn,
  type,
  provider,
  keys,
  diffs,
  detailedDiff,
  logical,
  old,
  new: now,
}: StepMetadata): JsonObject {
  const detail =
    detailedDiff &&
    Object.fromEntries(
      Object.entries(detailedDiff).map(([path, { kind, inputDiff }]) => [path, { diffKind: kind, inputDiff }]),
    );
  return {
    op,
    urn,
    type,
    old: old ? state(old) : null,
    new: now ? state(now) : null,
    ...(keys.length > 0 && { keys: [...keys] }),
    ...(diffs.length > 0 && { diffs: [...diffs] }),
    detailedDiff: detail ?? null,
    ...(logical && { logical }),
    provider,
  };
}

function state({
  type,
  urn,
  custom,
  id,
  parent,
  protect,
  external,
  retainOnDelete,
  inputs,
  outputs,
  provider,
  delete: condemned,
}: ResourceState): JsonObject {
  const flags: { readonly [key: string]: Json } = {
    ...(custom && { custom }),
    ...(condemned && { delete: true }),
    ...(protect && { protect }),
    ...(external && { external }),
    ...(retainOnDelete && { retainOnDelete }),
  };
  return {
    type,
    urn,
    ...flags,
    id,
    parent,
    inputs: objectToJson(inputs, HIDDEN_FORM),
    outputs: objectToJson(outputs, HIDDEN_FORM),
    provider,
  };
}

const finding = (f: Extract<EngineEvent, { kind: "policy" }>["finding"]): JsonObject => ({
  resourceUrn: f.urn,
  message: f.message,
  color: "never",
  policyName: f.policy,
  policyPackName: f.pack,
  policyPackVersion: f.packVersion,
  policyPackVersionTag: f.packVersion,
  enforcementLevel: f.level,
  ...(f.severity && { severity: f.severity }),
});
