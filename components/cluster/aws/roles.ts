import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { Tags } from "../../core/tags.ts";
import type { ClusterChildren } from "../native.ts";

type AwsScope = Scope<"aws", ClusterChildren["aws"]>;
type RoleKey = "role" | "nodeRole" | "addonRole" | "controllerRole";

/** Who a role is for. */
export interface RoleFor {
  readonly service: "eks" | "ec2" | "pods.eks";
  /** Managed policies of AWS, by name. */
  readonly policies: readonly string[];
  readonly tags: Tags;
  /** Which one it is, where there are several. @default none */
  readonly of?: string;
}

/** A role that one service of AWS may take, from this account only. */
export function roleFor(scope: AwsScope, key: RoleKey, { service, policies, tags, of }: RoleFor) {
  const { name, site, opts } = scope;
  const suffix = [key.replace(/Role$/, "").replace(/^role$/, "cluster"), ...(of === undefined ? [] : [of])].join("-");
  const role = new Role(
    ...scope.child(
      key,
      {
        name: physicalName(site, `${name}-${suffix}`, { max: 64 }),
        assumeRolePolicy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: `${service}.amazonaws.com` },
              // pods bring the names of their namespace and account as tags of the session
              Action: service === "pods.eks" ? ["sts:AssumeRole", "sts:TagSession"] : "sts:AssumeRole",
              // EC2 does not say for which account it asks
              ...(service !== "ec2" && { Condition: { StringEquals: { "aws:SourceAccount": site.accountId } } }),
            },
          ],
        }),
        tags,
      },
      { ...(of !== undefined && { of }), invariants: ["assumeRolePolicy"] },
    ),
  );
  const attached = policies.map(
    (policy) =>
      new RolePolicyAttachment(
        `${name}-${suffix}-${policy.split("/").at(-1) ?? ""}`.toLowerCase(),
        { role: role.name, policyArn: interpolate`arn:aws:iam::aws:policy/${policy}` },
        opts,
      ),
  );
  return { role, attached };
}
