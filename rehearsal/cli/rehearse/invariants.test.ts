import { describe, expect, it } from "vitest";
import { bareGoal, type ResourceState, stateOf } from "../../engine/resource.ts";
import type { Effect, Thing } from "../../twin/index.ts";
import { breachesOf, breachText, straysOf, touchedOf } from "./invariants.ts";

const TYPE = "aws:s3/bucket:Bucket";
const urnOf = (name: string, type = TYPE): string => `urn:pulumi:dev::shop::${type}::${name}`;
const entry = (name: string, more: Partial<ResourceState> = {}): ResourceState => {
  const type = more.type ?? TYPE;
  return {
    ...stateOf({ ...bareGoal(type, name, ""), custom: true }, urnOf(name, type), undefined, ""),
    id: `${name}-id`,
    ...more,
  };
};
const thing = (name: string, more: Partial<Thing> = {}): Thing => {
  const type = more.type ?? TYPE;
  const urn = urnOf(name, type);
  const at = { package: "aws", account: "1", type, id: `${name}-id`, urn };
  return { ...at, inputs: {}, outputs: {}, origin: "created", claims: [], ...more };
};
const kinds = (resources: readonly ResourceState[], things: readonly Thing[]): string[] =>
  breachesOf({ resources, things }).map(({ kind, id }) => `${kind} ${id}`);

const resources = [
  entry("a"),
  entry("b"),
  entry("replaced", { id: "old", delete: true }),
  entry("replaced"),
  entry("group", { custom: false, id: "" }),
  entry("seen", { external: true }),
  entry("default", { type: "pulumi:providers:aws" }),
  entry("pet", { type: "random:index/randomPet:RandomPet" }),
];
const things = [
  thing("a"),
  thing("b"),
  thing("replaced", { id: "old" }),
  thing("replaced"),
  thing("vpc", { origin: "assumed" }),
];

describe("state and ledger", () => {
  it("that agree break nothing", () => {
    expect(kinds(resources, things)).toEqual([]);
  });

  it("a planted orphan, a duplicate and a loss are found", () => {
    expect(kinds(resources, [...things, thing("c")])).toEqual(["orphaned c-id"]);
    expect(kinds(resources, [...things, thing("a", { id: "another" })])).toEqual(["duplicated another"]);
    expect(kinds(resources, things.slice(1))).toEqual(["lost a-id"]);
    expect(kinds(resources.slice(1), things.slice(1))).toEqual([]);
  });

  it("one id in two clusters is two objects, and one grant by two declarations is one", () => {
    const [one, two] = [entry("one", { id: "ns", provider: "p::1" }), entry("two", { id: "ns", provider: "p::2" })];
    const [here, there] = [thing("one", { id: "ns", account: "1" }), thing("two", { id: "ns", account: "2" })];
    expect(kinds([one, two], [here, there])).toEqual([]);
    expect(kinds([one, two], [here])).toEqual(["lost ns"]);
    expect(kinds([one, { ...two, provider: "p::1" }], [here])).toEqual([]);
    expect(kinds([one], [here, there])).toEqual(["orphaned ns"]);
    expect(kinds([{ ...one, urn: urnOf("renamed") }], [here])).toEqual([]);
  });

  it("values that live only in the state leave nothing behind", () => {
    const key = thing("key", { type: "tls:index/privateKey:PrivateKey" });
    expect(straysOf({ resources: [], things: [key] })).toEqual([]);
  });

  it("what was protected and is deleted all the same is found", () => {
    const effect = { ...thing("a"), n: 1, at: "", verb: "delete" } satisfies Effect;
    expect(touchedOf([entry("a", { protect: true })], [effect]).map(({ kind }) => kind)).toEqual(["touched"]);
    expect(touchedOf([entry("a")], [effect])).toEqual([]);
    const elsewhere = entry("b", { id: "a-id", protect: true });
    expect(touchedOf([entry("a"), elsewhere], [effect])).toEqual([]);
    expect(touchedOf([elsewhere], [effect])).toHaveLength(1);
  });

  it("a breach says how to adopt the object", () => {
    const [breach] = breachesOf({ resources: [], things: [thing("c")] });
    expect(breach && breachText(breach)).toBe(
      "orphaned: c (aws:s3/bucket:Bucket, c-id): `pulumi import aws:s3/bucket:Bucket c c-id` takes it over; or delete it by hand",
    );
  });
});
