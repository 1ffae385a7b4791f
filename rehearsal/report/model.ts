import { z } from "zod";
import { judgementShape } from "./judgement/model.ts";

/** The version of report.json. It changes when a reader of the old form would misread the new one. */
export const REPORT_VERSION = 1;

const verdict = z.enum(["pass", "fail", "undetermined"]);
const severity = z.enum(["", "low", "medium", "high", "critical"]);

const diagnostic = z.object({
  severity: z.enum(["debug", "info", "info#err", "warning", "error"]),
  urn: z.string().describe("The resource it is about; empty for the program or the stack."),
  message: z.string(),
});

const operation = z.object({
  op: z
    .string()
    .describe("As in Pulumi's event stream: create, update, replace, delete, same, read, refresh, import ..."),
  urn: z.string(),
  keys: z.array(z.string()).describe("What forces a replacement."),
  diffs: z.array(z.string()).describe("Top-level properties that change."),
  failed: z.boolean(),
  found: z.string().describe("What a refresh found: same, update or delete; else empty."),
  durationMs: z.number(),
});

const fault = z.object({
  fault: z.string().describe("As its author wrote it: operation:type::name@point=kind."),
  operation: z.string(),
  urn: z.string().describe("What it struck; empty for a function."),
  outcome: z
    .enum(["failed", "absorbed", "delayed"])
    .describe("absorbed: the provider tried again by itself; delayed: only time was lost."),
});

const adoption = z.object({
  urn: z.string(),
  type: z.string(),
  id: z.string(),
  how: z.enum(["import", "import and state edit", "refresh --import-pending-creates", "deleted by hand"]),
});

const breach = z.object({
  kind: z
    .enum(["orphaned", "duplicated", "lost", "touched"])
    .describe(
      "orphaned: no state knows the object; lost: the state's object is not there; touched: protection failed.",
    ),
  urn: z.string(),
  type: z.string(),
  id: z.string(),
  remedy: z.string(),
});

const step = z.object({
  number: z.int(),
  verb: z.string().describe("preview, up, refresh, destroy, decommission, recover, drift or vanish."),
  title: z.string(),
  result: z.enum(["succeeded", "failed", "canceled"]),
  problems: z.array(z.string()).describe("What this step should have shown and did not, such as drift after an up."),
  changes: z.record(z.string(), z.int()).describe("Operations counted as Pulumi counts them."),
  operations: z.array(operation),
  diagnostics: z.array(diagnostic),
  faults: z.array(fault).describe("What was broken on purpose, and where it struck."),
  adopted: z.array(adoption).describe("Objects that somebody had to look up and take care of in a recovery."),
  breaches: z.array(breach).describe("Where state and clouds disagree although they should not any more."),
  durationMs: z.number(),
});

const resource = z.object({
  urn: z.string(),
  type: z.string(),
  name: z.string(),
  id: z.string(),
  cloud: z.string().describe("aws, gcp, azure, kubernetes, or the package's own name."),
  region: z
    .string()
    .describe("Region, or the cluster of a Kubernetes object; `global` where it has none; empty for components."),
  network: z.string().describe("URN of the network that it is or lies in; empty where that is not known."),
  component: z.string().describe("URN of the nearest component above it; empty at the top."),
  parent: z.string(),
  custom: z.boolean(),
  protect: z.boolean(),
  provider: z.string(),
  dependencies: z.array(z.string()),
  source: z.string().describe("Where the program made it: path#line,column; empty when unknown."),
  fidelity: z
    .enum(["exact", "derived", "echoed", "none"])
    .describe("How far the simulated type has been checked; none for components."),
});

const finding = z.object({
  step: z.int(),
  pack: z.string(),
  policy: z.string(),
  level: z.enum(["advisory", "mandatory", "remediate", "disabled"]),
  severity,
  urn: z.string(),
  message: z.string(),
  fix: z.string().describe("What to change, in the words of the policy; empty if it has none."),
  remediated: z.boolean().describe("The policy changed the inputs instead of reporting."),
  source: z.string().describe("Where the program made the resource; Pulumi.yaml when unknown."),
});

/** Everything a rehearsal found out, for people and machines. */
export const reportShape = z.object({
  version: z.literal(REPORT_VERSION),
  tool: z.object({ name: z.literal("archipel"), version: z.string() }),
  engine: z.object({
    name: z.enum(["embedded", "pulumi"]),
    follows: z.string().describe("The Pulumi version whose decisions it takes."),
  }),
  project: z.object({
    name: z.string(),
    directory: z.string(),
    stack: z.string(),
    organization: z.string(),
    sdk: z.string(),
  }),
  seed: z.string(),
  asOf: z.string().describe("The date at which exceptions and certificates were judged."),
  verdict,
  reasons: z.array(z.string()).describe("Why the verdict is not pass, most important first."),
  steps: z.array(step),
  resources: z.array(resource).describe("The estate after the last up, or what the last preview would make."),
  policies: z.object({
    packs: z.array(z.object({ name: z.string(), version: z.string(), policies: z.int() })),
    findings: z.array(finding).describe("What packs told the engine, step by step."),
    judgement: judgementShape.describe("Every verdict of packs that write them down."),
  }),
  fidelity: z.object({
    counts: z.record(z.enum(["exact", "derived", "echoed"]), z.int()),
    notes: z.array(z.string()).describe("What was assumed to exist, echoed or not modelled."),
  }),
  replacements: z
    .array(z.object({ type: z.string(), property: z.string(), source: z.string(), confidence: z.string() }))
    .describe("Where the answer that a change replaces a resource came from."),
  secrets: z.object({ placeholders: z.array(z.string()).describe("Configuration secrets that nobody could open.") }),
  environment: z.object({ removed: z.array(z.string()).describe("Variables that were kept from the program.") }),
  places: z.record(z.string(), z.string()).describe("Accounts and regions that stand in for real ones."),
  remaining: z
    .array(z.object({ urn: z.string(), type: z.string(), id: z.string(), tombstone: z.boolean() }))
    .describe("What still exists after the decommission."),
  timing: z.object({ startedAt: z.string(), totalMs: z.number() }),
});

export type Report = z.infer<typeof reportShape>;
export type ReportStep = Report["steps"][number];
export type ReportFault = ReportStep["faults"][number];
export type ReportAdoption = ReportStep["adopted"][number];
export type ReportBreach = ReportStep["breaches"][number];
export type ReportOperation = ReportStep["operations"][number];
export type ReportResource = Report["resources"][number];
export type ReportFinding = Report["policies"]["findings"][number];
export type Verdict = Report["verdict"];

/** The published JSON Schema of report.json. */
export const reportSchema = (): object => z.toJSONSchema(reportShape, { target: "draft-2020-12" });
