import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const route = "aws:apigatewayv2/route:Route";
const api = "aws:apigatewayv2/api:Api";
const rest = "aws:apigateway/restApi:RestApi";
const method = "aws:apigateway/method:Method";
const url = "aws:lambda/functionUrl:FunctionUrl";
const permission = "aws:lambda/permission:Permission";
const run = "gcp:cloudrunv2/service:Service";
const runV1 = "gcp:cloudrun/service:Service";
const unasked = (annotation: unknown) => ({
  metadata: { annotations: { "run.googleapis.com/invoker-iam-disabled": annotation } },
});
const members = [
  "gcp:cloudrunv2/serviceIamMember:ServiceIamMember",
  "gcp:cloudrun/iamMember:IamMember",
  "gcp:cloudfunctions/functionIamMember:FunctionIamMember",
  "gcp:cloudfunctionsv2/functionIamMember:FunctionIamMember",
];
const bindings = [
  "gcp:cloudrunv2/serviceIamBinding:ServiceIamBinding",
  "gcp:cloudrun/iamBinding:IamBinding",
  "gcp:cloudfunctions/functionIamBinding:FunctionIamBinding",
  "gcp:cloudfunctionsv2/functionIamBinding:FunctionIamBinding",
];
const login = "azure-native:web/v20240401:WebAppAuthSettingsV2";
const managed = "azure-native:apimanagement:Api";
const httpRoute = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";

const of = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const role = "roles/run.invoker";
const socket = (protocolType: unknown) => ({
  beside: [{ type: api, name: "chat", props: { protocolType } }],
  edges: { apiId: `${api}::chat` },
});

const document = (operations: object, more: object = {}) => ({
  body: JSON.stringify({ openapi: "3.0.1", paths: { "/orders": operations }, ...more }),
});
const token = { security: [{ jwt: [] }] };

const cluster = {};
const gateway: Sample = {
  type: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
  name: "edge",
  props: {
    metadata: { name: "edge", namespace: "shop" },
    spec: { listeners: [{ name: "https", port: 443, protocol: "HTTPS" }] },
  },
  provider: cluster,
};
const bound = (rules: unknown, more: object = {}) => ({
  metadata: { name: "shop", namespace: "shop" },
  spec: { parentRefs: [{ name: "edge", ...more }], rules },
});
const backend = [{ backendRefs: [{ name: "shop", port: 80 }] }];
const redirect = [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https" } }] }];
const policy = (spec: object, type = "security.istio.io/v1:AuthorizationPolicy", namespace = "shop"): Sample => ({
  type: `kubernetes:${type}`,
  name: "guard",
  props: { metadata: { name: "guard", namespace }, spec },
  provider: cluster,
});
const toGateway = { targetRefs: [{ kind: "Gateway", group: "gateway.networking.k8s.io", name: "edge" }] };
const toRoute = { targetRef: { kind: "HTTPRoute", group: "gateway.networking.k8s.io", name: "shop" } };
const strangers = { from: [{ source: { notRequestPrincipals: ["*"] } }] };
const withToken = [{ from: [{ source: { requestPrincipals: ["*"] } }] }];
const behind = (...beside: Sample[]) => ({
  type: httpRoute,
  props: bound(backend),
  beside: [gateway, ...beside],
  provider: cluster,
});

export const examples: Examples = {
  pass: [
    { type: route, props: { routeKey: "GET /orders", authorizationType: "JWT", authorizerId: UNKNOWN } },
    { type: route, props: { routeKey: "$connect", authorizationType: "AWS_IAM" }, ...socket("WEBSOCKET") },
    { type: route, props: { routeKey: "$default", authorizationType: "CUSTOM" } },
    { type: api, props: { protocolType: "HTTP" } },
    { type: rest, props: { name: "orders" } },
    { type: rest, props: document({ get: token, options: {} }) },
    { type: rest, props: document({ get: {}, post: {} }, token) },
    {
      type: rest,
      props: document({ "x-amazon-apigateway-any-method": { "x-amazon-apigateway-auth": { type: "AWS_IAM" } } }),
    },
    { type: api, props: { protocolType: "HTTP", ...document({ get: token }) } },
    { type: method, props: { httpMethod: "GET", authorization: "AWS_IAM" } },
    { type: method, props: { httpMethod: "ANY", authorization: "COGNITO_USER_POOLS" } },
    { type: method, props: { httpMethod: "GET", authorization: "NONE", apiKeyRequired: "true" } },
    { type: url, props: { authorizationType: "AWS_IAM" } },
    { type: permission, props: { principal: "apigateway.amazonaws.com" } },
    { type: permission, props: { principal: "*", functionUrlAuthType: "AWS_IAM" } },
    { type: permission, props: { principal: "123456789012", functionUrlAuthType: "NONE" } },
    { type: run, props: {} },
    { type: run, props: { invokerIamDisabled: false } },
    { type: runV1, props: {} },
    { type: runV1, props: unasked("false") },
    ...of(members, { role, member: "serviceAccount:caller@p.iam.gserviceaccount.com" }),
    ...of(members, { role, member: "group:ops@example.org" }),
    ...of(bindings, { role, members: ["user:a@example.org", "domain:example.org"] }),
    { type: login, props: { globalValidation: { requireAuthentication: true } } },
    {
      type: login,
      props: {
        platform: { enabled: true },
        globalValidation: { requireAuthentication: true, unauthenticatedClientAction: "Return401" },
      },
    },
    { type: managed, props: { subscriptionRequired: true } },
    { type: managed, props: {} },
    {
      type: managed,
      props: { subscriptionRequired: false, authenticationSettings: { openid: { openidProviderId: "x" } } },
    },
    behind(policy({ ...toGateway, action: "ALLOW", rules: withToken })),
    behind(policy({ ...toGateway, rules: withToken }, "security.istio.io/v1beta1:AuthorizationPolicy")),
    behind(policy({ ...toGateway, action: "CUSTOM", provider: { name: "login" }, rules: [{}] })),
    behind(policy({ action: "DENY", rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }] })),
    behind(policy({ rules: [{ when: [{ key: "request.auth.claims[iss]", values: ["https://login.example"] }] }] })),
    behind(
      policy({ selector: { matchLabels: { "gateway.networking.k8s.io/gateway-name": "edge" } }, rules: withToken }),
    ),
    behind(policy({ ...toRoute, jwt: { providers: [] } }, "gateway.envoyproxy.io/v1alpha1:SecurityPolicy")),
    behind(policy({ ...toGateway, oidc: {} }, "gateway.envoyproxy.io/v1alpha1:SecurityPolicy")),
    behind(policy({ ...toRoute, rules: { authentication: { sso: {} } } }, "kuadrant.io/v1:AuthPolicy")),
    { ...behind(), props: bound(redirect) },
    // elsewhere on the same host is judged where it arrives
    { ...behind(), props: bound([{ filters: [{ type: "RequestRedirect", requestRedirect: { statusCode: 308 } }] }]) },
    { ...behind(), props: bound([{ filters: [{ type: "ExternalAuth" }], backendRefs: [{ name: "shop" }] }]) },
    { type: rest, props: document({ get: token, parameters: [], "x-internal-get": {} }) },
    { type: rest, props: document({ get: { security: [{ jwt: [] }, { key: [] }] } }) },
    { type: rest, props: { body: JSON.stringify({ openapi: "3.0.1" }) } },
    ...["oAuth2", "oAuth2AuthenticationSettings", "openidAuthenticationSettings"].map((way) => ({
      type: managed,
      props: { subscriptionRequired: false, authenticationSettings: { [way]: [{}] } },
    })),
    ...["jwt", "oidc", "basicAuth", "extAuth", "apiKeyAuth"].map((way) =>
      behind(policy({ ...toRoute, [way]: {} }, "gateway.envoyproxy.io/v1alpha1:SecurityPolicy")),
    ),
    behind(policy({ ...toRoute, defaults: { rules: { authentication: { sso: {} } } } }, "kuadrant.io/v1:AuthPolicy")),
    // without a rule nobody comes in
    behind(policy({})),
    behind(policy({}), { ...policy({ ...toGateway, rules: withToken }), name: "token" }),
    // whoever comes to another gateway
    behind(policy({ rules: withToken }), {
      ...policy({ targetRefs: [{ kind: "Gateway", name: "another" }], rules: [{}] }),
      name: "public",
    }),
  ],
  fail: [
    { type: route, props: { routeKey: "GET /orders" } },
    { type: route, props: { routeKey: "$default", authorizationType: "NONE" } },
    { type: route, props: { routeKey: "$default" }, ...socket("HTTP") },
    { type: route, props: { routeKey: "$connect", authorizationType: "NONE" }, ...socket("WEBSOCKET") },
    { type: route, props: { routeKey: "ANY /{proxy+}", authorizationType: "none" } },
    { type: api, props: { protocolType: "HTTP", target: "arn:aws:lambda:eu-central-1:1:function:f" } },
    { type: rest, props: document({ get: token, post: {} }) },
    // an empty list takes the document's own away
    { type: rest, props: document({ get: { security: [] } }, token) },
    { type: rest, props: document({ "x-amazon-apigateway-any-method": {} }) },
    { type: api, props: { protocolType: "HTTP", ...document({ get: {} }) } },
    { type: method, props: { httpMethod: "GET", authorization: "NONE" } },
    { type: method, props: { httpMethod: "ANY", authorization: "NONE", apiKeyRequired: false } },
    { type: url, props: { authorizationType: "NONE" } },
    { type: permission, props: { principal: "*", functionUrlAuthType: "NONE" } },
    { type: run, props: { invokerIamDisabled: true } },
    { type: runV1, props: unasked("true") },
    { type: runV1, props: unasked(true) },
    ...of(members, { role, member: "allUsers" }),
    // anybody with a Google account is anybody
    ...of(members, { role, member: "allAuthenticatedUsers" }),
    ...of(bindings, { role, members: ["user:a@example.org", "allUsers"] }),
    { type: login, props: {} },
    { type: login, props: { globalValidation: { requireAuthentication: false } } },
    { type: login, props: { platform: { enabled: false }, globalValidation: { requireAuthentication: true } } },
    {
      type: login,
      props: { globalValidation: { requireAuthentication: true, unauthenticatedClientAction: "AllowAnonymous" } },
    },
    { type: managed, props: { subscriptionRequired: false } },
    behind(),
    // one of its ways in asks nobody
    behind(policy({ ...toGateway, rules: [...withToken, { to: [{ operation: { paths: ["/public"] } }] }] })),
    behind(policy({ ...toGateway, action: "DENY", rules: [{ from: [{ source: { namespaces: ["dev"] } }] }] })),
    behind(policy({ targetRefs: [{ kind: "Gateway", name: "another" }], rules: withToken })),
    behind(policy({ rules: withToken }, undefined, "till")),
    behind({ ...policy({ ...toGateway, rules: withToken }), provider: undefined as never }),
    behind(policy({ ...toRoute, cors: {} }, "gateway.envoyproxy.io/v1alpha1:SecurityPolicy")),
    { type: rest, props: document({ get: {} }, { security: [] }) },
    // a scheme, or none at all
    { type: rest, props: document({ get: { security: [{ jwt: [] }, {}] } }) },
    { type: rest, props: document({ get: {} }, { security: [{}] }) },
    { type: rest, props: document({ get: { "x-amazon-apigateway-auth": { type: "NONE" } } }) },
    behind(policy({ rules: [{ when: [{ key: "source.ip", values: ["192.0.2.0/24"] }] }] })),
    // of two ways in, one asks nobody
    behind(
      policy({
        rules: [{ from: [{ source: { requestPrincipals: ["*"] } }, { source: { ipBlocks: ["192.0.2.0/24"] } }] }],
      }),
    ),
    behind(policy({ ...toRoute, rules: { authorization: {} } }, "kuadrant.io/v1:AuthPolicy")),
    // it aims at something else of that name, at nothing, or at the pods of another gateway
    behind(policy({ targetRefs: [{ kind: "HTTPRoute", name: "edge" }], rules: withToken })),
    behind(policy({ jwt: {} }, "gateway.envoyproxy.io/v1alpha1:SecurityPolicy")),
    behind(
      policy({ selector: { matchLabels: { "gateway.networking.k8s.io/gateway-name": "inner" } }, rules: withToken }),
    ),
    {
      ...behind(),
      props: bound([{ filters: [{ type: "RequestHeaderModifier" }], backendRefs: [{ name: "shop" }] }]),
    },
    // what one policy allows, no other takes back
    behind(policy({ ...toGateway, rules: withToken }), { ...policy({ rules: [{}] }), name: "public" }),
    // not everywhere
    behind(policy({ action: "DENY", rules: [{ ...strangers, to: [{ operation: { paths: ["/admin"] } }] }] })),
    behind(policy({ action: "DENY", rules: [{ ...strangers, when: [{ key: "source.ip", values: ["192.0.2.1"] }] }] })),
    ...[{ to: [{ operation: { paths: ["/admin"] } }] }, strangers, { when: [{ key: "source.ip" }] }].map((rule) =>
      behind(policy({ ...toGateway, action: "CUSTOM", provider: { name: "login" }, rules: [rule] })),
    ),
    behind(policy({ ...toGateway, action: "CUSTOM", provider: { name: "login" } })),
    behind(policy({ ...toGateway, action: "AUDIT", rules: withToken })),
  ],
  undetermined: [
    { type: route, props: { routeKey: "GET /orders", authorizationType: UNKNOWN } },
    { type: route, props: { routeKey: "$default" }, ...socket(UNKNOWN) },
    { type: api, props: { protocolType: "HTTP", target: UNKNOWN } },
    { type: rest, props: { body: UNKNOWN } },
    { type: rest, props: { body: "openapi: 3.0.1" } },
    { type: method, props: { httpMethod: "GET", authorization: UNKNOWN } },
    { type: url, props: { authorizationType: UNKNOWN } },
    { type: permission, props: { principal: "*", functionUrlAuthType: UNKNOWN } },
    { type: run, props: { invokerIamDisabled: UNKNOWN } },
    { type: runV1, props: unasked(UNKNOWN) },
    { type: runV1, props: { metadata: UNKNOWN } },
    { type: runV1, props: unasked("perhaps") },
    ...of(members, { role, member: UNKNOWN }),
    ...of(bindings, { role, members: UNKNOWN }),
    { type: login, props: { globalValidation: UNKNOWN } },
    { type: managed, props: { subscriptionRequired: UNKNOWN } },
    behind(policy({ ...toGateway, rules: UNKNOWN })),
    behind(policy({ targetRefs: UNKNOWN, rules: withToken })),
    { type: rest, props: { body: JSON.stringify({ openapi: "3.0.1", paths: UNKNOWN }) } },
    { type: rest, props: { body: JSON.stringify({ openapi: "3.0.1", paths: { "/orders": UNKNOWN } }) } },
    { type: rest, props: document({ get: { security: UNKNOWN } }) },
    { type: rest, props: document({ get: {} }, { security: UNKNOWN }) },
    behind(policy({ ...toGateway, rules: withToken }), { ...policy({ rules: UNKNOWN }), name: "late" }),
  ],
  notApplicable: [
    { type: route, props: { routeKey: "$disconnect" } },
    { type: route, props: { routeKey: "sendMessage" } },
    { type: route, props: { routeKey: "$default" }, ...socket("WEBSOCKET") },
    { type: route, props: { routeKey: "OPTIONS /orders" } },
    { type: method, props: { httpMethod: "OPTIONS", authorization: "NONE" } },
    { type: httpRoute, props: bound(backend) },
    // between services, no way in
    { ...behind(), props: bound(backend, { kind: "Service" }) },
  ],
};
