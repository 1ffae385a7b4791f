import { describe, expect, it } from "vitest";
import { ruleId } from "../_template/rule.ts";
import { UNKNOWN } from "../core/examples.ts";
import type { Rule } from "../core/rule.ts";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, SECRET_SIGNATURE, SIGNATURE } from "../core/signatures.ts";
import { FORMS } from "./testing/forms.ts";
import { type Sent } from "./testing/requests.ts";
import { type Answer, ServedPack } from "./testing/served-pack.ts";

const QUEUE = "aws:sqs/queue:Queue";
const queue = (props: Sent["props"]): Sent => ({ type: QUEUE, name: "orders", props });
const judge = async (props: Sent["props"], ...rules: readonly Rule[]): Promise<Answer> =>
  await new ServedPack(rules, "remediate").judge([queue(props)], {}, FORMS.plain);

/** The template's rule, and how it might mend. */
const mending = (remediate: NonNullable<Rule["remediate"]>): Rule => ({ ...ruleId, inPlace: [QUEUE], remediate });
const encrypting = mending((props) => {
  props["sqsManagedSseEnabled"] = true;
  return props;
});
const marked = (signature: string, content: object): object => ({ [SIGNATURE]: signature, ...content });
const asset = (text: string): object => marked(ASSET_SIGNATURE, { text });

describe("a rule that breaks", () => {
  const broken: Rule = {
    ...ruleId,
    id: "broken",
    checks: {
      [QUEUE]: () => {
        throw new TypeError("no such thing");
      },
    },
  };

  it("is told as such, and the others are heard", async () => {
    const { findings, told } = await judge({}, broken, ruleId);
    expect(findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ["broken", "rule-error"],
      ["rule-id", "fail"],
    ]);
    expect(told.map(({ policyname }) => policyname)).toEqual(["broken", "rule-id", "graph"]);
  });

  it("is told as such where it would have to be waited for", async () => {
    const later = async () => await Promise.resolve({ word: "fail" });
    const { findings } = await judge({}, { ...ruleId, checks: { [QUEUE]: later as never } });
    expect(findings.map(({ verdict }) => verdict)).toEqual(["rule-error"]);
  });

  it("leaves the resource as it is where it breaks while mending, and says so", async () => {
    const props = { name: "orders" };
    const { findings, mended } = await judge(
      props,
      mending(({ tags }) => ({ owner: (tags as { owner: string }).owner })),
    );
    expect(mended).toEqual([queue(props)]);
    expect(findings.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^is not set; default is false \(not mended: the remediation broke: Cannot read/),
    ]);
  });
});

describe("what is not known", () => {
  // in the order of the table: string, boolean, number, array, object, asset, archive
  it.each([
    UNKNOWN,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
  ])("is undetermined in each of the engine's words for it: %s", async (word) => {
    const { findings, mended } = await judge({ sqsManagedSseEnabled: word, code: word }, encrypting);
    expect(findings.map(({ verdict }) => verdict)).toEqual(["undetermined(unknown)"]);
    expect(mended).toEqual([queue({ sqsManagedSseEnabled: word, code: word })]);
  });
});

describe("an asset without content", () => {
  const EMPTY = asset("");
  const shapes: readonly (readonly [where: string, value: unknown])[] = [
    ["by itself", EMPTY],
    ["in a list", [EMPTY]],
    ["in a secret", marked(SECRET_SIGNATURE, { value: EMPTY })],
    ["in an archive", marked(ARCHIVE_SIGNATURE, { assets: { "__init__.py": EMPTY } })],
    ["an archive", marked(ARCHIVE_SIGNATURE, {})],
    [
      "in an archive in an archive",
      marked(ARCHIVE_SIGNATURE, { assets: { a: marked(ARCHIVE_SIGNATURE, { assets: { b: EMPTY } }) } }),
    ],
  ];
  it.each(shapes)("does not hang the pack: %s", async (_where, code) => {
    const { findings } = await judge({ code, sqsManagedSseEnabled: true }, encrypting);
    expect(findings.map(({ verdict }) => verdict)).toEqual(["pass"]);
  });
});

describe("remediation", () => {
  it("gives back what it did not change: what is secret, unknown, a file, or the provider's own", async () => {
    const props = {
      __defaults: ["name"],
      name: UNKNOWN,
      sqsManagedSseEnabled: marked(SECRET_SIGNATURE, { value: false }),
      policy: marked(SECRET_SIGNATURE, { value: "hidden" }),
      note: asset("text"),
      code: marked(ARCHIVE_SIGNATURE, { path: "dist" }),
    };
    const { mended, findings } = await judge(props, encrypting);
    expect(mended).toEqual([queue({ ...props, sqsManagedSseEnabled: marked(SECRET_SIGNATURE, { value: true }) })]);
    expect(findings.map(({ verdict }) => verdict)).toEqual(["pass"]);
  });

  it("leaves a resource that holds an archive of files, and says why", async () => {
    const props = { code: marked(ARCHIVE_SIGNATURE, { assets: { "index.js": asset("exports.handler = 1") } }) };
    const { mended, told } = await judge(props, encrypting);
    expect(mended).toEqual([queue(props)]);
    expect(told[0]?.message).toContain("not mended: it holds an archive of files, which a remediation would lose");
    expect(told[0]?.enforcementlevel).toBe(1);
  });

  it("is mandatory where there is none, and that is said", async () => {
    const { told } = await judge({}, { ...ruleId, severity: "low" });
    expect(told.map(({ policyname, enforcementlevel }) => [policyname, enforcementlevel])).toEqual([
      ["rule-id", 1],
      ["graph", 0],
    ]);
    expect(told[1]?.message).toContain("level remediate is mandatory for what mends nothing: rule-id");
  });
});
