import type { Rule } from "../../core/rule.ts";

export const noLongLivedCloudKeys: Rule = {
  id: "no-long-lived-cloud-keys",
  packs: ["zero-trust"],
  title: "No keys that live for ever",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "A key that does not expire works for whoever finds it, from anywhere, until somebody notices.",
  equivalents: ["CKV_AWS_273", "CKV2_AWS_22", "CKV2_GCP_3"],
  fixText: ({ type }) =>
    type.startsWith("gcp:")
      ? "Let the workload run as the service account, or federate with a workload identity pool."
      : "Use a role: for people through single sign-on, for workloads through the service or an OIDC provider.",
  forbidden: {
    "aws:iam/accessKey:AccessKey": "is a key of a user that does not expire",
    "aws:iam/userLoginProfile:UserLoginProfile": "is a console password",
    "aws:iam/user:User": "is a user, which can only sign in with keys or a password",
    "gcp:serviceaccount/key:Key": "is an exported key of a service account",
  },
  checks: {},
};
