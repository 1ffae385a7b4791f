import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { publishedSchema } from "../json/schema.ts";
import { HOSTILE } from "../testing.ts";
import { baselineOf } from "./baseline.ts";
import { stateOf } from "./controls.ts";
import { evidenceOf } from "./evidence.ts";
import { judgementOf, stopping } from "./judgement.ts";
import { junitOf } from "./junit.ts";
import { LinesError, readLines } from "./lines.ts";
import { judgementMarkdown } from "./markdown.ts";
import { NO_JUDGEMENT } from "./model.ts";
import { sarifOf } from "./sarif.ts";
import { findingLine, sampleJudgement, sampleLines, startLine } from "./testing.ts";

const ABOUT = { tool: "0.1.0", subject: "shop", commit: "abc" };

test("counts a resource once for a rule, however many places of it are wrong", () => {
  const { rules, findings } = judgementOf([startLine(), findingLine(), findingLine({ path: "policy" })]);
  expect(findings).toHaveLength(2);
  expect(rules.find(({ id }) => id === "object-storage-not-public")).toMatchObject({ failed: 1, passed: 0 });
});

test("takes what was said after a pack's last start", () => {
  const unknown = findingLine({ verdict: "undetermined(unknown)", level: undefined });
  const { findings, phase } = judgementOf([
    startLine({ phase: "preview" }),
    unknown,
    startLine(),
    findingLine({ verdict: "pass" }),
  ]);
  expect([phase, findings]).toEqual(["up", []]);
});

test("lets the same rule speak once in two packs", () => {
  const second = { ...findingLine(), pack: "all" };
  const { findings, rules } = judgementOf([startLine(), findingLine(), startLine({ pack: "all" }), second]);
  expect(findings).toHaveLength(1);
  expect(rules.map(({ packs }) => packs)).toEqual(rules.map(() => ["zero-trust", "all"]));
});

test("says nothing where no pack wrote anything", () => {
  expect(judgementOf([])).toEqual(NO_JUDGEMENT);
});

test("a judgement fits the published schema, and so does an empty one", () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(publishedSchema("judgement.schema.json")));
  for (const judgement of [sampleJudgement(HOSTILE), NO_JUDGEMENT]) {
    expect(validate(JSON.parse(JSON.stringify(judgement))), JSON.stringify(validate.errors)).toBe(true);
  }
});

test("refuses lines of another version, and text that is none", () => {
  expect(() => readLines(JSON.stringify({ ...startLine(), version: 2 }))).toThrow(LinesError);
  expect(() => readLines("{")).toThrow("line 1 of the findings");
  expect(
    readLines(
      sampleLines()
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    ),
  ).toEqual(JSON.parse(JSON.stringify(sampleLines())));
});

test("adds up how each control stands, in the order of their numbers", () => {
  const [cis, nist] = sampleJudgement().frameworks;
  expect(cis?.controls).toMatchObject([
    { id: "2.4", rules: [] },
    { id: "2.14", passed: 1, failed: 0, undetermined: 1 },
    { id: "3.1.4", failed: 1, excepted: 1 },
  ]);
  expect(nist?.controls.map((control) => [control.id, stateOf(control)])).toEqual([
    ["T2", "silent"],
    ["T3", "open"],
  ]);
});

test("asks a control about its own types only", () => {
  const elsewhere = findingLine({ type: "gcp:storage/bucket:Bucket", urn: "elsewhere" });
  const [cis] = judgementOf([startLine(), elsewhere]).frameworks;
  expect(cis?.controls.map((control) => stateOf(control))).toEqual(["not covered", "silent", "silent"]);
});

test("SARIF has an alert for each failure, a suppressed one for each exception, and none for what is not known", () => {
  const [run] = sarifOf(sampleJudgement(), "0.1.0").runs;
  expect(run?.results?.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions?.length ?? 0])).toEqual([
    ["object-storage-not-public", "error", 0],
    ["object-storage-not-public", "error", 1],
  ]);
  const [result] = run?.results ?? [];
  expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe("object-storage-not-public");
  expect(result?.partialFingerprints).toEqual({ "archipel/v1": "00112233445566aa" });
});

test("SARIF points at the line, and at Pulumi.yaml where none is known", () => {
  const at = (over: object) =>
    sarifOf(judgementOf([startLine(), findingLine(over)]), "0").runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation;
  expect(at({ file: "src\\index.ts", line: 12 })).toEqual({
    artifactLocation: { uri: "src/index.ts" },
    region: { startLine: 12 },
  });
  expect(at({})).toEqual({ artifactLocation: { uri: "Pulumi.yaml" }, region: { startLine: 1 } });
});

test("JUnit fails a rule by what stops a deployment, and skips what had nothing to judge", () => {
  const xml = junitOf(sampleJudgement());
  expect(xml).toContain('tests="3" failures="1" errors="1"');
  expect(xml.match(/<skipped/g)).toHaveLength(1);
  expect(xml).toContain('<failure type="critical" message="acl is public-read">');
});

test("no form is broken by what it shows", () => {
  const judgement = sampleJudgement(HOSTILE);
  const xml = junitOf(judgement);
  expect(xml).not.toMatch(/<img|<\/script/);
  expect(xml.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(judgementMarkdown(judgement)).not.toMatch(/<img|@acme/);
});

test("a baseline holds what fails, and nothing else", () => {
  expect(baselineOf(sampleJudgement())).toMatchObject({ version: 1, findings: [{ fingerprint: "00112233445566aa" }] });
});

test("evidence lists passes, too, and changes its hash with any of them", () => {
  const lines = sampleLines();
  const evidence = evidenceOf(judgementOf(lines), lines, ABOUT) as { verdicts: { verdict: string }[]; sha256: string };
  expect(evidence.verdicts.map(({ verdict }) => verdict)).toContain("pass");
  expect(evidenceOf(judgementOf(lines), lines, ABOUT)).toEqual(evidence);
  const fewer = lines.filter((line) => line.kind !== "finding" || line.verdict !== "pass");
  expect((evidenceOf(judgementOf(lines), fewer, ABOUT) as typeof evidence).sha256).not.toBe(evidence.sha256);
});

test("what stops a deployment is mandatory, and no defect of a rule", () => {
  expect(stopping(sampleJudgement()).map(({ verdict }) => verdict)).toEqual(["fail"]);
});
