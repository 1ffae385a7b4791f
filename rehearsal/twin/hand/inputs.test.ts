import { describe, expect, test } from "vitest";
import { packageOf } from "../../wire/urn.ts";
import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { withHint } from "../hints.ts";
import { sample } from "../life/sample.ts";
import { partsOf } from "../life/token.ts";
import type { Member, PropertyType } from "../schema/types.ts";
import { Bench, leastInputs } from "../testing.ts";
import type { Needs, TwinType } from "../type.ts";
import { hands, inputsOf, isKubernetes, schemas, simple, skipped, tokensOf, two } from "./testing.ts";

const top = (path: string): string => path.split(/[.[]/, 1)[0] as string;

/** A property that the hand knowledge says does, or does not, need a new object. */
function property({ token, forceNew = [], inPlace = [], otherwise }: TwinType, replace: boolean): string | undefined {
  if (isKubernetes(token)) return undefined;
  const inputs = inputsOf(token);
  const named = replace ? forceNew : inPlace;
  const rest = (otherwise === "replace") === replace && otherwise !== undefined ? Object.keys(inputs) : [];
  const taken = new Set((replace ? inPlace : forceNew).map(top));
  const fits = [...named.filter((path) => path === top(path)), ...rest].filter((key) => {
    const input = inputs[key];
    return (
      input !== undefined &&
      input.constant === undefined &&
      (!taken.has(key) || named.includes(key)) &&
      key !== "region"
    );
  });
  const differs = fits.filter((key) => two(key, inputs[key]?.type as PropertyType));
  return differs.find((key) => simple(inputs[key]?.type as PropertyType)) ?? differs[0];
}

async function changed({ token }: TwinType, key: string) {
  const [before, after] = two(key, inputsOf(token)[key]?.type as PropertyType) as [Value, Value];
  const bench = new Bench({ schemas });
  const subject = await bench.subject(token);
  const least = leastInputs(token, schemas);
  const { inputs } = await subject.check({ ...least, [key]: before }, undefined);
  Object.assign(subject, { id: "some", inputs, outputs: inputs });
  const { detailedDiff = {}, replaces } = await subject.diff({ ...least, [key]: after });
  const sources = bench.twin.fidelity.decisions.filter(({ property: path }) => top(path) === key);
  return { detailedDiff, replaces, sources: sources.map(({ source }) => source) };
}

describe.each([true, false])("a change that replaces: %s", (replace) => {
  const [asked, left] = Object.values(
    Object.groupBy(hands, (hand) => (property(hand, replace) === undefined ? "left" : "asked")),
  ) as [TwinType[], TwinType[]];
  const [some, none] = property(asked[0] as TwinType, replace) === undefined ? [left, asked] : [asked, left];
  test.each(some)("$token", async (hand) => {
    const key = property(hand, replace) as string;
    const { detailedDiff, replaces, sources } = await changed(hand, key);
    const kinds = Object.entries(detailedDiff).filter(([path]) => top(path) === key);
    expect(kinds.length, key).toBeGreaterThan(0);
    for (const [path, { kind }] of kinds) expect(kind.endsWith("-replace"), path).toBe(replace);
    expect(replaces.includes(key)).toBe(replace);
    expect([...new Set(sources)]).toEqual(["curated"]);
    expect(hand.source ?? "").not.toBe("");
  });
  skipped(
    tokensOf(none.filter(({ token }) => !isKubernetes(token))),
    replace ? "everything changes in place" : "nothing does",
    replace ? 2 : 26,
  );
  test.each(hands.filter(({ token }) => isKubernetes(token)))("$token", async ({ token }) => {
    const subject = await new Bench({ schemas }).subject(token);
    const least = leastInputs(token, schemas);
    await subject.create({ ...least, metadata: { name: "one", labels: { a: "1" } } });
    const metadata = replace ? { name: "two", labels: { a: "1" } } : { name: "one", labels: { a: "2" } };
    const { replaces } = await subject.diff({ ...least, metadata });
    expect(replaces).toEqual(replace ? ["metadata"] : []);
  });
});

/** A place where an object stands, and its members. */
function nested(
  token: string,
): { readonly key: string; readonly member: string; readonly type: PropertyType } | undefined {
  for (const [key, { type }] of Object.entries(inputsOf(token))) {
    const element = type.kind === "list" || type.kind === "map" ? type.element : type;
    const members: { readonly [name: string]: Member } = element.kind === "ref" ? (schemas.resolve(element) ?? {}) : {};
    const member = Object.keys(members).find((name) => name.length > 3);
    if (member !== undefined) return { key, member, type };
  }
  return undefined;
}
const wrap = (type: PropertyType, value: Value): Value =>
  type.kind === "list" ? [value] : type.kind === "map" ? { some: value } : value;

describe("a wrong nested key is refused, with the one that may be meant", () => {
  test.each(hands.filter(({ token }) => nested(token)))("$token", async ({ token }) => {
    const { key, member, type } = nested(token) as NonNullable<ReturnType<typeof nested>>;
    const wrong = `${member}x`;
    const news = { ...leastInputs(token, schemas), [key]: wrap(type, { [wrong]: "value" }) };
    const { failures } = await (await new Bench({ schemas }).subject(token)).check(news, undefined);
    const found = failures.find(({ reason }) => reason.includes(`unknown key '${wrong}'`));
    expect(found?.property.startsWith(key)).toBe(true);
    expect(found?.reason).toMatch(/Did you mean '\w+'\?$/);
  });
  skipped(tokensOf(hands.filter(({ token }) => !nested(token))), "they have no nested object", 74);
});

describe("a value of a wrong type is refused", () => {
  const WRONG: { readonly [kind: string]: Value } = {
    string: { not: "text" },
    number: { not: "a number" },
    boolean: { not: "true or false" },
    list: "no list",
    map: "no map",
    ref: "no object",
    enum: { not: "one of them" },
  };
  const typed = (token: string): string | undefined =>
    Object.keys(inputsOf(token)).find((key) => {
      const input = inputsOf(token)[key];
      return input && input.constant === undefined && WRONG[input.type.kind] !== undefined;
    });
  test.each(hands)("$token", async ({ token }) => {
    const key = typed(token) as string;
    const value = WRONG[inputsOf(token)[key]?.type.kind ?? ""] as Value;
    const { failures } = await (await new Bench({ schemas }).subject(token)).check(
      { ...leastInputs(token, schemas), [key]: value },
      undefined,
    );
    expect(failures.find(({ property: at }) => at === key)?.reason).toMatch(/^expected an? .*, got/);
  });
});

/** A value put at a path, in lists where the type has them. */
function put(base: Value | undefined, type: PropertyType | undefined, path: readonly string[], value: string): Value {
  if (type?.kind === "list") return [put(undefined, type.element, path, value)];
  const [head, ...tail] = path;
  if (head === undefined) return value;
  const members = type?.kind === "ref" ? schemas.resolve(type) : undefined;
  const object = isObject(base) ? base : type ? (sample(head, type, schemas, "some") as Properties) : {};
  return { ...object, [head]: put(object[head], members?.[head]?.type, tail, value) };
}
const ABSENT = "absent-by-intent";
const TARGETS = [
  ...new Set(hands.flatMap(({ needs = [] }) => needs.map(({ to }) => to))),
  "aws:ec2/vpc:Vpc",
  "azure-native:resources:ResourceGroup",
];
const texts = (value: Value): readonly string[] =>
  typeof value === "string"
    ? [value]
    : isList(value)
      ? value.flatMap(texts)
      : isObject(value)
        ? Object.values(value).flatMap(texts)
        : [];

describe("a reference to nothing is refused in the cloud's words, with a hint", () => {
  const referring = hands.flatMap(({ token, needs = [] }) =>
    needs.map((need) => ({ token, need, path: need.property })),
  );
  test.each(referring)(
    "$token $path",
    async ({ token, need: { property: path, to, words } }: { token: string; need: Needs }) => {
      const bench = new Bench({ existing: "none", schemas });
      const [head = "", ...tail] = path.split(".");
      const least = leastInputs(token, schemas);
      const inputs = { ...least, [head]: put(least[head], inputsOf(token)[head]?.type, tail, ABSENT) };
      // everything else that it names is there
      const there = [...new Set(texts(inputs))].filter((text) => text !== ABSENT);
      bench.twin.world.seed(
        TARGETS.filter((type) => packageOf(type) === packageOf(token)).flatMap((type) =>
          there.map((id, i) => ({
            urn: `urn:pulumi:t::t::${type}::${i}`,
            type,
            id,
            inputs: {},
            outputs: { name: id },
          })),
        ),
      );
      await expect((await bench.subject(token)).create(inputs)).rejects.toMatchObject({
        status: "notFound",
        message: withHint(words(ABSENT), "missing", { what: partsOf(to).name }),
      });
    },
  );
  test("a group or a namespace that is not there", async () => {
    const bench = new Bench({ existing: "none", schemas });
    const least = leastInputs("azure-native:network:PublicIPAddress", schemas);
    await expect((await bench.subject("azure-native:network:PublicIPAddress")).create(least)).rejects.toThrow(
      /ResourceGroupNotFound.*\[hint: /,
    );
    const inNamespace = { metadata: { namespace: "absent" } };
    await expect((await bench.subject("kubernetes:core/v1:ServiceAccount")).create(inNamespace)).rejects.toThrow(
      /namespaces "absent" not found \[hint: /,
    );
  });
  const grouped = (token: string): boolean => inputsOf(token)["resourceGroupName"] !== undefined || isKubernetes(token);
  skipped(
    tokensOf(hands.filter(({ token, needs = [] }) => needs.length === 0 && !grouped(token))),
    "they refer to nothing of a kind that is known by hand",
    64,
  );
});
