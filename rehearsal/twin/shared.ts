import type { Properties } from "../wire/value.ts";
import type { Ledger } from "./fidelity.ts";
import { Replacements } from "./life/replace.ts";
import type { Package, Subject } from "./package.ts";
import type { Places } from "./places.ts";
import type { Schemas } from "./schema/types.ts";
import { dice } from "./seed.ts";
import type { Environment, Site } from "./site.ts";
import type { Context, TwinType } from "./type.ts";
import type { World } from "./world/world.ts";

/** What all provider instances of one twin have in common. */
export interface Shared {
  readonly seed: string;
  readonly existing: "assume" | "none";
  readonly places: Places;
  readonly env: Environment;
  readonly schemas: Schemas;
  readonly world: World;
  readonly ledger: Ledger;
  readonly now: () => string;
  readonly subjects: Subjects;
}

/** The types of all packages, each looked up once. */
export class Subjects {
  readonly #schemas: Schemas;
  readonly #byHand: boolean;
  readonly #subjects = new Map<string, Subject>();
  readonly #replacements = new Map<string, Replacements>();

  constructor(schemas: Schemas, byHand: boolean) {
    this.#schemas = schemas;
    this.#byHand = byHand;
  }

  of(token: string, pkg: Package): Subject {
    const known = this.#subjects.get(token);
    if (known) return known;
    const schema = this.#schemas.resource(token);
    const hand = this.#byHand ? pkg.types.get(token) : undefined;
    const name = schema && pkg.nameRule(schema, this.#schemas);
    const subject: Subject = { token, package: pkg, schemas: this.#schemas, schema, hand, name };
    this.#subjects.set(token, subject);
    return subject;
  }
  /** Hand knowledge of a type that something here is of. */
  known(token: string): TwinType | undefined {
    return this.#subjects.get(token)?.hand;
  }
  replacements(subject: Subject, site: Site): Replacements {
    const key = `${subject.token}\n${subject.package.behaviour?.(site.config) ?? ""}`;
    const known = this.#replacements.get(key);
    if (known) return known;
    const made = new Replacements(subject, site.config);
    this.#replacements.set(key, made);
    return made;
  }
}

interface Of {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
}

/** The context of one object; `birth` counts the objects that its URN had. */
export function contextOf(
  shared: Shared,
  site: Site,
  subject: Subject,
  of: Of,
  inputs: Properties,
  birth = shared.world.births(of.urn),
): Context {
  return {
    urn: of.urn,
    name: of.name,
    type: of.type,
    site,
    schema: subject.schema,
    schemas: shared.schemas,
    inputs,
    dice: dice(shared.seed, of.urn, String(birth)),
    now: shared.now(),
    world: shared.world,
  };
}
