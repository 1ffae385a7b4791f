import type { ApiArgs } from "@pulumi/azure-native/apimanagement/api.js";
import type { WebAppAuthSettingsV2Args } from "@pulumi/azure-native/web/webAppAuthSettingsV2.js";
import type { ServiceArgs as FirstServiceArgs } from "@pulumi/gcp/cloudrun/service.js";
import type { ServiceArgs } from "@pulumi/gcp/cloudrunv2/service.js";
import type { ServiceIamBindingArgs } from "@pulumi/gcp/cloudrunv2/serviceIamBinding.js";
import type { ServiceIamMemberArgs } from "@pulumi/gcp/cloudrunv2/serviceIamMember.js";
import { listed, mustBe } from "../../core/expected.ts";
import { asFlag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";
import { notAnybody } from "../../models/anybody.ts";
import { ofService, RUN_V1 } from "../../models/cloud-run.ts";
import { HTTP_ROUTE } from "../../models/gateway.ts";
import { API, AWS_CHECKS, METHOD, ROUTE } from "./aws.ts";
import { route as httpRoute } from "./kubernetes.ts";

const MEMBERS = [
  "gcp:cloudrunv2/serviceIamMember:ServiceIamMember",
  "gcp:cloudrun/iamMember:IamMember",
  "gcp:cloudfunctions/functionIamMember:FunctionIamMember",
  "gcp:cloudfunctionsv2/functionIamMember:FunctionIamMember",
];
const BINDINGS = MEMBERS.map((type) => type.replaceAll("Member", "Binding"));

function siteLogin(settings: Resource<WebAppAuthSettingsV2Args>): readonly Verdict[] {
  return every([
    decide(settings.flag("platform.enabled"), { known: (on) => (on ? undefined : "is false") }),
    mustBe(settings.flag("globalValidation.requireAuthentication"), true, false),
    decide(settings.text("globalValidation.unauthenticatedClientAction"), {
      known: (action) => (action === "AllowAnonymous" ? `is ${action}` : undefined),
    }),
  ]);
}

function managedApi(api: Resource<ApiArgs>): Verdict {
  const token = anyOf(
    ["oAuth2", "openid", "oAuth2AuthenticationSettings", "openidAuthenticationSettings"].map((way) =>
      isSet(api.read(`authenticationSettings.${way}`)),
    ),
  );
  const keyless = not(holds(api.flag("subscriptionRequired"), (on) => on, true));
  return faultIf(allOf([keyless, not(token)]), "subscriptionRequired", "is false, and no token is asked for either");
}

export const endpointAuthnRequired: Rule = {
  id: "endpoint-authn-required",
  packs: ["zero-trust"],
  title: "Every HTTP endpoint asks who comes",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "An endpoint that asks nobody is found by scanners, and then it is used by everybody, at your cost and with your rights.",
  equivalents: [
    "CKV_AWS_309",
    "CKV_AWS_59",
    "CKV_AWS_258",
    "CKV_AWS_301",
    "CKV_GCP_102",
    "CKV_GCP_107",
    "CKV_AZURE_13",
    "CKV_AZURE_56",
    "AWS-0004",
    "AZU-0003",
  ],
  fixText: ({ type, path }) => {
    if (type === ROUTE)
      return "Set `authorizationType` to JWT, AWS_IAM or CUSTOM, the first and last with an `authorizerId`.";
    if (path === "body") return "Name a scheme in `security`, for the operation or for the whole document.";
    if (type === API) return "Leave `target` out and make a Route with an `authorizationType`.";
    if (type === METHOD) return "Set `authorization` to AWS_IAM, CUSTOM or COGNITO_USER_POOLS.";
    if (type.startsWith("aws:lambda/")) return "Use AWS_IAM, and let callers sign their requests.";
    if (path === "invokerIamDisabled") return "Set `invokerIamDisabled: false`.";
    if (type === RUN_V1) return `Leave out \`${path}\`, or set it to "false".`;
    if (type.startsWith("gcp:")) return "Grant the role to the service accounts and groups that call.";
    if (type === HTTP_ROUTE) return "Add a policy that targets the gateway or the route and requires a token.";
    if (path === "subscriptionRequired") return "Set `subscriptionRequired: true`, or `authenticationSettings`.";
    if (path.endsWith("unauthenticatedClientAction")) return `Set \`${path}: Return401\`.`;
    return `Set \`${path}: true\`.`;
  },
  checks: {
    ...AWS_CHECKS,
    "gcp:cloudrunv2/service:Service": (service: Resource<ServiceArgs>) =>
      mustBe(service.flag("invokerIamDisabled"), false, false),
    [RUN_V1]: (service: Resource<FirstServiceArgs>) =>
      mustBe(asFlag(ofService(service, "invoker-iam-disabled")), false, false),
    ...each(MEMBERS, (grant: Resource<ServiceIamMemberArgs>) => notAnybody(grant.text("member"))),
    ...each(BINDINGS, (grant: Resource<ServiceIamBindingArgs>) => every(listed(grant, "members").map(notAnybody))),
    "azure-native:web:WebAppAuthSettingsV2": siteLogin,
    "azure-native:apimanagement:Api": managedApi,
    [HTTP_ROUTE]: httpRoute,
  },
};
