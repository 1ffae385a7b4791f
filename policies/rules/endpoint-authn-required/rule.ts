import type { MethodArgs } from "@pulumi/aws/apigateway/method.js";
import type { ApiArgs as GatewayApiArgs } from "@pulumi/aws/apigatewayv2/api.js";
import type { RouteArgs } from "@pulumi/aws/apigatewayv2/route.js";
import type { FunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl.js";
import type { PermissionArgs } from "@pulumi/aws/lambda/permission.js";
import type { ApiArgs } from "@pulumi/azure-native/apimanagement/api.js";
import type { WebAppAuthSettingsV2Args } from "@pulumi/azure-native/web/webAppAuthSettingsV2.js";
import type { ServiceArgs } from "@pulumi/gcp/cloudrunv2/service.js";
import type { ServiceIamBindingArgs } from "@pulumi/gcp/cloudrunv2/serviceIamBinding.js";
import type { ServiceIamMemberArgs } from "@pulumi/gcp/cloudrunv2/serviceIamMember.js";
import { listed, mustBe } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphCheck, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { HTTP_ROUTE } from "../../models/gateway.ts";
import { route as httpRoute } from "./kubernetes.ts";

const API = "aws:apigatewayv2/api:Api";
const ROUTE = "aws:apigatewayv2/route:Route";
const METHOD = "aws:apigateway/method:Method";
const MEMBERS = [
  "gcp:cloudrunv2/serviceIamMember:ServiceIamMember",
  "gcp:cloudrun/iamMember:IamMember",
  "gcp:cloudfunctions/functionIamMember:FunctionIamMember",
  "gcp:cloudfunctionsv2/functionIamMember:FunctionIamMember",
];
const BINDINGS = MEMBERS.map((type) => type.replaceAll("Member", "Binding"));

const isNone = (word: string) => word.toUpperCase() === "NONE";

const notAnybody = (read: Read<string>): Verdict =>
  decide(read, { known: (who) => (/^all(Authenticated)?Users$/.test(who) ? `is ${who}` : undefined) });

/** Only the first message of a WebSocket can be asked for a token; a CORS preflight never carries one. */
const route: GraphCheck = (route: Resource<RouteArgs>, { graph }) => {
  const key = route.text("routeKey");
  const { sure } = graph.named(route, API, { key: "apiId", name: "id" });
  const sockets = anyOf(sure.map((api) => holds(api.text("protocolType"), (protocol) => protocol === "WEBSOCKET")));
  const later = anyOf([
    holds(key, (name) => name === "$disconnect" || (!name.startsWith("$") && !name.includes(" "))),
    allOf([sockets, holds(key, (name) => name !== "$connect")]),
  ]);
  const exempt = anyOf([later, holds(key, (name) => name.startsWith("OPTIONS "))]);
  if (exempt === true) return notApplicable("is no way in: a later message of a WebSocket, or a preflight");
  const type = route.text("authorizationType");
  const verdict = decide(type, {
    known: (word) => (isNone(word) ? "is NONE" : undefined),
    absent: "is not set; default is NONE",
  });
  return verdict.word === "fail" && exempt !== false ? undetermined(exempt) : verdict;
};

/** An API that is made with a target gets one route to it, which asks nobody. */
function quickRoute(api: Resource<GatewayApiArgs>): Verdict {
  return decide(api.text("target"), { known: () => "makes a route to it without an authorizer" });
}

function method(method: Resource<MethodArgs>): Verdict {
  const asks = anyOf([
    holds(method.text("authorization"), (word) => !isNone(word)),
    holds(method.flag("apiKeyRequired"), (on) => on),
  ]);
  const preflight = holds(method.text("httpMethod"), (name) => name === "OPTIONS");
  if (preflight === true) return notApplicable("is a preflight, which carries no token");
  return faultIf(not(anyOf([asks, preflight])), "authorization", "is NONE, and no API key is required");
}

function functionPermission(permission: Resource<PermissionArgs>): Verdict {
  const open = allOf([
    holds(permission.text("functionUrlAuthType"), isNone),
    holds(permission.text("principal"), (who) => who === "*"),
  ]);
  return faultIf(open, "functionUrlAuthType", "is NONE for everybody");
}

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
      holds(api.read(`authenticationSettings.${way}`), () => true),
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
  controls: ["nist-800-207:T3", "nist-800-207:T6"],
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
    if (type === API) return "Leave `target` out and make a Route with an `authorizationType`.";
    if (type === METHOD) return "Set `authorization` to AWS_IAM, CUSTOM or COGNITO_USER_POOLS.";
    if (type.startsWith("aws:lambda/")) return "Use AWS_IAM, and let callers sign their requests.";
    if (path === "invokerIamDisabled") return "Set `invokerIamDisabled: false`.";
    if (type.startsWith("gcp:")) return "Grant the role to the service accounts and groups that call.";
    if (type === HTTP_ROUTE) return "Add a policy that targets the gateway or the route and requires a token.";
    if (path === "subscriptionRequired") return "Set `subscriptionRequired: true`, or `authenticationSettings`.";
    if (path.endsWith("unauthenticatedClientAction")) return `Set \`${path}: Return401\`.`;
    return `Set \`${path}: true\`.`;
  },
  checks: {
    [ROUTE]: route,
    [API]: quickRoute,
    [METHOD]: method,
    "aws:lambda/functionUrl:FunctionUrl": (url: Resource<FunctionUrlArgs>) =>
      decide(url.text("authorizationType"), { known: (word) => (isNone(word) ? "is NONE" : undefined) }),
    "aws:lambda/permission:Permission": functionPermission,
    "gcp:cloudrunv2/service:Service": (service: Resource<ServiceArgs>) =>
      mustBe(service.flag("invokerIamDisabled"), false, false),
    ...each(MEMBERS, (grant: Resource<ServiceIamMemberArgs>) => notAnybody(grant.text("member"))),
    ...each(BINDINGS, (grant: Resource<ServiceIamBindingArgs>) => every(listed(grant, "members").map(notAnybody))),
    "azure-native:web:WebAppAuthSettingsV2": siteLogin,
    "azure-native:apimanagement:Api": managedApi,
    [HTTP_ROUTE]: httpRoute,
  },
};
