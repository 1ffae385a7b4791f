import type { OpenIdConnectProviderArgs } from "@pulumi/aws/iam/openIdConnectProvider.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { FederatedIdentityCredentialArgs } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import type { WorkloadIdentityPoolProviderArgs } from "@pulumi/gcp/iam/workloadIdentityPoolProvider.js";
import { judgeStatements } from "../../core/iam.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { OWN_ACCOUNTS, strings } from "../../core/settings.ts";
import { decide, every, forAll } from "../../core/verdict.ts";
import { trusted } from "./trust.ts";

export const iamTrustPolicyBounded: Rule = {
  id: "iam-trust-policy-bounded",
  packs: ["zero-trust"],
  title: "Roles say exactly who may take them",
  severity: "critical",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "Whoever a trust policy lets in has all the rights of the role, from another account or another company's repository.",
  equivalents: ["CKV_AWS_60", "CKV_AWS_61", "CKV_AWS_393", "CKV_GCP_118", "CKV_GCP_125", "CKV_AZURE_249", "GCP-0068"],
  fixText: ({ type }) => {
    if (type.startsWith("gcp:")) return "Set `attributeCondition` to the repository or workload that may come in.";
    if (type.startsWith("azure")) return "Set `subject` to one workload, written out.";
    if (type === "aws:iam/openIdConnectProvider:OpenIdConnectProvider") {
      return "List the audiences in `clientIdLists`, for a cloud's workloads `sts.amazonaws.com`.";
    }
    return "Name the principal, and fix the claims of its issuer with `StringEquals`, or `sts:ExternalId` for another account.";
  },
  settings: [OWN_ACCOUNTS],
  checks: {
    "aws:iam/role:Role": (role: Resource<RoleArgs>, { config }) =>
      judgeStatements(role, "assumeRolePolicy", trusted(strings(config, OWN_ACCOUNTS))),
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": (provider: Resource<OpenIdConnectProviderArgs>) =>
      forAll(provider.list("clientIdLists"), (audience) =>
        decide(audience.itself(), { known: (text) => (text.includes("*") ? `is ${text}` : undefined) }),
      ),
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider": (
      provider: Resource<WorkloadIdentityPoolProviderArgs>,
    ) =>
      decide(provider.text("attributeCondition"), {
        known: (condition) => (["", "true"].includes(condition.trim()) ? "lets everything in" : undefined),
        absent: "is not set; every token of the issuer is accepted",
      }),
    "azure-native:managedidentity:FederatedIdentityCredential": (
      credential: Resource<FederatedIdentityCredentialArgs>,
    ) =>
      every(
        (["issuer", "subject"] as const).map((key) =>
          decide(credential.text(key), {
            known: (text) => (text.includes("*") ? `is ${text}` : undefined),
            absent: "is not set",
          }),
        ),
      ),
  },
};
