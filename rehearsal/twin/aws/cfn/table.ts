import data from "./cfn.json" with { type: "json" };

/** What CloudFormation says of one type. */
export interface CloudFormation {
  readonly replaces: ReadonlySet<string>;
  readonly mayReplace: ReadonlySet<string>;
  readonly updates: ReadonlySet<string>;
  readonly arn: string | undefined;
}

const read = new Map<string, CloudFormation>();
const rows = data.types as { readonly [token: string]: string };

/** CloudFormation's word on a type of the Pulumi package, where it has a type that corresponds. */
export function cloudFormation(token: string): CloudFormation | undefined {
  const row = rows[token.slice("aws:".length)];
  if (!row) return undefined;
  const known = read.get(token);
  if (known) return known;
  const [yes, maybe, no, arn] = row.split("|");
  const made = { replaces: names(yes), mayReplace: names(maybe), updates: names(no), arn: arn || undefined };
  read.set(token, made);
  return made;
}

const names = (text = ""): ReadonlySet<string> => new Set(text.split(",").filter((name) => name !== ""));

/** How often each bare property name needs a new object, over all types; learned from the same table. */
export function votes(): ReadonlyMap<string, { readonly yes: number; readonly no: number }> {
  const counts = new Map<string, { yes: number; no: number }>();
  const count = (name: string, key: "yes" | "no"): void => {
    const known = counts.get(name) ?? { yes: 0, no: 0 };
    known[key]++;
    counts.set(name, known);
  };
  for (const [yes, maybe, no] of Object.values(rows).map((row) => row.split("|"))) {
    for (const name of [...names(yes), ...names(maybe)]) count(name, "yes");
    for (const name of names(no)) count(name, "no");
  }
  return counts;
}
