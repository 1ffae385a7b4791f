import type { Identity, Subject } from "../package.ts";
import { type Context, text } from "../type.ts";
import { arnLike } from "./arn.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PREFIXED = /^([a-z]+(?:-[a-z]+)*)-[0-9a-f]{6,17}$/;

/** The id of an object without hand knowledge: by its name, or shaped like the documentation's import example. */
export function identify(context: Context, subject: Subject): Identity {
  const { inputs, dice } = context;
  const own = text(inputs, subject.name?.property ?? "name");
  const example = subject.schema?.importIds[0] ?? "";
  const prefix = PREFIXED.exec(example)?.[1];
  if (prefix !== undefined) return { id: `${prefix}-0${dice.hex("id", 16)}`, sure: true };
  if (UUID.test(example)) return { id: dice.uuid("id"), sure: true };
  if (example.startsWith("arn:")) {
    return { id: arnLike(example, context, own), sure: own !== undefined };
  }
  const told = byHint(context, example);
  if (told !== undefined) return { id: told, sure: true };
  const separator = /[,|/:#]/.exec(example)?.[0];
  if (separator !== undefined) {
    const count = example.split(separator).length;
    const values = keyValues(context, own);
    if (values.length >= count) return { id: values.slice(0, count).join(separator), sure: false };
  }
  if (own !== undefined) return { id: own, sure: separator === undefined };
  const [first] = keyValues(context, undefined);
  return { id: first ?? dice.hex("id", 17), sure: false };
}

const SEPARATORS = /[,|/:#_]/;

/** The id by the documentation's sentence on imports, where all that it names are inputs: "using `a` and `b` separated by `:`". */
function byHint({ inputs, schema }: Context, example: string): string | undefined {
  const quoted = [...(schema?.importHint?.split(" using ")[1] ?? "").matchAll(/`([^`]+)`/g)].map(
    ([, word]) => word as string,
  );
  const words = quoted.filter((word) => word.length > 1);
  const together = words.length === 1 ? (words[0] as string).split(/[,|/:#]/) : words;
  const keys = together.map((word) => word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  const values = keys.map((key) => text(inputs, key));
  if (values.length === 0 || values.includes(undefined)) return undefined;
  const [joint] = words;
  const separator =
    quoted.find((word) => word.length === 1) ??
    (words.length === 1 && joint !== undefined ? /[,|/:#]/ : SEPARATORS).exec(
      words.length === 1 ? (joint as string) : example,
    )?.[0];
  return values.length === 1 ? values[0] : values.join(separator ?? "/");
}

/** The texts that must have been given, in the order of the schema, with the own name last. */
function keyValues({ inputs, schema }: Context, own: string | undefined): readonly string[] {
  const required = Object.keys(schema?.inputs ?? {}).filter((key) => schema?.inputs[key]?.required);
  const texts = required.map((key) => text(inputs, key)).filter((value) => value !== undefined);
  return own === undefined || texts.includes(own) ? texts : [...texts, own];
}
