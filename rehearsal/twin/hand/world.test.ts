import { describe, expect, test } from "vitest";
import { type Properties, UNKNOWN } from "../../wire/value.ts";
import { Bench, leastInputs, type Subject } from "../testing.ts";
import type { TwinType } from "../type.ts";
import { hands, inputsOf, isKubernetes, schemas, simple, two } from "./testing.ts";

/** Inputs with one more that may be given, and how it may change elsewhere. */
async function drifting({ token }: TwinType, subject: Subject): Promise<{ start: Properties; patch: Properties }> {
  const least = leastInputs(token, schemas);
  const outputs = schemas.resource(token)?.outputs ?? {};
  const inputs = Object.entries(inputsOf(token)).sort(
    ([, a], [, b]) => Number(simple(b.type)) - Number(simple(a.type)),
  );
  for (const [key, { type, constant }] of inputs) {
    const values = outputs[key] && constant === undefined ? two(key, type) : undefined;
    if (!values || /name|region|location|project/i.test(key)) continue;
    const start = { ...least, [key]: least[key] ?? values[0] };
    if ((await subject.check(start, undefined)).failures.length === 0) return { start, patch: { [key]: values[1] } };
  }
  const key = Object.keys(least)[0] as string;
  return { start: least, patch: { [key]: "changed elsewhere" } };
}

describe("what happens behind the program's back is seen", () => {
  test.each(hands)("$token", async (hand) => {
    const { token } = hand;
    const bench = new Bench({ schemas });
    const subject = await bench.subject(token);
    const least = leastInputs(token, schemas);
    const { start, patch } = isKubernetes(token)
      ? {
          start: { ...least, metadata: { name: "one", labels: { a: "1" } } },
          patch: { metadata: { labels: { a: "2" } } },
        }
      : await drifting(hand, subject);
    await subject.create(start);
    bench.twin.world.drift(subject.urn, patch);
    const read = await subject.read();
    expect(read?.properties).toMatchObject(patch);
    expect(read?.properties).not.toEqual(subject.outputs);
    const seen = await bench.subject(token);
    Object.assign(seen, { id: subject.id, inputs: read?.inputs, outputs: read?.properties });
    expect((await seen.diff(start)).changes).toBe("some");
    bench.twin.world.remove(subject.urn);
    expect(await subject.read()).toBeUndefined();
    await expect(subject.update(start)).rejects.toThrow(/\[hint: run refresh/);
    await subject.delete();
  });
});

describe("a name that is taken is refused in the cloud's words, with a hint", () => {
  const unasked: { readonly [why: string]: string[] } = { shared: [], made: [] };
  test.each(hands)("$token", async ({ token, shared }) => {
    const bench = new Bench({ schemas });
    const first = await bench.subject(token, "first");
    const second = await bench.subject(token, "second");
    await first.create(leastInputs(token, schemas));
    const same = Object.fromEntries(Object.entries(first.inputs).filter(([key]) => !key.startsWith("__")));
    const outcome = await second.create(same).then(
      () => "made",
      (error: unknown) => error,
    );
    if (outcome === "made") {
      const one = shared === true || first.id === second.id;
      unasked[one ? "shared" : "made"]?.push(token);
      if (!shared) expect(second.id).not.toBe(first.id);
    } else
      expect(outcome).toMatchObject({
        status: "alreadyExists",
        message: expect.stringMatching(/\S \[hint: choose/) as string,
      });
  });
  test("some have no clash: declared twice they are one, or the service makes the id", () => {
    expect({ shared: unasked["shared"]?.length, made: unasked["made"]?.length }).toEqual({ shared: 58, made: 28 });
  });
});

test("a preview knows no output that does not follow from the inputs", async () => {
  const bench = new Bench({ schemas });
  const PLANNED = new Set(["tagsAll", "region", "pulumiLabels", "effectiveLabels", "project", "azureApiVersion"]);
  for (const { token } of hands) {
    const least = leastInputs(token, schemas);
    const seen = await (await bench.subject(token)).preview(least);
    const outputs = schemas.resource(token)?.outputs ?? {};
    for (const key of Object.keys(outputs).filter((name) => outputs[name]?.computed && !PLANNED.has(name))) {
      expect(seen[key], `${token} ${key}`).toBe(UNKNOWN);
    }
  }
});
