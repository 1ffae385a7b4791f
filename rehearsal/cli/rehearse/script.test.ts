import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../failure.ts";
import { scriptOf } from "./script-of.ts";

const folder = mkdtempSync(join(tmpdir(), "archipel-script-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(text: string, name = "script.yaml"): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const read = (text: string, fault: readonly string[] = []) => scriptOf({ script: [file(text)], fault });
function mistakes(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.code).toBe(2);
    return error.message.replace(/^[^:]*: /, "").split("; ");
  }
  throw new Error("nothing was refused");
}

describe("a script file", () => {
  it("is a list of verbs with options; faults stand before the step that they strike, or in it", () => {
    const steps = read(`
- fault: "create:*@after-effect=denied"
- up: { continueOnError: true, faults: ["random:2"] }
- recover: { runProgram: true }
- preview: { edit: [{ type: "aws:s3/bucket:Bucket", set: { acl: public-read } }] }
- drift: { name: "site*", set: { "tags.team": x, "list[0]": null } }
- refresh
- vanish: { urn: "urn:pulumi:*" }
- decommission:`);
    expect(steps.map(({ verb }) => verb)).toEqual([
      "up",
      "recover",
      "preview",
      "drift",
      "refresh",
      "vanish",
      "decommission",
    ]);
    expect(steps[0]).toMatchObject({
      flags: { continueOnError: true },
      faults: [{ fault: { kind: "denied" } }, { random: 2 }],
    });
    expect(steps[1]).toMatchObject({ flags: { runProgram: true }, faults: [] });
    expect(steps[2]).toMatchObject({
      title: "Preview, edited",
      edits: [{ type: "aws:s3/bucket:Bucket", set: { acl: "public-read" } }],
    });
    expect(steps[3]).toMatchObject({ target: { name: "site*" }, set: { "tags.team": "x", "list[0]": null } });
    expect(steps[5]).toMatchObject({ target: { urn: "urn:pulumi:*" } });
  });

  it("expects quiet after an up or a recovery, and not after a fault, a drift or a vanishing", () => {
    const quiet = (text: string) => read(text).map(({ verb, expectQuiet }) => (expectQuiet ? `${verb}!` : verb));
    expect(quiet("[up, refresh, preview]")).toEqual(["up", "refresh!", "preview!"]);
    expect(quiet("[up, drift: {name: a, set: {b: c}}, refresh, preview, up, preview]")).toEqual([
      "up",
      "drift",
      "refresh",
      "preview",
      "up",
      "preview!",
    ]);
    expect(quiet('[fault: "outage:aws", up, preview, recover, refresh]')).toEqual([
      "up",
      "preview",
      "recover",
      "refresh!",
    ]);
  });

  it("may be JSON", () => {
    const script = [file('["up", {"vanish": {"type": "aws:*"}}]', "script.json")];
    expect(scriptOf({ script, fault: [] }).map(({ verb }) => verb)).toEqual(["up", "vanish"]);
  });

  it("is refused with all its mistakes at once, each at its path", () => {
    const found = mistakes(`
- upp
- drift: { set: { "a..b": 1 } }
- { up: {}, refresh: {} }
- up: { targets: x, wrong: 1, faults: ["create:x@sometime=denied"] }
- vanish
- 7
- fault: "nonsense"
- recover: { runProgram: 1 }
- preview: { edit: [{ set: { a: 1 } }] }
- fault: "outage:aws"`);
    const at = (path: string, text: RegExp): void => {
      expect(
        found.filter((one) => one.startsWith(`${path}: `)).join("\n"),
        `${path} among ${found.join("\n")}`,
      ).toMatch(text);
    };
    at("[0]", /'upp' is no verb/);
    at("[1].drift.set.a..b", /property path/);
    at("[1].drift", /names no object/);
    at("[2]", /one verb with its options/);
    at("[3].up.targets", /expected array/);
    at("[3].up", /"wrong"/);
    at("[3].up.faults[0]", /'sometime' is no point/);
    at("[4].vanish", /names no object/);
    at("[5]", /a step is a verb/);
    at("[6].fault[0]", /expected <operation>/);
    at("[7].recover.runProgram", /expected boolean/);
    at("[8].preview.edit[0]", /names no resource/);
    at("[9]", /no step follows/);
  });

  it.each([
    ["{up: {}}", /is a list of steps/],
    ["[]", /is a list of steps/],
    ["- up: {", /script\.yaml:\d+: /],
  ])("%s is refused as a whole", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("that does not exist is said", () => {
    expect(() => scriptOf({ script: ["nowhere.yaml"], fault: [] })).toThrow("--script: nowhere.yaml does not exist");
  });
});

describe("a command line", () => {
  const line =
    (script: readonly string[], fault: readonly string[] = []) =>
    () =>
      scriptOf({ script, fault });
  it("strikes its first up, and recovers where no script says otherwise", () => {
    const steps = line([], ["random:1"])();
    expect(steps.map(({ verb }) => verb)).toEqual(["up", "recover", "refresh", "preview", "decommission"]);
    expect(steps[0]?.faults).toEqual([{ random: 1 }]);
    expect(line(["preview", "up"], ["outage:aws"])().map(({ faults }) => faults.length)).toEqual([0, 1]);
  });
  it.each<[readonly string[], readonly string[], RegExp]>([
    [["jump"], [], /'jump' is no verb of a script; there are preview, up/],
    [["drift"], [], /drift needs a target/],
    [["preview"], ["outage:aws"], /has none/],
    [[], ["create"], /--fault create: expected/],
  ])("%s %s is refused", (script, fault, message) => {
    expect(line(script, fault)).toThrow(message);
  });
});
