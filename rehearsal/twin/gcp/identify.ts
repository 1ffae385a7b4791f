import { kebab, lowerFirst, partsOf } from "../life/token.ts";
import type { Identity, Subject } from "../package.ts";
import { type Context, text } from "../type.ts";
import { grantOf, isGrant } from "./iam.ts";
import { projectOf } from "./site.ts";
import { fill, templateOf } from "./template.ts";

/** The id of an object: its first import template filled in, or a grant on its parent. */
export function identify(context: Context, subject: Subject): Identity {
  if (isGrant(subject.token)) return { id: grantOf(context, subject), sure: false };
  const template = templateOf(subject.schema);
  if (template !== undefined) return fill(template, context);
  const own = text(context.inputs, subject.name?.property ?? "name");
  const collection = `${lowerFirst(camelOf(subject.token))}s`;
  return {
    id: `projects/${projectOf(context)}/${collection}/${own ?? context.dice.digits("id", 19)}`,
    sure: own !== undefined,
  };
}
const camelOf = (token: string): string =>
  kebab(partsOf(token).name).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
