import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema.js";
import { Bag, type Read } from "./props.ts";

/** Something a team decides for a rule, or once for the whole pack; `schema.default` holds where nobody did. */
export interface Setting {
  readonly name: string;
  readonly schema: PolicyConfigJSONSchema;
  /** What is wrong with a value that fits the schema, in one line. */
  readonly problem?: (value: unknown) => string | undefined;
}

const words = (description: string) => ({ type: "array", items: { type: "string" }, description }) as const;
const days = (description: string) => ({ type: "integer", minimum: 1, description }) as const;

export const ENVIRONMENT = {
  name: "environment",
  schema: { type: "string", description: "Where the stack runs: prod, dev or another name." },
} as const satisfies Setting;
export const AS_OF = {
  name: "asOf",
  schema: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "The day on which exceptions are judged." },
} as const satisfies Setting;
export const EXCEPTIONS = {
  name: "exceptions",
  schema: { type: "string", description: "Path of the program's exceptions." },
} as const satisfies Setting;
export const BASELINE = {
  name: "baseline",
  schema: { type: "string", description: "Path of the findings that were known when the pack was taken on." },
} as const satisfies Setting;
export const UNKNOWN_BLOCKS = {
  name: "unknownBlocks",
  schema: { type: "boolean", description: "Whether unknown critical checks stop a preview of production; they do." },
} as const satisfies Setting;
export const ALLOWED_REGIONS = {
  name: "allowedRegions",
  schema: words("Regions, and multi-region names, in which data may rest."),
} as const satisfies Setting;
export const TAG_NAMES = {
  name: "tagNames",
  schema: {
    type: "object",
    additionalProperties: { type: "string" },
    description: "The names your tags have, by the word of the vocabulary; {} where they are the same.",
  },
} as const satisfies Setting;
export const PERSONAL_CLASSES = {
  name: "personalClasses",
  schema: { ...words("Values of the class tag that mean data about people."), default: ["personal", "special"] },
} as const satisfies Setting;
export const OWN_ACCOUNTS = {
  name: "ownAccounts",
  schema: words("AWS accounts of your own organisation."),
} as const satisfies Setting;
export const MIN_LOG_DAYS = { name: "minDays", schema: days("Days that logs are kept at least.") } as const;
export const MAX_LOG_DAYS = { name: "maxDays", schema: days("Days that logs are kept at most.") } as const;
export const MAX_RETENTION_DAYS = {
  name: "maxRetentionDays",
  schema: days("Days that personal data is kept at most, where a store does not say so itself."),
} as const satisfies Setting;
export const MIN_BACKUP_DAYS = {
  name: "minBackupDays",
  schema: { ...days("Days that backups reach back at least."), default: 1 },
} as const satisfies Setting;
export const MAX_INSTANCES = {
  name: "maxInstances",
  schema: { type: "integer", minimum: 1, description: "The most instances anything elastic may grow to." },
} as const satisfies Setting;

export const ROLE = {
  name: "role",
  schema: {
    type: "string",
    description:
      "What the stack is for: `landing-zone` where it declares what holds for whole accounts and projects, `lake` where much data is gathered.",
  },
} as const satisfies Setting;

/** What every pack can be told, whatever its rules. */
export const PACK_SETTINGS: readonly Setting[] = [ENVIRONMENT, AS_OF, EXCEPTIONS, BASELINE, UNKNOWN_BLOCKS, TAG_NAMES];

type WithDefault<T> = Setting & { readonly schema: { readonly default: T } };

/** What a setting says, as strings, or else its default; undefined where it has none. */
export function strings(config: Bag, setting: WithDefault<readonly string[]>): readonly string[];
export function strings(config: Bag, setting: Setting): readonly string[] | undefined;
export function strings(config: Bag, { name, schema }: Setting): readonly string[] | undefined {
  const read = config.list(name);
  if (read.state !== "known") return schema.default as readonly string[] | undefined;
  return read.value.flatMap((item) => {
    const value = item.self();
    return value.state === "known" && typeof value.value === "string" ? [value.value] : [];
  });
}

/** What a setting says, as a number, or else its default. */
export function numeral(config: Bag, { name, schema }: WithDefault<number>): number {
  const read = config.number(name);
  return read.state === "known" ? read.value : schema.default;
}

/** The decisions that hold for one pack, as its host sent them. */
export class Settings {
  readonly context: Bag;
  /** The one day on which everything is judged, where nobody configured one. */
  asOf: string | undefined;
  /** The declared paths that stand beside the program, where no rule is told others. */
  paths: unknown;
  /** What the stack's tags say, where the pack's configuration says nothing. */
  stackEnvironment: string | undefined;
  readonly #rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly #context: Readonly<Record<string, unknown>>;

  constructor(rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>, contextName: string) {
    this.#rules = rules;
    this.#context = rules[contextName] ?? {};
    this.context = new Bag(this.#context);
  }

  /** A rule's own settings before those of the pack. */
  of(rule: string): Bag {
    return new Bag({ [AS_OF.name]: this.asOf, paths: this.paths, ...this.#context, ...this.#rules[rule] });
  }

  environment(): Read<string> {
    const said = this.context.text(ENVIRONMENT.name);
    if (said.state !== "absent" || this.stackEnvironment === undefined) return said;
    return { state: "known", path: ENVIRONMENT.name, value: this.stackEnvironment };
  }
}
