import { kebab, lowerFirst, partsOf } from "../life/token.ts";
import type { Identity, Subject } from "../package.ts";
import { type Context, text } from "../type.ts";
import { grantOf, isGrant } from "./iam.ts";
import { last, projectOf } from "./site.ts";
import { fill, templateOf } from "./template.ts";

/** The id of an object: its first import template filled in, or a grant on its parent. */
export function identify(context: Context, subject: Subject): Identity {
  if (isGrant(subject.token)) return { id: grantOf(context, subject), sure: false };
  const template = templateOf(subject.schema);
  if (template !== undefined) return fill(template, context);
  const nested = byParents(context);
  if (nested !== undefined) return nested;
  const own = text(context.inputs, subject.name?.property ?? "name");
  const collection = `${lowerFirst(camelOf(subject.token))}s`;
  return {
    id: `projects/${projectOf(context)}/${collection}/${own ?? context.dice.digits("id", 19)}`,
    sure: own !== undefined,
  };
}
/** Without a documented form: the ids that must be given are the path, parents first, the own one last. */
function byParents(context: Context): Identity | undefined {
  const { inputs, schema, type } = context;
  const keys = Object.keys(schema?.inputs ?? {}).filter(
    (key) => /.Id$/.test(key) && schema?.inputs[key]?.required && text(inputs, key) !== undefined,
  );
  if (keys.length === 0) return undefined;
  const own = `${lowerFirst(partsOf(type).name)}Id`;
  const path = [...keys.filter((key) => key !== own), ...keys.filter((key) => key === own)]
    .map((key) => `${key.slice(0, -2)}s/${last(text(inputs, key) as string)}`)
    .join("/");
  return { id: `projects/${projectOf(context)}/${path}`, sure: keys.includes(own) };
}
const camelOf = (token: string): string =>
  kebab(partsOf(token).name).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
