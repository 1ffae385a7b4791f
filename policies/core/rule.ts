import type { Graph } from "./graph.ts";
import type { Bag, Read } from "./props.ts";
import type { ProvedPath } from "./proved-path.ts";
import type { Resource } from "./resource.ts";
import type { Setting } from "./settings.ts";
import type { Severity, Verdict } from "./verdict.ts";

export type PackName = "zero-trust" | "gdpr" | "cost" | "reliability";
export type Verdicts = Verdict | readonly Verdict[];

/** What a check may ask beside the resource. */
export interface Run {
  /** The rule's own settings, and below them those of the pack. */
  readonly config: Bag;
  readonly environment: Read<string>;
}
export interface GraphRun extends Run {
  readonly graph: Graph;
}
export type Check = (resource: Resource, run: Run) => Verdicts;
export type GraphCheck = (resource: Resource, run: GraphRun) => Verdicts;
/** Changes the checked inputs and returns all of them; it may write what it cannot read. */
export type Remediate = (props: Record<string, unknown>, type: string) => Record<string, unknown>;
/** Why a program that passed may fail in a new version. */
export interface Change {
  readonly version: string;
  readonly flags: string;
}
/** Where a fault is. */
export interface Where {
  readonly type: string;
  readonly path: string;
}

interface Common {
  readonly id: string;
  readonly packs: readonly PackName[];
  readonly title: string;
  readonly severity: Severity;
  /** First in line: a critical one that is unknown blocks a preview of production. */
  readonly starred?: true;
  /** Why it matters, one sentence. */
  readonly why: string;
  /** What to change, in the provider's own words. */
  readonly fixText: (where: Where) => string;
  /** Types whose provider changes the property without replacing the resource. */
  readonly inPlace?: readonly string[];
  /** For types in `inPlace` only. */
  readonly remediate?: Remediate;
  readonly settings?: readonly Setting[];
  /** It asks which values are secret: its packs must be shown every resource once more. */
  readonly asksForSecrets?: true;
  /** The same question in other rule libraries. */
  readonly equivalents?: readonly string[];
  /** The version of the packs that brought the rule. */
  readonly since: string;
  /** What later versions newly flag, oldest first. */
  readonly changes?: readonly Change[];
  readonly deprecated?: string;
  /** What it shows of a stack beside its verdicts. */
  readonly shows?: (run: Omit<GraphRun, "environment">) => readonly ProvedPath[];
  /** Types whose existence is the fault, with what is wrong about them. */
  readonly forbidden?: Readonly<Record<string, string>>;
}
/** Judged on one resource's inputs, before it is created. */
export interface ResourceRule extends Common {
  readonly scope: "resource";
  /** By normalised type; `aws:*` is every resource of that provider. */
  readonly checks: Readonly<Record<string, Check>>;
  /** Types that cannot be judged by themselves, and are once the stack is known. */
  readonly inStack?: Readonly<Record<string, GraphCheck>>;
}
/** Judged with all resources of the stack at hand. */
export interface GraphRule extends Common {
  readonly scope: "graph";
  readonly checks: Readonly<Record<string, GraphCheck>>;
}
export type Rule = ResourceRule | GraphRule;

/** A rule's own version: of the packs that last changed what it flags. */
export const versionOf = ({ since, changes = [] }: Rule): string => changes.at(-1)?.version ?? since;

/** Every type that a rule is about, wildcards included. */
export function typesOf(rule: Rule): readonly string[] {
  const inStack = rule.scope === "resource" ? rule.inStack : undefined;
  return [rule.checks, inStack ?? {}, rule.forbidden ?? {}].flatMap((table) => Object.keys(table));
}

/** The same check for several types. */
export function each<C>(types: readonly string[], check: C): Record<string, C> {
  return Object.fromEntries(types.map((type) => [type, check]));
}
