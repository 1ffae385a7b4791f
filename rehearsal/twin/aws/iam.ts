import type { Properties } from "../../wire/value.ts";
import { type Context, type Limit, type TwinType, text } from "../type.ts";
import { globalArn } from "./arn.ts";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const path = ({ inputs }: Context): string => text(inputs, "path") ?? "/";
const name = ({ inputs, dice }: Context): string =>
  text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? "terraform-"}${dice.digits("name", 26)}`;
const uniqueId = ({ dice }: Context, prefix: string): string => prefix + dice.letters("unique", 17, UPPER);
const source = "AWS IAM API Reference";

/** A policy document must be JSON with a statement. */
const documents =
  (...keys: readonly string[]) =>
  (inputs: Properties): readonly Limit[] =>
    keys.map((key) => {
      const document = inputs[key];
      return [
        key,
        typeof document === "string" && !isPolicy(document),
        `MalformedPolicyDocument: "${key}" contains an invalid JSON policy`,
      ];
    });
function isPolicy(document: string): boolean {
  try {
    const parsed: unknown = JSON.parse(document);
    return typeof parsed === "object" && parsed !== null && "Statement" in parsed;
  } catch {
    return false;
  }
}
/** What an inline policy, an attachment or a profile hangs on. */
const on = (kind: "Role" | "User" | "Group") => {
  const property = kind.toLowerCase();
  const words = (value: string): string => `NoSuchEntity: The ${property} with name ${value} cannot be found.`;
  return [{ property, to: `aws:iam/${property}:${kind}`, words }];
};

const role: TwinType = {
  token: "aws:iam/role:Role",
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  limits: documents("assumeRolePolicy"),
  id: name,
  taken: (context) => `EntityAlreadyExists: Role with name ${name(context)} already exists.`,
  computed: (context) => ({
    arn: globalArn(context, "iam", `role${path(context)}${name(context)}`),
    createDate: context.now,
    name: name(context),
    uniqueId: uniqueId(context, "AROA"),
  }),
  holds: (context, id) => {
    if (context.inputs["forceDetachPolicies"] === true) return undefined;
    const attached = context.world.list(
      "aws",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      context.site.account,
    );
    return attached.some(({ outputs }) => outputs["role"] === id)
      ? "DeleteConflict: Cannot delete entity, must detach all policies first."
      : undefined;
  },
  forceNew: ["name", "namePrefix", "path"],
  otherwise: "update",
  source: `${source}: CreateRole, UpdateRole`,
};
const policy: TwinType = {
  token: "aws:iam/policy:Policy",
  defaults: { path: "/" },
  limits: documents("policy"),
  id: (context) => globalArn(context, "iam", `policy${path(context)}${name(context)}`),
  taken: (context) =>
    `EntityAlreadyExists: A policy called ${name(context)} already exists. Duplicate names are not allowed.`,
  computed: (context, id) => ({ arn: id, attachmentCount: 0, policyId: uniqueId(context, "ANPA") }),
  fromId: (id) => ({ name: id.slice(id.lastIndexOf("/") + 1) }),
  forceNew: ["name", "namePrefix", "path", "description"],
  otherwise: "update",
  source: `${source}: CreatePolicy, CreatePolicyVersion`,
};
const inline = (kind: "Role" | "User" | "Group"): TwinType => {
  const owner = kind.toLowerCase();
  return {
    token: `aws:iam/${owner}Policy:${kind}Policy`,
    limits: documents("policy"),
    id: (context) => `${text(context.inputs, owner) ?? ""}:${name(context)}`,
    shared: true,
    needs: on(kind),
    fromId: (id) => ({ [owner]: id.split(":")[0] as string, name: id.split(":")[1] ?? "" }),
    forceNew: ["name", "namePrefix", owner],
    otherwise: "update",
    source: `${source}: Put${kind}Policy`,
  };
};
const attachment = (kind: "Role" | "User" | "Group"): TwinType => {
  const owner = kind.toLowerCase();
  return {
    token: `aws:iam/${owner}PolicyAttachment:${kind}PolicyAttachment`,
    id: ({ inputs, dice, now }) =>
      `${text(inputs, owner) ?? ""}-${now.replace(/\D/g, "")}${dice.digits("attachment", 12)}`,
    shared: true,
    needs: on(kind),
    deleteBeforeReplace: true,
    otherwise: "replace",
    source: `${source}: Attach${kind}Policy has no update`,
  };
};
const instanceProfile: TwinType = {
  token: "aws:iam/instanceProfile:InstanceProfile",
  needs: on("Role"),
  defaults: { path: "/" },
  id: name,
  computed: (context) => ({
    arn: globalArn(context, "iam", `instance-profile${path(context)}${name(context)}`),
    createDate: context.now,
    uniqueId: uniqueId(context, "AIPA"),
  }),
  forceNew: ["name", "namePrefix", "path"],
  otherwise: "update",
  source: `${source}: CreateInstanceProfile`,
};
const user: TwinType = {
  token: "aws:iam/user:User",
  defaults: { forceDestroy: false, path: "/" },
  id: name,
  computed: (context) => ({
    arn: globalArn(context, "iam", `user${path(context)}${name(context)}`),
    uniqueId: uniqueId(context, "AIDA"),
  }),
  otherwise: "update",
  source: `${source}: CreateUser, UpdateUser renames in place`,
};
const openIdConnect: TwinType = {
  token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  id: (context) =>
    globalArn(context, "iam", `oidc-provider/${(text(context.inputs, "url") ?? "").replace("https://", "")}`),
  computed: (context, id) => ({
    arn: id,
    url: (text(context.inputs, "url") ?? "").replace("https://", ""),
    thumbprintLists: context.inputs["thumbprintLists"] ?? [context.dice.hex("thumbprint", 40)],
  }),
  fromId: (id) => ({ url: `https://${id.slice(id.indexOf("oidc-provider/") + 14)}` }),
  forceNew: ["url"],
  otherwise: "update",
  source: `${source}: CreateOpenIDConnectProvider`,
};

/** Identities and what they may do. */
export const iam: readonly TwinType[] = [
  role,
  policy,
  inline("Role"),
  inline("User"),
  inline("Group"),
  attachment("Role"),
  attachment("User"),
  attachment("Group"),
  instanceProfile,
  user,
  openIdConnect,
];
