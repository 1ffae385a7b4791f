import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { overheard } from "../overheard.ts";

const folder = mkdtempSync(join(tmpdir(), "fidelity-"));
afterAll(() => rmSync(folder, { recursive: true }));

const QUEUE = {
  type: "aws:sqs/queue:Queue",
  id: "https://sqs.ap-south-1.amazonaws.com/210987654321/invented-1a2b3c4",
  inputs: { name: "invented-1a2b3c4", delaySeconds: 5, __defaults: ["name"] },
  outputs: {
    __meta: "{}",
    arn: "arn:aws:sqs:ap-south-1:210987654321:invented-1a2b3c4",
    delaySeconds: 5,
    id: "https://sqs.ap-south-1.amazonaws.com/210987654321/invented-1a2b3c4",
    name: "invented-1a2b3c4",
    tags: {},
  },
};

const run = (...args: readonly string[]) => overheard("fidelity", ...args);
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
const last = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);

describe("recorded resources", () => {
  it("are made again where they were recorded, from their inputs alone", async () => {
    const { code, out } = await run(file("good.json", [QUEUE]));
    expect(code).toBe(0);
    expect(last(out)).toBe("present 100.0 %, kind 100.0 %, form 100.0 %");
    expect(out).toContain("1 keys of bookkeeping left out");
  });

  it("lose a share for every key that is absent, of another kind or of another form", async () => {
    const outputs = { ...QUEUE.outputs, gone: "by now", tags: "none", arn: "arn:aws:sns:ap-south-1:210987654321:x" };
    const { out } = await run("--json", file("bad.json", [{ ...QUEUE, outputs }]));
    const { total, types, resources } = JSON.parse(out) as {
      total: object;
      types: { name: string }[];
      resources: { misses: { key: string; what: string }[] }[];
    };
    expect(total).toMatchObject({ keys: 6, present: (100 * 5) / 6, kind: (100 * 4) / 6, form: (100 * 3) / 6 });
    expect(types.map(({ name }) => name)).toEqual([QUEUE.type]);
    expect(resources[0]?.misses).toMatchObject([
      { key: "arn", what: "form" },
      { key: "gone", what: "absent" },
      { key: "tags", what: "kind" },
    ]);
  });

  it("come with the worst first, and without types that no SDK has", async () => {
    const worse = { ...QUEUE, type: "aws:sns/topic:Topic", outputs: { nothing: "like it" } };
    const { out } = await run(file("two.json", [QUEUE, worse, { ...QUEUE, type: "nowhere:index:Thing" }]));
    expect(out.indexOf("aws:sns/topic:Topic")).toBeLessThan(out.indexOf("aws:sqs/queue:Queue"));
    expect(out).toMatch(/left out \(1\): nowhere:index:Thing/);
  });

  it("are wrong in everything where the twin refuses what the cloud took", async () => {
    const { out } = await run(file("refused.json", [{ ...QUEUE, inputs: { ...QUEUE.inputs, delaySeconds: 9999 } }]));
    expect(out).toMatch(/refused: aws:sqs\/queue:Queue .*delay/i);
    expect(last(out)).toBe("present 0.0 %, kind 0.0 %, form 0.0 %");
  });

  it("may come from a stack's export", async () => {
    const urn = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::q";
    const state = {
      version: 3,
      deployment: {
        manifest: {},
        resources: [
          { urn, type: QUEUE.type, custom: true, id: QUEUE.id, inputs: QUEUE.inputs, outputs: QUEUE.outputs },
        ],
      },
    };
    expect(last((await run(file("state.json", state))).out)).toBe("present 100.0 %, kind 100.0 %, form 100.0 %");
  });

  it("may hold secrets: what nobody can read is there, and no more is asked of it", async () => {
    const word = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:sealed" };
    const outputs = { ...QUEUE.outputs, name: word, tags: { "@secret": {} }, policy: { "@secret": "ciphertext" } };
    const { out } = await run(file("secret.json", [{ ...QUEUE, outputs }]));
    expect(last(out)).toBe("present 100.0 %, kind 100.0 %, form 100.0 %");
    expect(out).toMatch(/2 of them \(33\.3 %\) random or a time/);
  });

  it("without hand knowledge are further away", async () => {
    const { out } = await run("--without-hand", file("good.json", [QUEUE]));
    expect(last(out)).not.toBe("present 100.0 %, kind 100.0 %, form 100.0 %");
    expect(last(out)).toMatch(/^present 100\.0 %/);
  });
});

describe("a file that cannot be used", () => {
  it.each([
    ["absent.json", undefined, /absent\.json does not exist/],
    ["torn.json", "[{", /torn\.json is not JSON/],
    ["other.json", '[{"type": 3}]', /other\.json: 0\.type: .*expected a list of/],
    ["empty.json", "[]", /there are no recorded resources/],
    ["state.json", '{"hello": 1}', /state\.json is not a Pulumi state/],
  ])("%s is told in one line, with exit code 2", async (name, content, message) => {
    const { code, err } = await run(content === undefined ? join(folder, name) : file(name, content));
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(message) as string });
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
