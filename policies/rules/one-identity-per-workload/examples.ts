import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const lambda = (role: unknown, ...beside: readonly Sample[]): Example => ({
  type: "aws:lambda/function:Function",
  props: { role },
  beside,
});
const fn = (email?: unknown, ...beside: readonly Sample[]): Example => ({
  type: "gcp:cloudfunctionsv2/function:Function",
  props: { serviceConfig: { serviceAccountEmail: email } },
  beside,
});
const service = (email?: unknown, ...beside: readonly Sample[]): Example => ({
  type: "gcp:cloudrunv2/service:Service",
  props: { template: { serviceAccount: email } },
  beside,
});
const machine = (serviceAccount?: unknown): Example => ({
  type: "gcp:compute/instance:Instance",
  props: { serviceAccount },
});
const pool = (email?: unknown): Example => ({
  type: "gcp:container/nodePool:NodePool",
  props: { nodeConfig: { serviceAccount: email } },
});
const TEMPLATE = "gcp:compute/instanceTemplate:InstanceTemplate";
const REGIONAL = "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate";
const template = (type: string, serviceAccount?: unknown): Sample => ({
  type,
  name: "web",
  props: { name: "web", serviceAccount },
});
const fromTemplate = (serviceAccount: unknown, ...beside: readonly Sample[]): Example => ({
  type: "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
  props: { sourceInstanceTemplate: "projects/acme/global/instanceTemplates/web", serviceAccount },
  beside,
});
const cluster = (props: Readonly<Record<string, unknown>>): Example => ({
  type: "gcp:container/cluster:Cluster",
  props,
});
const nodes = (serviceAccount?: unknown) => ({ nodeConfig: { serviceAccount } });
const made = (serviceAccount: unknown, enabled?: unknown) => ({
  clusterAutoscaling: { enabled, autoProvisioningDefaults: { serviceAccount } },
});
const app = (identity: unknown, ...beside: readonly Sample[]): Example => ({
  type: "azure-native:web:WebApp",
  props: { identity },
  beside,
});
const other = (example: Example): Sample => ({ ...example, name: "other" });
const ROLE = "arn:aws:iam::111111111111:role/app";
const OWN = "app@acme.iam.gserviceaccount.com";
const DEFAULT = "123-compute@developer.gserviceaccount.com";
const role = (name: string) => ({ edges: { role: `aws:iam/role:Role::${name}` } });
const account = (key: string, name: string) => ({ edges: { [key]: `gcp:serviceaccount/account:Account::${name}` } });
const assigned = (name: string) => ({
  edges: { identity: `azure-native:managedidentity:UserAssignedIdentity::${name}` },
});
const late = { type: "UserAssigned", userAssignedIdentities: [UNKNOWN] };
const user = (id: string) => ({ type: "UserAssigned", userAssignedIdentities: [`/subscriptions/1/id/${id}`] });

export const examples: Examples = {
  pass: [
    lambda(ROLE),
    lambda(ROLE, other(lambda(`${ROLE}-2`))),
    // by edge, while the roles have no names yet
    { ...lambda(UNKNOWN), ...role("app"), beside: [{ ...other(lambda(UNKNOWN)), ...role("web") }] },
    fn(OWN),
    fn(OWN, other(service("web@acme.iam.gserviceaccount.com"))),
    service(OWN),
    machine(),
    machine({ email: OWN, scopes: ["cloud-platform"] }),
    // an account that somebody named so
    machine({ email: "default@acme.iam.gserviceaccount.com" }),
    template(TEMPLATE),
    template(TEMPLATE, { email: OWN }),
    template(REGIONAL, { email: OWN, scopes: ["cloud-platform"] }),
    fromTemplate({ email: OWN }),
    fromTemplate({ email: OWN }, template(TEMPLATE, { email: DEFAULT })),
    pool("nodes@acme.iam.gserviceaccount.com"),
    cluster(nodes(OWN)),
    cluster({ ...nodes(OWN), ...made(undefined, false) }),
    cluster({ ...nodes(OWN), ...made(OWN, true) }),
    cluster({ nodePools: [nodes(OWN), nodes("spot@acme.iam.gserviceaccount.com")] }),
    cluster({ removeDefaultNodePool: true, ...made(OWN, true) }),
    cluster({ enableAutopilot: true, ...made(OWN) }),
    app({ type: "SystemAssigned" }),
    app({ type: "SystemAssigned" }, other(app({ type: "SystemAssigned" }))),
    app(user("app"), other(app(user("web")))),
    // what has the identity of the system takes none from another
    app({ type: "SystemAssigned" }, other(app(late))),
    app({ type: "UserAssigned", userAssignedIdentities: UNKNOWN }),
    { ...app(late), ...assigned("app"), beside: [{ ...other(app(late)), ...assigned("web") }] },
    {
      ...app({ type: "UserAssigned", userAssignedIdentities: UNKNOWN }),
      ...assigned("app"),
      beside: [{ ...other(app(late)), ...assigned("web") }],
    },
  ],
  fail: [
    lambda(ROLE, other(lambda(ROLE))),
    { ...lambda(UNKNOWN), ...role("app"), beside: [{ ...other(lambda(UNKNOWN)), ...role("app") }] },
    fn(),
    fn(DEFAULT),
    fn("acme@appspot.gserviceaccount.com"),
    fn(OWN, other(service(OWN))),
    service(),
    service(DEFAULT),
    service(OWN, other(service(OWN))),
    machine({ scopes: ["cloud-platform"] }),
    machine({ email: DEFAULT }),
    template(TEMPLATE, { scopes: ["cloud-platform"] }),
    template(TEMPLATE, { email: DEFAULT }),
    template(REGIONAL, { email: "default" }),
    fromTemplate({ scopes: ["cloud-platform"] }),
    fromTemplate({ email: DEFAULT }, template(TEMPLATE, { email: OWN })),
    pool(),
    pool("default"),
    cluster({}),
    cluster(nodes()),
    cluster({ removeDefaultNodePool: false, ...nodes(DEFAULT) }),
    cluster({ nodePools: [nodes(OWN), { name: "spot" }] }),
    // nodes that it makes itself
    cluster({ ...nodes(OWN), ...made(undefined, true) }),
    cluster({ removeDefaultNodePool: true, ...made(DEFAULT, true) }),
    cluster({ enableAutopilot: true }),
    cluster({ enableAutopilot: true, ...nodes(OWN) }),
    app(undefined),
    app({ type: "None" }),
    app(user("app"), other(app(user("app")))),
    // a role that a component made
    {
      ...lambda(UNKNOWN),
      edges: { role: "shop:index:Api$aws:iam/role:Role::app" },
      beside: [{ ...other(lambda(UNKNOWN)), edges: { role: "shop:index:Api$aws:iam/role:Role::app" } }],
    },
    // one says what it was computed from, the other only what it is
    { ...lambda(ROLE), ...role("app"), beside: [other(lambda(ROLE))] },
    { ...lambda(ROLE), beside: [{ ...other(lambda(ROLE)), ...role("app") }] },
    app({ type: "userassigned", userAssignedIdentities: { "/subscriptions/1/ID/app": {} } }, other(app(user("app")))),
    app(user("app"), other(app({ type: "UserAssigned", userAssignedIdentities: { "/subscriptions/1/ID/app": {} } }))),
    { ...app(late), ...assigned("app"), beside: [{ ...other(app(late)), ...assigned("app") }] },
    {
      ...app({ type: "UserAssigned", userAssignedIdentities: UNKNOWN }),
      ...assigned("app"),
      beside: [{ ...other(app(late)), ...assigned("app") }],
    },
    {
      ...fn(UNKNOWN),
      ...account("serviceConfig", "app"),
      beside: [{ ...other(service(UNKNOWN)), ...account("template", "app") }],
    },
  ],
  undetermined: [
    lambda(ROLE, other(lambda(UNKNOWN))),
    fn(UNKNOWN),
    service(UNKNOWN),
    machine({ email: UNKNOWN }),
    template(TEMPLATE, UNKNOWN),
    template(REGIONAL, { email: UNKNOWN }),
    fromTemplate(UNKNOWN),
    // the template is elsewhere
    fromTemplate(undefined),
    fromTemplate(undefined, { ...template(TEMPLATE), props: { name: "api" } }),
    pool(UNKNOWN),
    cluster(nodes(UNKNOWN)),
    cluster({ nodePools: UNKNOWN }),
    cluster({ removeDefaultNodePool: UNKNOWN }),
    cluster({ enableAutopilot: UNKNOWN, ...nodes(OWN) }),
    cluster({ enableAutopilot: UNKNOWN, ...made(OWN) }),
    cluster({ ...nodes(OWN), ...made(undefined, UNKNOWN) }),
    cluster({ enableAutopilot: true, ...made(UNKNOWN) }),
    app({ type: UNKNOWN }),
    // computed from the same random name, which is no role
    {
      ...lambda(UNKNOWN),
      edges: { role: "random:index/randomPet:RandomPet::suffix" },
      beside: [{ ...other(lambda(UNKNOWN)), edges: { role: "random:index/randomPet:RandomPet::suffix" } }],
    },
    { ...lambda(UNKNOWN), ...role("app"), beside: [other(lambda(ROLE))] },
    app({ ...user("app"), type: UNKNOWN }, other(app(user("app")))),
    app(late, other(app(user("web")))),
    app({ type: "UserAssigned", userAssignedIdentities: UNKNOWN }, other(app(user("web")))),
    app(user("app"), other(app(user("web"))), { ...app(late), name: "third" }),
    // they share the random end of a name
    {
      ...app(late),
      edges: { identity: "random:index/randomPet:RandomPet::suffix" },
      beside: [{ ...other(app(late)), edges: { identity: "random:index/randomPet:RandomPet::suffix" } }],
    },
  ],
  notApplicable: [
    fromTemplate(undefined, template(TEMPLATE, { email: DEFAULT })),
    fromTemplate(undefined, template(REGIONAL)),
    cluster({ removeDefaultNodePool: true, ...nodes("default") }),
  ],
};
