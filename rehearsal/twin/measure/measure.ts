import { ProviderError } from "../../wire/provider.ts";
import { packageOf } from "../../wire/urn.ts";
import { map, type Properties, Secret, UNKNOWN, Unknown, type Value } from "../../wire/value.ts";
import { createTwin } from "../index.ts";
import { sample } from "../life/sample.ts";
import { openSchemas } from "../schema/index.ts";
import type { Schemas } from "../schema/types.ts";
import { sameForm, sameKind } from "./compare.ts";
import { placeOf } from "./place.ts";
import type { Recording } from "./recording.ts";
import { isVolatile } from "./volatile.ts";

/** What is wrong with one output key of one recorded resource. */
export interface Miss {
  readonly key: string;
  readonly what: "absent" | "kind" | "form";
  /** The value is no random one and no time. */
  readonly steady: boolean;
  readonly recorded: Value;
  readonly made: Value | undefined;
}

/** How close the twin came to one recorded resource. */
export interface Comparison {
  readonly type: string;
  readonly id: string;
  readonly keys: number;
  /** Keys that are random or a time, of which no form is asked. */
  readonly volatile: number;
  readonly misses: readonly Miss[];
  /** Why the twin refuses what a real provider took. */
  readonly refusal?: string;
}

/** A recorded resource that cannot be compared, and why. */
export interface LeftOut {
  readonly type: string;
  readonly reason: string;
}

export interface Measurement {
  readonly comparisons: readonly Comparison[];
  readonly leftOut: readonly LeftOut[];
  /** Keys of bookkeeping, never compared. */
  readonly bookkeeping: number;
}

/** How a measurement is made. */
export interface MeasureOptions {
  /** Where the SDKs are found from. */
  readonly programDirectory: string;
  readonly cacheDirectory?: string;
  /** Leaves what is known by hand of single types out. @default true */
  readonly hand?: boolean;
}

/** Makes every recorded resource on the twin, from its inputs alone, and compares what comes out. */
export async function measure(recordings: readonly Recording[], options: MeasureOptions): Promise<Measurement> {
  const { programDirectory, cacheDirectory } = options;
  const schemas = openSchemas(programDirectory, cacheDirectory === undefined ? {} : { cacheDirectory });
  const comparisons: Comparison[] = [];
  const leftOut: LeftOut[] = [];
  let bookkeeping = 0;
  for (const recording of recordings) {
    const { type } = recording;
    const isFree = type.startsWith("kubernetes:") && schemas.packageVersion("kubernetes") !== undefined;
    if (!schemas.resource(type) && !isFree) {
      leftOut.push({ type, reason: schemas.absence("resource", type)?.message ?? "unknown" });
      continue;
    }
    bookkeeping += Object.keys(recording.outputs).filter((key) => key.startsWith("__")).length;
    comparisons.push(await compared(recording, schemas, options));
  }
  return { comparisons, leftOut, bookkeeping };
}

async function compared(recording: Recording, schemas: Schemas, options: MeasureOptions): Promise<Comparison> {
  const { type, id, outputs } = recording;
  const keys = Object.keys(outputs)
    .filter((key) => !key.startsWith("__"))
    .sort();
  const made = await remade(recording, schemas, options);
  const refusal = typeof made === "string" ? made : undefined;
  const is: Properties = typeof made === "string" ? {} : made;
  const misses = keys.flatMap((key): readonly Miss[] => {
    const recorded = outputs[key] as Value;
    const value = is[key];
    const steady = !isPassing(key, recorded);
    const miss = (what: Miss["what"]): readonly Miss[] => [{ key, what, steady, recorded, made: value }];
    if (!(key in is)) return miss("absent");
    if (isHidden(recorded)) return [];
    if (!sameKind(recorded, value)) return miss("kind");
    return sameForm(recorded, value, key) ? [] : miss("form");
  });
  const volatile = keys.filter((key) => isPassing(key, outputs[key] as Value)).length;
  return { type, id, keys: keys.length, volatile, misses, ...(refusal !== undefined && { refusal }) };
}

const isHidden = (value: Value): boolean =>
  value instanceof Unknown || (value instanceof Secret && isHidden(value.value));

const isPassing = (key: string, value: Value): boolean => isHidden(value) || isVolatile(key, value);

/** The outputs that the twin gives for the recorded inputs, or why it gives none. */
async function remade(recording: Recording, schemas: Schemas, options: MeasureOptions): Promise<Properties | string> {
  const { type, inputs } = recording;
  const { places, args } = placeOf(recording);
  const twin = createTwin({ programDirectory: options.programDirectory, schemas, places, hand: options.hand ?? true });
  const pkg = packageOf(type);
  const provider = await twin.open({ package: pkg, log: () => undefined });
  await provider.configure({ urn: `urn:pulumi:recorded::recorded::pulumi:providers:${pkg}::p`, id: "p", args });
  const of = { urn: `urn:pulumi:recorded::recorded::${type}::recorded`, name: "recorded", type };
  const news = known(inputs, type, schemas);
  try {
    const checked = await provider.check({ ...of, oldInputs: undefined, news, randomSeed: new Uint8Array(32) });
    // what the installed SDK no longer has is dropped by the check itself
    const wrong = checked.failures.find(({ reason }) => !/unknown key/.test(reason));
    if (wrong) return `${wrong.property}: ${wrong.reason}`;
    const made = await provider.create({ ...of, properties: checked.inputs, timeout: 0, preview: false });
    return made.properties;
  } catch (error) {
    if (error instanceof ProviderError) return error.message;
    throw error;
  }
}

/** Inputs that the installed SDK has; a sample stands for what nobody could read. */
function known(inputs: Properties, type: string, schemas: Schemas): Properties {
  const declared = schemas.resource(type)?.inputs;
  const kept = Object.entries(inputs).filter(([key]) => !declared || declared[key] !== undefined);
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const kind = declared?.[key]?.type;
      return [key, isHidden(value) && kind ? sample(key, kind, schemas, "unreadable") : map(value, readable)];
    }),
  );
}
const readable = (value: Value): Value => (value === UNKNOWN ? "unreadable" : value);
