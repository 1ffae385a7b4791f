import type { Properties } from "../../wire/value.ts";
import type { Places } from "../places.ts";
import type { ResourceSchema } from "../schema/types.ts";
import type { Environment, Site } from "../site.ts";
import { text } from "../type.ts";

/** The account and region of a provider: an assumed role's account, the only allowed one, or the placeholder. */
export function awsSite(config: Properties, places: Places, env: Environment): Site {
  const region = text(config, "region") ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? places.aws.region;
  return { account: accountOf(config) ?? places.aws.accountId, region, config, places };
}

function accountOf(config: Properties): string | undefined {
  const allowed = config["allowedAccountIds"];
  const only = Array.isArray(allowed) && allowed.length === 1 ? String(allowed[0]) : undefined;
  return only ?? /arn:aws[\w-]*:iam::(\d{12}):role\//.exec(JSON.stringify(config["assumeRoles"] ?? ""))?.[1];
}

/** Types with a region live in it; the others are the account's. */
export const awsAccount = (site: Site, inputs: Properties, schema: ResourceSchema | undefined): string =>
  schema?.inputs["region"] ? `${site.account}/${text(inputs, "region") ?? site.region}` : site.account;
