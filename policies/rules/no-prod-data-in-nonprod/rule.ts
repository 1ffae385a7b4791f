import type { Graph } from "../../core/graph.ts";
import { outsideProduction } from "../../core/production.ts";
import { Bag, type Read, type Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { ENVIRONMENT, type Setting, strings } from "../../core/settings.ts";
import { holds, type Truth } from "../../core/truth.ts";
import { decide, fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { leavesOf } from "../../models/leaves.ts";
import { nameOf, typeOf } from "../../models/reference.ts";
import { namesProduction, type Production, saysProduction } from "./stores.ts";

const REFERENCE = "pulumi:pulumi:StackReference";
const PRODUCTION_ACCOUNTS = {
  name: "productionAccounts",
  schema: {
    type: "array",
    items: { type: "string" },
    description: "Accounts, projects and subscriptions of production, beside what its names say.",
  },
} as const satisfies Setting;

/** A statement that keeps from production names it, too. */
function isKeptOut(bag: Bag): Truth {
  if (bag.path.endsWith("NotResource")) return true;
  return holds(bag.text("Effect"), (effect) => effect.toLowerCase() === "deny");
}

/** Policies and settings are often text in which there is JSON. */
function documentIn(text: string, path: string): Bag | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return new Bag(JSON.parse(text), path);
  } catch {
    return undefined;
  }
}

function verdicts(bag: Bag, resource: Resource, graph: Graph, production: Production): readonly Verdict[] {
  return [...leavesOf(bag, isKeptOut)].flatMap((leaf): readonly Verdict[] => {
    const sources = resource.edges[leaf.path.split(/[.[]/)[0] ?? ""] ?? [];
    if ("state" in leaf) return unread(leaf, sources);
    const document = documentIn(leaf.text, leaf.path);
    if (document !== undefined) return verdicts(document, resource, graph, production);
    return namesProduction(leaf.path, leaf.text, production) ? [named(leaf.path, sources, graph)] : [];
  });
}

/** What is computed from this stack's own resources names none of another; what comes from another stack may. */
function unread(leaf: Unknown, sources: readonly string[]): readonly Verdict[] {
  if (sources.some((urn) => typeOf(urn) === REFERENCE)) return [notCovered(leaf.path, "comes from another stack")];
  return sources.length > 0 ? [] : [undetermined(leaf)];
}

/** It may still be one's own, under a name that is not known yet. */
function named(path: string, sources: readonly string[], graph: Graph): Verdict {
  const names = sources.flatMap((urn) => graph.get(urn) ?? []).map(nameOf);
  const unnamed = names.find((name) => name.state === "unknown");
  return unnamed === undefined ? fail(path, "names a store of production") : undetermined(unnamed);
}

// asked for each resource of a stack, and the same for all of them
const known = new WeakMap<Graph, ReadonlySet<string>>();

function ownNames(graph: Graph): ReadonlySet<string> {
  const names = known.get(graph) ?? new Set([...graph.all()].map(nameOf).flatMap(production));
  known.set(graph, names);
  return names;
}

const production = (name: Read<string>): readonly string[] =>
  name.state === "known" && saysProduction(name.value) ? [name.value] : [];

function judge(resource: Resource, run: GraphRun): readonly Verdict[] {
  const { config, graph } = run;
  const accounts = strings(config, PRODUCTION_ACCOUNTS) ?? [];
  return outsideProduction(run, () => verdicts(resource, resource, graph, { accounts, own: ownNames(graph) }));
}

/** The last part of the name is the stack. */
function reference(reference: Resource, run: GraphRun): readonly Verdict[] {
  return outsideProduction(run, () => {
    const name = reference.text("name");
    const says = (text: string) => saysProduction(text.split("/").at(-1) ?? "");
    const what = "is a stack of production";
    return [
      decide(name, { known: (text) => (says(text) ? what : undefined), absent: says(reference.name) ? what : PASS }),
    ];
  });
}

export const noProdDataInNonprod: Rule = {
  id: "no-prod-data-in-nonprod",
  packs: ["gdpr"],
  title: "Data of production stays there",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "Elsewhere more people see it, fewer controls guard it, and nobody agreed to have their data tested with.",
  fixText: ({ path }) => `Name a store of this environment in \`${path}\`, with made-up or masked data.`,
  settings: [ENVIRONMENT, PRODUCTION_ACCOUNTS],
  checks: { [REFERENCE]: reference, ...each(["aws:*", "gcp:*", "azure-native:*", "kubernetes:*"], judge) },
};
