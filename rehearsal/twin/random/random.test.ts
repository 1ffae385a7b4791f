import fc from "fast-check";
import { expect, test } from "vitest";
import { Secret } from "../../wire/value.ts";
import { Bench } from "../testing.ts";
import { shown } from "../type.ts";

const make = async (type: string, inputs: Parameters<Bench["provider"]>[1] = {}, seed = "s") =>
  (await (await new Bench({ seed }).subject(`random:index/${type}`)).create(inputs)).outputs;

test("a password has the length and the kinds of characters asked for, and is secret", async () => {
  const amount = fc.integer({ min: 0, max: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 16, max: 40 }),
      amount,
      amount,
      fc.string(),
      async (length, minNumeric, minUpper, seed) => {
        const { result } = await make(
          "randomPassword:RandomPassword",
          { length, minNumeric, minUpper, special: false },
          seed,
        );
        expect(result).toBeInstanceOf(Secret);
        const text = shown((result as Secret).value);
        expect(text).toMatch(new RegExp(`^[a-zA-Z0-9]{${length}}$`));
        expect(text.replace(/\D/g, "").length).toBeGreaterThanOrEqual(minNumeric);
        expect(text.replace(/[^A-Z]/g, "").length).toBeGreaterThanOrEqual(minUpper);
      },
    ),
    { numRuns: 20 },
  );
});

test("the forms of an id say the same bytes", async () => {
  const { hex, dec, b64Std, b64Url } = await make("randomId:RandomId", { byteLength: 8 });
  expect(BigInt(`0x${shown(hex)}`).toString()).toBe(dec);
  expect(Buffer.from(shown(b64Std), "base64").toString("hex")).toBe(hex);
  expect(Buffer.from(shown(b64Url), "base64url").toString("hex")).toBe(hex);
});

test("integers are in range, shuffles keep their items, pets have words", async () => {
  const { result } = await make("randomInteger:RandomInteger", { min: 10, max: 12 });
  expect([10, 11, 12]).toContain(result);
  const { results } = await make("randomShuffle:RandomShuffle", { inputs: ["a", "b", "c"] });
  expect([...(results as string[])].sort()).toEqual(["a", "b", "c"]);
  const pet = await make("randomPet:RandomPet", { length: 3, prefix: "my" });
  expect(pet).toEqual({ id: pet["id"], length: 3, prefix: "my", separator: "-", keepers: {} });
});

test("two passwords stay apart when they are read again", async () => {
  const bench = new Bench();
  const made = async (name: string) =>
    await (await bench.subject("random:index/randomPassword:RandomPassword", name)).create({ length: 20 });
  const [one, other] = [await made("one"), await made("other")];
  for (const password of [one, other]) {
    expect((await password.read())?.properties["result"]).toEqual(password.outputs["result"]);
  }
  expect(one.outputs["result"]).not.toEqual(other.outputs["result"]);
});
