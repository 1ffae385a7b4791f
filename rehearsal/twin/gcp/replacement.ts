import type { Replacement, Subject } from "../package.ts";
import { isGrant } from "./iam.ts";
import { variables } from "./template.ts";

/** Words that name an object rather than describe it. */
const IDENTITY = new Set(["project", "location", "zone", "region", "name", "parent", "network", "subnetwork"]);
const byId: Replacement = { replace: true, source: "gcp-id", confidence: "high" };
const byRule = (replace: boolean): Replacement => ({ replace, source: "gcp-iam", confidence: "high" });

/** What the import template, the words of identity and the rule for grants tell. */
export function replacement({ schema, token }: Subject, path: string): Replacement | undefined {
  const top = path.split(/[.[]/, 1)[0] as string;
  if (isGrant(token)) return byRule(!["members", "policyData", "auditLogConfigs"].includes(top));
  if (!schema || top !== path) return undefined;
  return IDENTITY.has(top) || variables(schema).includes(top) ? byId : undefined;
}
