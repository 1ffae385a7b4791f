import type { DiagnosticSeverity, EngineEvent, Op, PolicyFinding, Result, StepMetadata } from "../../engine/events.ts";
import { resourceFromJson } from "../../engine/state/codec.ts";
import { type JsonObject, objectFromJson, textOf } from "../../wire/json.ts";
import type { PropertyDiff } from "../../wire/provider.ts";

/** Turns the lines of `--json` into the events of the embedded engine. */
export class EventReader {
  /** What a resource is being refreshed as; the answer names what was found instead. */
  readonly #refreshing = new Map<string, StepMetadata>();

  read(line: string): EngineEvent[] {
    const event = JSON.parse(line) as { readonly [kind: string]: JsonObject | undefined };
    return Object.entries(READERS).flatMap(([kind, read]) => {
      const body = event[kind];
      return body ? read(body, this.#refreshing) : [];
    });
  }
}

type Read = (body: JsonObject, refreshing: Map<string, StepMetadata>) => EngineEvent[];

const READERS: { readonly [kind: string]: Read } = {
  resourcePreEvent: (body, refreshing) => {
    const step = stepOf(body["metadata"] as JsonObject);
    if (step.op === "refresh") refreshing.set(step.urn, step);
    return [{ kind: "pre", step, planning: body["planning"] === true }];
  },
  resOutputsEvent: (body, refreshing) => {
    const step = stepOf(body["metadata"] as JsonObject);
    const planning = body["planning"] === true;
    const asked = refreshing.get(step.urn);
    refreshing.delete(step.urn);
    const shown: StepMetadata = asked ? { ...step, op: asked.op } : step;
    return [
      { kind: "outputs", step: shown, planning },
      { kind: "done", step: shown, found: asked && step.op },
    ];
  },
  resOpFailedEvent: (body) => [
    { kind: "failed", step: stepOf(body["metadata"] as JsonObject), status: Number(body["status"]) },
  ],
  diagnosticEvent: (body) => {
    const message = plain(textOf(body["message"])).trimEnd();
    const severity = textOf(body["severity"]) as DiagnosticSeverity;
    if (body["ephemeral"] === true || message === "" || OUR_DOING.test(message)) return [];
    const urn = textOf(body["urn"] ?? "");
    const said: EngineEvent = { kind: "diagnostic", severity, urn, message };
    const stream = STREAMS[severity];
    // what the program printed is about nothing
    if (urn !== "" || !stream) return [said];
    return [...message.split("\n").map((line) => ({ kind: "program", stream, line }) as const), said];
  },
  errorEvent: (body) => [
    { kind: "diagnostic", severity: "error", urn: "", message: plain(textOf(body["error"] ?? "")) },
  ],
  policyEvent: (body) => [{ kind: "policy", finding: findingOf(body) }],
  policyRemediationEvent: (body) => [
    {
      kind: "remediation",
      finding: { ...findingOf(body), level: "remediate" },
      before: objectFromJson((body["before"] ?? {}) as JsonObject, hidden),
      after: objectFromJson((body["after"] ?? {}) as JsonObject, hidden),
    },
  ],
  summaryEvent: (body) => [
    {
      kind: "summary",
      result: textOf(body["result"]) as Result,
      isPreview: body["isPreview"] === true,
      maybeCorrupt: body["maybeCorrupt"] === true,
      durationSeconds: Number(body["durationSeconds"]),
      resourceChanges: body["resourceChanges"] as { readonly [op in Op]?: number },
      policyPacks: (body["PolicyPacks"] ?? {}) as { readonly [name: string]: string },
    },
  ],
};

const STREAMS: { readonly [severity in DiagnosticSeverity]?: "stdout" | "stderr" } = {
  info: "stdout",
  "info#err": "stderr",
};
/** Dynamic providers are recorded, never executed: that is why another plugin stands before the CLI's own. */
const OUR_DOING = /^using pulumi-resource-pulumi-nodejs\S* from \$PATH/;
/** Events carry no secret; its place stays marked. */
const hidden = (): string => "[secret]";
/** Takes the CLI's marks for colours out. */
const plain = (text: string): string => text.replace(/<\{%[^%]*%\}>/g, "");

function stepOf(metadata: JsonObject): StepMetadata {
  const state = (key: string): StepMetadata["old"] =>
    metadata[key] ? resourceFromJson(metadata[key] as JsonObject, hidden) : undefined;
  const diff = metadata["detailedDiff"] as
    | { readonly [path: string]: { readonly diffKind: PropertyDiff["kind"]; readonly inputDiff: boolean } }
    | null
    | undefined;
  const detailed = Object.entries(diff ?? {}).map(
    ([path, { diffKind, inputDiff }]) => [path, { kind: diffKind, inputDiff }] as const,
  );
  return {
    op: textOf(metadata["op"]) as Op,
    urn: textOf(metadata["urn"]),
    type: textOf(metadata["type"]),
    old: state("old"),
    new: state("new"),
    keys: (metadata["keys"] ?? []) as unknown as readonly string[],
    diffs: (metadata["diffs"] ?? []) as unknown as readonly string[],
    detailedDiff: diff ? Object.fromEntries(detailed) : undefined,
    logical: metadata["logical"] === true,
    provider: textOf(metadata["provider"] ?? ""),
  };
}

const findingOf = (body: JsonObject): PolicyFinding => ({
  urn: textOf(body["resourceUrn"] ?? ""),
  pack: textOf(body["policyPackName"] ?? ""),
  packVersion: textOf(body["policyPackVersion"] ?? ""),
  policy: textOf(body["policyName"] ?? ""),
  level: textOf(body["enforcementLevel"] ?? "advisory") as PolicyFinding["level"],
  severity: textOf(body["severity"] ?? ""),
  description: "",
  message: plain(textOf(body["message"] ?? "")).trim(),
});
