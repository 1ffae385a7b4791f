import type { Policies } from "@pulumi/policy/policy.js";
import type { Example, Examples } from "../../policies/core/examples.ts";
import { asText } from "../../policies/core/findings-file.ts";
import { openSession } from "../../policies/core/open-session.ts";
import { toPolicies } from "../../policies/core/policies.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { FRAMEWORKS } from "../../policies/mappings/index.ts";
import { FORMS, stackOf } from "../../policies/packs/testing/forms.ts";
import {
  analyzeRequest,
  remediateRequest,
  type Sent,
  stackRequest,
  urn,
} from "../../policies/packs/testing/requests.ts";
import { PolicyServer } from "../../policies/packs/testing/served-pack.ts";
import { rules } from "../../policies/rules/list.ts";
import { inTurns, median, type Row } from "./measure.ts";
import { onePolicyEach } from "./one-policy-each.ts";

// examples are short of names: in one cluster, all of their objects would be each other's
const SITES = 40;

/** Milliseconds of CPU that all rules add to a resource, over a pack without policies; the wire is not counted. */
export async function ruleWork(runs: number, sizes: readonly number[]): Promise<readonly Row[]> {
  const all = await mixed();
  const rows: Row[] = [];
  for (const size of sizes) {
    const stack = all.slice(0, size);
    const { pack, empty } = await inTurns(runs, {
      pack: () => work(packed(rules), stack),
      empty: () => work([], stack),
    });
    const value = (median(pack) - median(empty)) / stack.length;
    rows.push({ what: `all rules add to each of ${stack.length} resources`, value, unit: "ms", limit: 1 });
  }
  const few = all.slice(0, sizes[0]);
  const { pack, each } = await inTurns(Math.min(runs, 3), {
    pack: () => work(packed(rules), few),
    each: () => work(onePolicyEach(rules), few),
  });
  rows.push({
    what: `the same rules as a policy each take longer, ${few.length} resources`,
    value: median(each) / median(pack),
    unit: "times",
  });
  return [...rows, await slowest(all.slice(0, sizes.at(-1)))];
}

/** The resources of all examples, mixed by a fixed seed; no two share a name. */
async function mixed(): Promise<readonly Sent[]> {
  const files = await Promise.all(
    rules.map(async ({ id }) => (await import(`../../policies/rules/${id}/examples.ts`)) as { examples: Examples }),
  );
  const examples = files.flatMap(({ examples: own }) => Object.values(own).flat() as readonly Example[]);
  const sent = examples.flatMap((example, index) => renamed(stackOf(example, FORMS.plain), index));
  return sent
    .map((one, index) => [(index * 7919) % sent.length, one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

function renamed(stack: readonly Sent[], index: number): readonly Sent[] {
  const named = ({ name, provider = {}, ...one }: Sent): Sent => {
    return { ...one, provider, site: `site-${index % SITES}`, name: `${name}-${index}` };
  };
  const places = new Map(stack.map((one) => [urn(one), urn(named(one))]));
  return stack.map((one) => ({
    ...named(one),
    edges: Object.fromEntries(
      Object.entries(one.edges ?? {}).map(([key, urns]) => [key, urns.map((target) => places.get(target) ?? target)]),
    ),
  }));
}

/** The pack's own policies, with a file of findings that goes nowhere. */
function packed(those: readonly Rule[]): Policies {
  const pack = { name: "bench", rules: those, frameworks: FRAMEWORKS, stamped: false };
  const session = openSession({
    pack,
    configuration: {},
    lines: { write: (lines) => void asText(lines, "bench") },
    phase: "preview",
    packVersion: "0.0.0",
    asOf: "2026-11-23",
    exceptions: undefined,
    baseline: undefined,
  });
  return toPolicies(pack, () => session);
}

/** Milliseconds of CPU for one preview of a stack. */
async function work(policies: Policies, stack: readonly Sent[]): Promise<number> {
  const server = new PolicyServer(policies);
  const each = stack.map((sent) => [remediateRequest(sent), analyzeRequest(sent)] as const);
  const whole = stackRequest(stack, FORMS.plain.outputs);
  const before = process.threadCpuUsage();
  for (const [remediate, analyze] of each) {
    await server.remediate(remediate);
    await server.analyze(analyze);
  }
  await server.analyzeStack(whole);
  return milliseconds(process.threadCpuUsage(before));
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

async function slowest(stack: readonly Sent[]): Promise<Row> {
  const spent = new Map<string, number>();
  await work(packed(rules.map((rule) => timed(rule, spent))), stack);
  const [id = "", ms = 0] = [...spent].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return {
    what: `of which the slowest rule takes (${id}, ${stack.length} resources)`,
    value: ms / stack.length,
    unit: "ms",
  };
}

function timed(rule: Rule, spent: Map<string, number>): Rule {
  const clocked =
    <Args extends readonly unknown[], Answer>(check: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      const before = process.threadCpuUsage();
      try {
        return check(...args);
      } finally {
        spent.set(rule.id, (spent.get(rule.id) ?? 0) + milliseconds(process.threadCpuUsage(before)));
      }
    };
  const checks = Object.entries<(...args: never[]) => unknown>(rule.checks).map(([type, check]) => [
    type,
    clocked(check),
  ]);
  return { ...rule, checks: Object.fromEntries(checks) } as Rule;
}
