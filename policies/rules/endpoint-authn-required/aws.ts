import type { MethodArgs } from "@pulumi/aws/apigateway/method.js";
import type { RestApiArgs } from "@pulumi/aws/apigateway/restApi.js";
import type { ApiArgs } from "@pulumi/aws/apigatewayv2/api.js";
import type { RouteArgs } from "@pulumi/aws/apigatewayv2/route.js";
import type { FunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl.js";
import type { PermissionArgs } from "@pulumi/aws/lambda/permission.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { describedOperations } from "./openapi.ts";

export const API = "aws:apigatewayv2/api:Api";
export const ROUTE = "aws:apigatewayv2/route:Route";
export const METHOD = "aws:apigateway/method:Method";

const isNone = (word: string) => word.toUpperCase() === "NONE";

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
function gatewayApi(api: Resource<ApiArgs>): readonly Verdict[] {
  const quick = decide(api.text("target"), { known: () => "makes a route to it without an authorizer" });
  return every([quick, ...describedOperations(api)]);
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

export const AWS_CHECKS: Readonly<Record<string, GraphCheck>> = {
  [ROUTE]: route,
  [API]: gatewayApi,
  "aws:apigateway/restApi:RestApi": (api: Resource<RestApiArgs>) => describedOperations(api),
  [METHOD]: method,
  "aws:lambda/functionUrl:FunctionUrl": (url: Resource<FunctionUrlArgs>) =>
    decide(url.text("authorizationType"), { known: (word) => (isNone(word) ? "is NONE" : undefined) }),
  "aws:lambda/permission:Permission": functionPermission,
};
