import type { PropertyDiff } from "../wire/provider.ts";
import type { Properties } from "../wire/value.ts";
import type { ResourceState } from "./resource.ts";

/** The operations of Pulumi's event stream. */
export type Op =
  | "same"
  | "create"
  | "update"
  | "delete"
  | "replace"
  | "create-replacement"
  | "delete-replaced"
  | "read"
  | "read-replacement"
  | "refresh"
  | "discard"
  | "discard-replaced"
  | "remove-pending-replace"
  | "import"
  | "import-replacement";

export type DetailedDiff = { readonly [path: string]: PropertyDiff };
export interface StepMetadata {
  readonly op: Op;
  readonly urn: string;
  readonly type: string;
  readonly old: ResourceState | undefined;
  readonly new: ResourceState | undefined;
  /** What forces a replacement. */
  readonly keys: readonly string[];
  readonly diffs: readonly string[];
  readonly detailedDiff: DetailedDiff | undefined;
  /** False for the parts that a replacement is made of. */
  readonly logical: boolean;
  readonly provider: string;
}

export type DiagnosticSeverity = "debug" | "info" | "info#err" | "warning" | "error";
export type EnforcementLevel = "advisory" | "mandatory" | "remediate" | "disabled";
export interface PolicyFinding {
  readonly urn: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly policy: string;
  readonly level: EnforcementLevel;
  readonly severity: string;
  readonly description: string;
  readonly message: string;
}
export type Result = "succeeded" | "failed" | "canceled";

export type EngineEvent =
  | { readonly kind: "pre"; readonly step: StepMetadata; readonly planning: boolean }
  | { readonly kind: "outputs"; readonly step: StepMetadata; readonly planning: boolean }
  /** The step is done and recorded; `found` is what a refresh saw. */
  | { readonly kind: "done"; readonly step: StepMetadata; readonly found: Op | undefined }
  | { readonly kind: "failed"; readonly step: StepMetadata; readonly status: number }
  | {
      readonly kind: "diagnostic";
      readonly severity: DiagnosticSeverity;
      readonly urn: string;
      readonly message: string;
    }
  | { readonly kind: "policy"; readonly finding: PolicyFinding }
  | {
      readonly kind: "remediation";
      readonly finding: PolicyFinding;
      readonly before: Properties;
      readonly after: Properties;
    }
  | {
      readonly kind: "policies";
      readonly stage: PolicyStage;
      readonly urn: string;
      readonly pack: string;
      readonly packVersion: string;
      readonly passed: readonly string[];
      readonly failed: readonly string[];
    }
  | { readonly kind: "packs"; readonly packs: readonly PackInfo[] }
  /** What an operation left, where its steps could not say everything. */
  | { readonly kind: "left"; readonly resources: readonly ResourceState[] }
  | { readonly kind: "program"; readonly stream: "stdout" | "stderr"; readonly line: string }
  | Summary;
/** A policy pack at work, and what it can say. */
export interface PackInfo {
  readonly name: string;
  readonly version: string;
  readonly policies: readonly PolicyInfo[];
}
export interface PolicyInfo {
  readonly name: string;
  readonly level: EnforcementLevel;
  readonly severity: string;
  /** What to change, in the policy's words. */
  readonly fix: string;
}
export type PolicyStage = "remediate" | "analyze" | "analyzeStack";

export interface Summary {
  readonly kind: "summary";
  readonly result: Result;
  readonly isPreview: boolean;
  readonly maybeCorrupt: boolean;
  readonly durationSeconds: number;
  readonly resourceChanges: { readonly [op in Op]?: number };
  /** Name to version. */
  readonly policyPacks: { readonly [name: string]: string };
}
export type EventSink = (event: EngineEvent) => void;

/** Ops that do not count by themselves: a replacement counts once, as `replace`. */
const PARTS: ReadonlySet<Op> = new Set([
  "create-replacement",
  "delete-replaced",
  "read-replacement",
  "discard-replaced",
  "import-replacement",
  "remove-pending-replace",
  "refresh",
]);
export const isLogical = (op: Op): boolean => !PARTS.has(op);
