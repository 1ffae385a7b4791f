import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProviderError } from "../wire/provider.ts";
import type { Value } from "../wire/value.ts";
import { MemoryCloud } from "./providers/testing.ts";
import { bareGoal, type ResourceState } from "./resource.ts";
import { readState, writeState } from "./state/file.ts";
import { PassphraseCipher } from "./state/passphrase.ts";
import type { StackState } from "./state/snapshot.ts";
import { type Deployed, deployGoals, type Registered, STACK_URN } from "./testing.ts";

/** One resource of a random program. Links point to earlier ones. */
interface Node {
  readonly id: number;
  readonly component: boolean;
  readonly parent: number | undefined;
  readonly from: readonly number[];
  readonly replacedWith: readonly number[];
  readonly after: readonly number[];
  readonly values: { readonly n: number; readonly force: number; readonly forceFirst: number };
  readonly protect: boolean;
  /** How often it was renamed, with an alias to the name before. */
  readonly renamed: number;
}

const GROUP = "app:index:Group";
const THING = "mem:index:Thing";
const nameOf = ({ id }: Pick<Node, "id">, renamed: number): string => `r${id}${renamed > 0 ? `-${renamed}` : ""}`;

const some = fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { maxLength: 2 });
const node = (rank: number): fc.Arbitrary<Node> =>
  fc.record({
    id: fc.constant(rank),
    component: fc.boolean().map((yes) => yes && rank % 3 === 0),
    parent: fc.option(fc.nat(7), { nil: undefined }),
    from: some,
    replacedWith: some,
    after: some,
    values: fc.record({ n: fc.nat(1), force: fc.nat(1), forceFirst: fc.nat(1) }),
    protect: fc.constant(false),
    renamed: fc.constant(0),
  });
const programs = fc
  .integer({ min: 1, max: 8 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => node(i))));

type Edit = "keep" | "update" | "force" | "forceFirst" | "remove" | "rename" | "protect" | "relink";
const edits = fc.array(
  fc.constantFrom<Edit>("keep", "keep", "update", "force", "forceFirst", "remove", "rename", "protect", "relink"),
  { minLength: 8, maxLength: 8 },
);

function edited(program: readonly Node[], changes: readonly Edit[]): Node[] {
  return program.flatMap((one): Node[] => {
    const { values } = one;
    switch (changes[one.id] ?? "keep") {
      case "remove":
        return [];
      case "update":
        return [{ ...one, values: { ...values, n: values.n + 1 } }];
      case "force":
        return [{ ...one, values: { ...values, force: values.force + 1 } }];
      case "forceFirst":
        return [{ ...one, values: { ...values, forceFirst: values.forceFirst + 1 } }];
      case "rename":
        // children of a renamed component are found by the alias they inherit
        return [{ ...one, renamed: one.renamed + 1 }];
      case "protect":
        return [{ ...one, protect: true }];
      case "relink":
        return [{ ...one, from: one.after, after: one.from }];
      case "keep":
        return [one];
    }
  });
}

function registrations(program: readonly Node[]): Registered[] {
  const byId = new Map(program.map((one) => [one.id, one]));
  const earlier = (one: Node, links: readonly number[]): Node[] =>
    links.flatMap((id) => (id < one.id && byId.get(id)) || []);
  return program.map((one) => {
    const parent = one.parent === undefined ? undefined : earlier(one, [one.parent]).find(({ component }) => component);
    const [from, replacedWith, after] = [one.from, one.replacedWith, one.after].map((links) =>
      earlier(one, links).filter(({ component }) => !component),
    ) as [Node[], Node[], Node[]];
    const key = ({ id }: Node): string => String(id);
    const goal: Registered["goal"] = (entries, provider) => {
      const entry = (needed: Node): ResourceState => entries.get(key(needed)) as ResourceState;
      const properties: Record<string, Value> = { ...one.values };
      const propertyDependencies: Record<string, string[]> = {};
      for (const [prefix, list] of [
        ["from", from],
        ["forceFrom", replacedWith],
      ] as const) {
        for (const needed of list) {
          properties[`${prefix}${needed.id}`] = entry(needed).outputs["made"] ?? null;
          propertyDependencies[`${prefix}${needed.id}`] = [entry(needed).urn];
        }
      }
      const parentUrn = parent ? entry(parent).urn : STACK_URN;
      const type = one.component ? GROUP : THING;
      const former = nameOf(one, one.renamed - 1);
      const alias = { name: former, type: "", stack: "", project: "", parent: "", noParent: false };
      return {
        ...bareGoal(type, nameOf(one, one.renamed), parentUrn),
        custom: !one.component,
        protect: one.protect || undefined,
        dependencies: [...new Set([...from, ...replacedWith, ...after].map((needed) => entry(needed).urn))],
        aliases: one.renamed > 0 ? [alias] : [],
        ...(!one.component && { provider, properties, propertyDependencies }),
      };
    };
    const needs = [...from, ...replacedWith, ...after, ...(parent ? [parent] : [])].map(key);
    return { name: key(one), needs, goal };
  });
}

const cipher = PassphraseCipher.create("pass", "seed");
function expectSound(state: StackState, cloud: MemoryCloud): void {
  const text = JSON.stringify(writeState(state, "2030-01-01T00:00:00Z", cipher));
  const { resources } = readState(text, "state", "pass").state;
  const owned = resources.filter(({ type, pendingReplacement }) => type === THING && !pendingReplacement);
  expect(owned.map(({ id }) => id).sort()).toEqual([...cloud.objects.keys()].sort());
  expect(state.pending).toEqual([]);
}
const quiet = ({ ops }: Deployed): string[] => ops.filter((op) => !op.startsWith("same "));

async function settle(program: readonly Node[], cloud: MemoryCloud, state: StackState): Promise<Deployed> {
  const done = await deployGoals(registrations(program), { cloud, state });
  expectSound(done.state, cloud);
  return done;
}

describe("any program, whatever changes", () => {
  it("leaves a sound state that equals the cloud; the second run is quiet; destroy leaves nothing", async () => {
    await fc.assert(
      fc.asyncProperty(programs, edits, edits, async (program, first, second) => {
        const cloud = new MemoryCloud();
        let { state } = await settle(program, cloud, { resources: [], pending: [], plugins: {} });
        let now: readonly Node[] = program;
        for (const changes of [first, second]) {
          const next = edited(now, changes);
          const preview = await deployGoals(registrations(next), { cloud, state, verb: "preview" });
          const done = await settle(next, cloud, state);
          // what a run refuses, its preview has shown
          expect(preview.result === "failed" || done.result === "succeeded").toBe(true);
          state = done.state;
          if (done.result === "failed") break;
          now = next;
          expect(quiet(await deployGoals(registrations(now), { cloud, state, verb: "preview" }))).toEqual([]);
          expect(quiet(await settle(now, cloud, state))).toEqual([]);
        }
        const gone = await deployGoals([], { cloud, state, verb: "destroy", flags: { ignoreProtect: true } });
        expect([gone.result, gone.state.resources, [...cloud.objects.keys()]]).toEqual(["succeeded", [], []]);
      }),
      { numRuns: 300 },
    );
  });

  it("recovers from a failure anywhere: what is written down is what there is, and the next run finishes", async () => {
    await fc.assert(
      fc.asyncProperty(programs, edits, fc.nat(12), fc.boolean(), async (program, changes, at, continueOnError) => {
        const harmless = changes.map((edit) => (edit === "protect" ? "update" : edit));
        const cloud = new MemoryCloud();
        const { state } = await settle(program, cloud, { resources: [], pending: [], plugins: {} });
        let left = at;
        const breaking = <Result>(_: unknown, plain: () => Result): Result => {
          if (left-- === 0) throw new ProviderError("unavailable", "broken");
          return plain();
        };
        cloud.rules = { create: breaking, update: breaking, delete: breaking };
        const next = edited(program, harmless);
        const broken = await deployGoals(registrations(next), { cloud, state, flags: { continueOnError } });
        expectSound(broken.state, cloud);
        expect(broken.result).toBe(left < 0 ? "failed" : "succeeded");
        cloud.rules = {};
        const mended = await settle(next, cloud, broken.state);
        expect(mended.result).toBe("succeeded");
        expect(quiet(await deployGoals(registrations(next), { cloud, state: mended.state, verb: "preview" }))).toEqual(
          [],
        );
        expect(cloud.objects.size).toBe(next.filter(({ component }) => !component).length);
      }),
      { numRuns: 300 },
    );
  });
});
