import { isObject, type Properties } from "../../wire/value.ts";
import { lowerFirst } from "../life/token.ts";
import type { Subject } from "../package.ts";
import { type Context, text } from "../type.ts";
import { projectOf } from "./site.ts";
import { fill, templateOf } from "./template.ts";

const GRANT = /^(gcp:[^/]+\/)\w*:(\w*?)I[Aa][Mm](Member|Binding|Policy|AuditConfig)(?:RemovedWarning)?$/;

/** Whether a type is a grant: a member, a binding or a policy on something else. */
export const isGrant = (token: string): boolean => GRANT.test(token);

/** The id of a grant: what it is on, the role, and the member. */
export function grantOf(context: Context, subject: Subject): string {
  const { inputs } = context;
  const condition = inputs["condition"];
  const title = isObject(condition) ? text(condition, "title") : undefined;
  const parts = [parentOf(context, subject), text(inputs, "role"), text(inputs, "member"), title];
  return parts.filter((part) => part !== undefined).join("/");
}

/** The property that names what a grant is on, with its full path, where the services give it back so. */
export function parentPath(context: Context): Properties {
  const [, , kind = ""] = GRANT.exec(context.type) ?? [];
  const own = lowerFirst(kind);
  const property = [own, `${own}Id`].find((key) => context.schema?.inputs[key] !== undefined);
  // buckets are the exception: their own file says how
  if (kind === "" || property === undefined || kind === "Bucket") return {};
  return { [property]: parentOf(context, { token: context.type, schemas: context.schemas }) };
}

function parentOf(context: Context, { token, schemas }: Pick<Subject, "token" | "schemas">): string {
  const [, module = "", kind = ""] = GRANT.exec(token) ?? [];
  if (kind === "") {
    const { inputs } = context;
    const on = ["folder", "orgId", "serviceAccountId", "billingAccountId"]
      .map((key) => text(inputs, key))
      .find(Boolean);
    return on ?? projectOf(context);
  }
  const parent = schemas.resource(`${module}${lowerFirst(kind)}:${kind}`);
  const template = templateOf(parent);
  const own = text(context.inputs, lowerFirst(kind)) ?? text(context.inputs, "name");
  if (parent && template !== undefined) {
    const named = own !== undefined && own.includes("/") ? own : undefined;
    return (
      named ??
      fill(template, { ...context, schema: parent, inputs: { ...context.inputs, ...(own && { name: own }) } }).id
    );
  }
  return own ?? projectOf(context);
}
