import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import { matches } from "../../core/iam.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { strings } from "../../core/settings.ts";
import { decide, notApplicable, UNCONFIGURED, undetermined } from "../../core/verdict.ts";

const ROLE = "aws:iam/role:Role";
const BOUNDARIES = {
  name: "permissionsBoundaries",
  schema: {
    type: "array",
    items: { type: "string" },
    description: "ARNs of the agreed permissions boundaries; * and ? stand for any text.",
  },
} as const;

export const iamPermissionsBoundary: Rule = {
  id: "iam-permissions-boundary",
  packs: ["zero-trust"],
  title: "Roles of applications have the agreed boundary",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A boundary is what keeps a role small when its policies grow.",
  fixText: () => "Set `permissionsBoundary` to the ARN of the agreed boundary.",
  inPlace: [ROLE],
  settings: [BOUNDARIES],
  checks: {
    [ROLE]: (role: Resource<RoleArgs>, { config }) => {
      const agreed = strings(config, BOUNDARIES);
      if (agreed === undefined) return UNCONFIGURED;
      // roles under this path are AWS's own, and take no boundary
      const path = role.text("path");
      if (path.state === "known" && path.value.startsWith("/aws-service-role/"))
        return notApplicable("belongs to a service");
      const verdict = decide(role.text("permissionsBoundary"), {
        known: (arn) =>
          agreed.some((pattern) => matches(pattern, arn)) ? undefined : `is ${arn}, which is not agreed`,
        absent: "is not set",
      });
      return path.state === "unknown" && verdict.word === "fail" ? undetermined(path) : verdict;
    },
  },
};
