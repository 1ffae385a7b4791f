import type { Bag, Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import type { Setting } from "../../core/settings.ts";
import { every, fail, notCovered, PASS, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";
import { estimate } from "./cost.ts";
import { type Prices, pricesIn } from "./prices.ts";

const PRICES: Setting = {
  name: "prices",
  schema: { type: "string", description: "Absolute path of a file of monthly prices, in the form of docs/prices.md." },
  problem: (path) => {
    const prices = known(String(path));
    return typeof prices === "string" ? prices : undefined;
  },
};
const amount = (name: string, description: string): Setting => ({
  name,
  schema: { type: "number", minimum: 0, description },
});
const MAX = amount("maxMonthlyCost", "What the stack may cost a month.");
const AGREED = amount("agreedMonthlyCost", "What the stack cost a month when somebody last agreed to it.");
const INCREASE = amount(
  "maxMonthlyIncrease",
  "How much more than the agreed cost it may become before somebody is asked; nothing unless said.",
);

/** A sum that may not be passed, and how that is said. */
interface Limit {
  readonly most: number;
  readonly than: string;
}

function stack(_: Resource, { graph, config }: GraphRun): readonly Verdict[] {
  const path = config.text(PRICES.name);
  const limits = limitsIn(config);
  if (path.state === "absent" || limits.length === 0) return [UNCONFIGURED];
  const unreadable = limits.find((limit) => "state" in limit);
  if (unreadable !== undefined) return [undetermined(unreadable)];
  const prices = path.state === "known" ? known(path.value) : "the prices are no path";
  if (typeof prices === "string") return [notCovered(PRICES.name, prices)];
  const { atLeast, open } = estimate(graph.all(), prices);
  const passed = limits.find((limit) => "most" in limit && atLeast > limit.most);
  if (passed === undefined || !("most" in passed)) return every([PASS, ...open]);
  return [fail("", `costs about ${atLeast.toFixed(2)} ${prices.currency} a month, more than ${passed.than}`)];
}

function limitsIn(config: Bag): readonly (Limit | Unknown)[] {
  const said = ({ name }: Setting) => config.number(name);
  const [max, agreed, increase] = [said(MAX), said(AGREED), said(INCREASE)];
  const limits: (Limit | Unknown)[] = [max, agreed, increase].filter((read) => read.state === "unknown");
  if (max.state === "known") limits.push({ most: max.value, than: `the ${max.value} that it may` });
  if (agreed.state === "known") {
    const more = increase.state === "known" ? increase.value : 0;
    limits.push({ most: agreed.value + more, than: `${more} above the ${agreed.value} that were agreed` });
  }
  return limits;
}

/** The prices in a file, or what is wrong with it. */
function known(path: string): Prices | string {
  try {
    return pricesIn(path);
  } catch (error) {
    return error instanceof Error ? error.message : "the prices cannot be read";
  }
}

export const monthlyCostDelta: Rule = {
  id: "monthly-cost-delta",
  packs: ["cost"],
  title: "A stack costs what was agreed",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "A change that doubles the bill looks like any other, and is seen when the month is over.",
  fixText: () => "Take back what costs, or have the new cost agreed to and written into `agreedMonthlyCost`.",
  settings: [PRICES, MAX, AGREED, INCREASE],
  checks: { "pulumi:pulumi:Stack": stack },
};
