import type { Sample } from "../../core/examples.ts";
import { Graph } from "../../core/graph.ts";
import type { PathState } from "../../core/proved-path.ts";
import { Resource } from "../../core/resource.ts";
import { declarationsIn } from "../declaration.ts";
import type { Proof } from "../proof.ts";
import { solve } from "../solve.ts";

/** A resource of a small program; `edges` and `at` name others by their names, which no two share. */
export interface Part extends Omit<Sample, "provider"> {
  readonly name: string;
  /** The Kubernetes provider that it is made by. */
  readonly at?: string;
}
/** What a property of a part becomes; nothing takes it away. */
export type Change = readonly [part: string, path: string, value: unknown];

const urnOf = ({ type, name }: Pick<Part, "type" | "name">) => `urn:pulumi:test::test::${type}::${name}`;

/** The program that these parts make. */
export function graphOf(parts: readonly Part[]): Graph {
  const named = new Map(parts.map((part) => [part.name, urnOf(part)]));
  const urn = (name: string) => {
    const found = named.get(name);
    if (found === undefined) throw new Error(`no part is called ${name}`);
    return found;
  };
  return new Graph(
    parts.map(({ type, name, props, edges = {}, at }) => {
      const ties = Object.entries(edges).map(([key, names]) => [key, [names].flat().map(urn)] as const);
      return new Resource({
        urn: urnOf({ type, name }),
        type,
        name,
        inputs: props,
        edges: Object.fromEntries(ties),
        ...(at !== undefined && { provider: { urn: urn(at), props: {} } }),
      });
    }),
  );
}

/** The parts with one property changed; a path that leads nowhere is a mistake of the test. */
export function changed(parts: readonly Part[], ...changes: readonly Change[]): readonly Part[] {
  return changes.reduce((before, [name, path, value]) => {
    if (!before.some((part) => part.name === name)) throw new Error(`no part is called ${name}`);
    return before.map((part) => (part.name === name ? edited(part, path, value) : part));
  }, parts);
}

/** The parts without some of them, and without what hangs on those by an edge. */
export function without(parts: readonly Part[], ...names: readonly string[]): readonly Part[] {
  return parts
    .filter(({ name }) => !names.includes(name))
    .map((part) => {
      const edges = Object.entries(part.edges ?? {}).map(
        ([key, ties]) => [key, [ties].flat().filter((tie) => !names.includes(tie))] as const,
      );
      return { ...part, edges: Object.fromEntries(edges) };
    });
}

function edited(part: Part, path: string, value: unknown): Part {
  const [first, ...rest] = path.split(".");
  if (first === "edges") {
    const edges = { ...part.edges, [rest.join(".")]: value as string | readonly string[] };
    return { ...part, edges };
  }
  return { ...part, props: put(part.props, path.split("."), value) as Part["props"] };
}

function put(into: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(into)) return into.with(Number(step), put(into[Number(step)], rest, value));
  const own = (into ?? {}) as Readonly<Record<string, unknown>>;
  return { ...own, [step]: put(own[step], rest, value) };
}

/** A declared path, followed through a program. */
export function proved(parts: readonly Part[], from: object, to: object): Proof {
  const paths = declarationsIn([{ name: "it", from, to, expect: "open", why: "test" }]);
  const [proof] = solve({ paths, mayBeAbsent: [] }, graphOf(parts));
  if (proof === undefined) throw new Error("nothing was proved");
  return proof;
}

/** The same, in one word. */
export function stateOf(parts: readonly Part[], from: object, to: object): PathState {
  return proved(parts, from, to).state;
}
