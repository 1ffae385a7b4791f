import type { Properties, Value } from "../../wire/value.ts";
import type { Failing } from "../failing.ts";
import { fidelityOf, type Level } from "../fidelity.ts";
import { type RefusalKind, withHint } from "../hints.ts";
import { documented } from "../life/check.ts";
import { Replacements } from "../life/replace.ts";
import { partsOf } from "../life/token.ts";
import type { Replacement, Subject } from "../package.ts";
import { functionsOf, type KnownFunction } from "./functions.ts";
import { symbolic } from "./symbols.ts";

/** How a side of a type is known, and from where. */
export interface Side {
  readonly level: Level;
  readonly source: string;
}
/** How an object gets its name where the program gives none. */
export interface Naming {
  readonly property: string;
  readonly form: string;
  readonly maxLength?: number;
  readonly unless?: string;
}
export interface Default {
  readonly property: string;
  readonly value: Value;
  readonly source: "hand" | "SDK" | "documentation";
}
/** A program that is refused, in the words that it is refused with. */
export interface Refusal {
  readonly by: Failing["by"] | "taken";
  readonly property: string;
  readonly example: Properties;
  readonly words: string;
}
export interface Reference {
  readonly property: string;
  readonly to: string;
  readonly words: string;
}

/** Everything that the twin knows of one type. */
export interface Explanation {
  readonly token: string;
  readonly package: string;
  readonly version: string;
  readonly level: Level;
  readonly sides: { readonly [side: string]: Side };
  readonly warning?: string;
  readonly id: string;
  readonly name?: Naming;
  readonly unique: boolean;
  readonly required: readonly string[];
  readonly defaults: readonly Default[];
  readonly changes: readonly (Replacement & { readonly property: string })[];
  readonly needs: readonly Reference[];
  readonly refusals: readonly Refusal[];
  readonly secrets: readonly string[];
  readonly tombstone?: string;
  readonly assumed: Properties;
  readonly functions: readonly KnownFunction[];
}

/** What people must know before they believe what is said of a cloud. */
export const WARNINGS: { readonly [pkg: string]: string } = {
  "azure-native":
    "no state of a real Azure provider has been recorded: what is said of Azure comes from its public API references and was never compared with the real thing",
};

/** Tells what is known of a type, without making anything. */
export function explain(subject: Subject): Explanation {
  const { token, package: pkg, schema, schemas, hand } = subject;
  const { level, aspects, source } = fidelityOf(subject);
  const sides = Object.entries(aspects).map(([side, known]) => [
    side,
    { level: known, source: known === "exact" ? source : known === "derived" ? "the SDK's schema and rules" : "none" },
  ]);
  const id =
    attempt(() => hand?.id?.(symbolic(subject)) ?? pkg.identify(symbolic(subject), subject).id) ??
    "made by the service";
  const warning = WARNINGS[pkg.name];
  return {
    token,
    package: pkg.name,
    version: schemas.packageVersion(pkg.name) ?? "",
    level,
    sides: Object.fromEntries(sides) as Explanation["sides"],
    ...(warning !== undefined && { warning }),
    id,
    ...namingOf(subject),
    unique: hand?.claims !== undefined,
    required: Object.entries(schema?.inputs ?? {})
      .filter(([, input]) => input.required && input.constant === undefined)
      .map(([key]) => key),
    defaults: defaultsOf(subject),
    changes: changesOf(subject),
    needs: (hand?.needs ?? []).map(({ property, to, words }) => ({
      property,
      to,
      words: withHint(words(`{${property}}`), "missing", { what: partsOf(to).name }),
    })),
    refusals: [...refusalsOf(subject), ...takenOf(subject, id)],
    secrets: [...(hand?.secrets ?? []), ...(schema?.additionalSecretOutputs ?? [])].sort(),
    ...(hand?.tombstone !== undefined && { tombstone: hand.tombstone }),
    assumed: hand?.assumed ?? {},
    functions: functionsOf(subject),
  };
}

function namingOf({ name }: Subject): { name?: Naming } {
  if (!name) return {};
  const { property, kind = "random", prefix = "", separator = "-", random = 7, alphabet, lower, max, unless } = name;
  const base = lower ? "<name in lower case>" : "<name>";
  const tail = `<${random} ${alphabet === undefined ? "hex" : "letters"}>`;
  const form = { uuid: "<uuid>", copy: prefix + base, random: prefix + base + separator + tail }[kind];
  return {
    name: { property, form, ...(max !== undefined && { maxLength: max }), ...(unless !== undefined && { unless }) },
  };
}

function defaultsOf({ schema, hand, package: pkg }: Subject): readonly Default[] {
  const own = attempt(() => (typeof hand?.defaults === "function" ? hand.defaults({}) : hand?.defaults)) ?? {};
  const found = new Map<string, Default>();
  for (const [property, input] of Object.entries(schema?.inputs ?? {})) {
    const told = pkg.bridged && !hand?.defaults ? documented(input) : undefined;
    if (input.default !== undefined) found.set(property, { property, value: input.default, source: "SDK" });
    else if (told !== undefined) found.set(property, { property, value: told, source: "documentation" });
  }
  for (const [property, value] of Object.entries(own)) found.set(property, { property, value, source: "hand" });
  return [...found.values()].sort((a, b) => (a.property < b.property ? -1 : 1));
}

function changesOf(subject: Subject): Explanation["changes"] {
  const { schema, hand, package: pkg, token } = subject;
  const replacements = new Replacements(subject, {});
  const paths = new Set([
    ...Object.keys(schema?.inputs ?? {}).filter((key) => schema?.inputs[key]?.constant === undefined),
    ...(hand?.forceNew ?? []),
    ...(hand?.inPlace ?? []),
    ...(pkg.replacedPaths?.(token) ?? []),
  ]);
  return [...paths].sort().map((property) => ({ property, ...replacements.of(property) }));
}

const KINDS: { readonly [by in Refusal["by"]]: RefusalKind } = {
  limits: "limit",
  refuses: "service",
  holds: "held",
  taken: "taken",
};

function refusalsOf(subject: Subject): readonly Refusal[] {
  const { token, package: pkg, hand } = subject;
  return (pkg.failing?.[token] ?? []).flatMap((failing): readonly Refusal[] => {
    const { by, property, inputs } = failing;
    const context = symbolic(subject, inputs, failing);
    const words = attempt(() =>
      by === "holds"
        ? hand?.holds?.(context, "{id}")
        : (by === "limits" ? hand?.limits?.(inputs, context) : hand?.refuses?.(context))?.find(
            ([at, broken]) => broken && at === property,
          )?.[2],
    );
    const what = by === "holds" ? partsOf(token).name : property;
    return words === undefined ? [] : [{ by, property, example: inputs, words: withHint(words, KINDS[by], { what }) }];
  });
}

function takenOf(subject: Subject, id: string): readonly Refusal[] {
  const { token, package: pkg, hand } = subject;
  if (hand?.shared && !hand.claims) return [];
  const words = attempt(() => hand?.taken?.(symbolic(subject), id) ?? pkg.taken(token, id));
  const what = partsOf(token).name;
  return words === undefined
    ? []
    : [
        {
          by: "taken",
          property: subject.name?.property ?? "id",
          example: {},
          words: withHint(words, "taken", { what }),
        },
      ];
}

/** What a function of hand knowledge says of symbols, if it can say anything. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
