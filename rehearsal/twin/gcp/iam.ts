import { isObject } from "../../wire/value.ts";
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

function parentOf(context: Context, { token, schemas }: Subject): string {
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
