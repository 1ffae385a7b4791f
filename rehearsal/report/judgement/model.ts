import { z } from "zod";

/** The version of a judgement. It changes when a reader of the old form would misread the new one. */
export const JUDGEMENT_VERSION = 1;

export const severity = z.enum(["low", "medium", "high", "critical"]);
const count = z.int().describe("How many resources got this verdict.");

export const exception = z.object({ reason: z.string(), owner: z.string(), expires: z.string() });

const finding = z.object({
  pack: z.string(),
  rule: z.string(),
  verdict: z.enum(["fail", "undetermined(unknown)", "undetermined(not covered)", "excepted", "rule-error"]),
  severity,
  level: z
    .enum(["", "advisory", "mandatory"])
    .describe("What it does to a deployment: mandatory stops it; empty is only counted."),
  known: z.boolean().describe("It is in the baseline, and stops nobody."),
  address: z.string().describe("What the tool that declares the resource calls it; a URN for Pulumi."),
  urn: z.string(),
  type: z.string(),
  file: z.string().describe("Relative to where the command ran; empty when unknown."),
  line: z.int().describe("0 when unknown."),
  propertyPath: z.string().describe("Empty for the resource as a whole."),
  message: z.string(),
  fix: z.string(),
  cause: z.string().describe("The outermost component that it comes from; the resource itself where there is none."),
  fingerprint: z.string().describe("The same in every pack, phase and run."),
  exception: exception.optional(),
});

const rule = z.object({
  id: z.string(),
  version: z.string().describe("Of the packs that last changed what the rule flags."),
  title: z.string(),
  severity,
  why: z.string(),
  controls: z.array(z.string()).describe("framework:control"),
  packs: z.array(z.string()),
  passed: count,
  failed: count,
  undetermined: count.describe("Unknown until the deployment."),
  notCovered: count.describe("Never to be known: a release, a template, a word that no rule knows."),
  excepted: count,
  notApplicable: count,
  broken: count.describe("The rule itself failed."),
});

const control = z.object({
  id: z.string(),
  title: z.string().describe("Empty where the framework's text is not free to retell."),
  rules: z.array(z.string()).describe("None where no rule shows the control."),
  passed: count,
  failed: count,
  undetermined: count,
  notCovered: count,
  excepted: count,
});
const framework = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  reference: z.string(),
  note: z.string(),
  controls: z.array(control),
});

const DOUBTS = ["undetermined(unknown)", "undetermined(not covered)"] as const;
export const provedPath = z.object({
  name: z.string(),
  why: z.string(),
  expect: z.enum(["open", "closed"]),
  state: z.enum(["open", "closed", "missing", ...DOUBTS]).describe("Missing where nothing matches an end."),
  steps: z.array(
    z.object({
      what: z.string(),
      passage: z.enum(["allowed", "refused", ...DOUBTS]),
      reason: z.string().optional().describe("What is not known, or not covered."),
      by: z.array(z.string()).describe("URNs of the resources that decide."),
    }),
  ),
  missing: z.string().optional(),
});

/** What all rules said about one set of resources. */
export const judgementShape = z.object({
  version: z.literal(JUDGEMENT_VERSION),
  asOf: z.string().describe("The day at which exceptions were judged; empty where no pack told."),
  phase: z.enum(["", "preview", "up", "analyze"]).describe("When: before, after, or on a file."),
  packs: z.array(z.object({ name: z.string(), version: z.string() })),
  findings: z.array(finding),
  rules: z.array(rule),
  frameworks: z.array(framework).describe("How the controls stand that the rules are mapped to."),
  paths: z.array(provedPath).optional().describe("Declared paths, and how each was proved; absent without any."),
  notices: z
    .array(z.object({ pack: z.string(), failing: z.boolean(), text: z.string() }))
    .describe("About exceptions, disabled rules and what no rule reads."),
  coverage: z
    .array(z.object({ type: z.string(), resources: z.int(), rules: z.int() }))
    .describe("Types that were seen, and how many rules have something to say about each."),
});
export type Judgement = z.infer<typeof judgementShape>;
export type JudgedFinding = Judgement["findings"][number];
export type JudgedPath = z.infer<typeof provedPath>;
export type JudgedRule = Judgement["rules"][number];
export type JudgedFramework = Judgement["frameworks"][number];
export type JudgedControl = JudgedFramework["controls"][number];

/** The published JSON Schema of what `archipel check --json` prints. */
export const judgementSchema = (): object => z.toJSONSchema(judgementShape, { target: "draft-2020-12" });

/** What is left where no pack told anything. */
export const NO_JUDGEMENT: Judgement = {
  version: JUDGEMENT_VERSION,
  asOf: "",
  phase: "",
  packs: [],
  findings: [],
  rules: [],
  frameworks: [],
  notices: [],
  coverage: [],
};
