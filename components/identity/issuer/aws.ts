import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
import { OutboundWebIdentityFederation } from "@pulumi/aws/iam/outboundWebIdentityFederation.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { jsonStringify, type Output, output } from "@pulumi/pulumi";
import type { AwsIdentity } from "../../core/identity.ts";
import type { Scope } from "../../core/scope.ts";
import type { IssuerSpec } from "./args.ts";
import type { IssuerChildren, OutboundChildren } from "./native.ts";

// what AWS's own tools address their tokens to
const STS = "sts.amazonaws.com";
// the longest that a session of ours lasts
const MAX_TOKEN_SECONDS = 3600;

export function awsIssuer(scope: Scope<"aws", IssuerChildren["aws"]>, spec: IssuerSpec) {
  const { url, audience = STS, known, tags } = spec;
  const common = { url, audience: output(audience), audienceClaim: known ? "oaud" : "aud" };
  if (known) return { outputs: { ...common, id: output("accounts.google.com") }, nodes: {} };
  const provider = new OpenIdConnectProvider(
    ...scope.child("provider", { url, clientIdLists: [audience], tags }, { invariants: ["clientIdLists"] }),
  );
  return { outputs: { ...common, id: provider.arn }, nodes: { provider } };
}

export function awsOutbound(scope: Scope<"aws", OutboundChildren["aws"]>) {
  const federation = new OutboundWebIdentityFederation(...scope.child("federation", {}));
  const present = (identity: AwsIdentity, audience: Output<string>, name: string) => [
    new RolePolicy(name, { role: identity.roleName, policy: jsonStringify(mayAsk(audience)) }, scope.opts),
  ];
  return { outputs: { url: federation.issuerIdentifier }, nodes: { federation }, present };
}

// the action knows no resources: what a token is for is what can be bound
function mayAsk(audience: Output<string>) {
  const Condition = {
    "ForAllValues:StringEquals": { "sts:IdentityTokenAudience": audience },
    Null: { "sts:IdentityTokenAudience": "false" },
    NumericLessThanEquals: { "sts:DurationSeconds": MAX_TOKEN_SECONDS },
  };
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["sts:GetWebIdentityToken"], Resource: "*", Condition }],
  };
}
