import { outsideProduction } from "../../core/production.ts";
import { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { ENVIRONMENT, type Setting, strings } from "../../core/settings.ts";
import { holds, type Truth } from "../../core/truth.ts";
import { decide, fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { leavesOf } from "../../models/leaves.ts";
import { typeOf } from "../../models/reference.ts";
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

function verdicts(bag: Bag, resource: Resource, production: Production): readonly Verdict[] {
  return [...leavesOf(bag, isKeptOut)].flatMap((leaf): readonly Verdict[] => {
    if ("state" in leaf) return open(leaf.path, resource) ?? [undetermined(leaf)];
    const document = documentIn(leaf.text, leaf.path);
    if (document !== undefined) return verdicts(document, resource, production);
    return namesProduction(leaf.path, leaf.text, production) ? [fail(leaf.path, "names a store of production")] : [];
  });
}

/** What is computed from this stack's own resources names none of another; what comes from another stack may. */
function open(path: string, resource: Resource): readonly Verdict[] | undefined {
  const edges = resource.edges[path.split(/[.[]/)[0] ?? ""] ?? [];
  if (edges.some((urn) => typeOf(urn) === REFERENCE)) return [notCovered(path, "comes from another stack")];
  return edges.length > 0 ? [] : undefined;
}

function judge(resource: Resource, run: GraphRun): readonly Verdict[] {
  const accounts = strings(run.config, PRODUCTION_ACCOUNTS) ?? [];
  return outsideProduction(run, () => verdicts(resource, resource, { accounts }));
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
  controls: ["gdpr:25", "gdpr:5(1)(b)", "gdpr:5(1)(c)"],
  fixText: ({ path }) => `Name a store of this environment in \`${path}\`, with made-up or masked data.`,
  settings: [ENVIRONMENT, PRODUCTION_ACCOUNTS],
  checks: { [REFERENCE]: reference, ...each(["aws:*", "gcp:*", "azure-native:*", "kubernetes:*"], judge) },
};
