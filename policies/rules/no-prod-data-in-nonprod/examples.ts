import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const stack = "pulumi:pulumi:StackReference";
const policy = "aws:iam/rolePolicy:RolePolicy";
const role = "aws:iam/role:Role";
const lambda = "aws:lambda/function:Function";
const instance = "aws:rds/instance:Instance";
const table = "aws:dynamodb/table:Table";
const run = "gcp:cloudrunv2/service:Service";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const member = "gcp:pubsub/topicIAMMember:TopicIAMMember";
const database = "azure-native:sql:Database";
const app = "azure-native:web:WebApp";
const assignment = "azure-native:authorization:RoleAssignment";
const map = "kubernetes:core/v1:ConfigMap";

const config = { environment: "dev" };
const it = (type: string, props: Example["props"], more: Partial<Example> = {}): Example => ({
  type,
  props,
  config,
  ...more,
});
const statement = (Resource: unknown, more: object = {}) => ({
  policy: { Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource, ...more }] },
});
const text = ({ policy: document }: ReturnType<typeof statement>) => ({ policy: JSON.stringify(document) });
const variables = (value: unknown) => ({ environment: { variables: { STORE: value } } });
const setting = (value: unknown) => ({ siteConfig: { appSettings: [{ name: "STORE", value }] } });
const id = (rest: string, subscription = "1", group = "shop") =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.${rest}`;
const accounts = (...productionAccounts: readonly string[]) => ({ config: { ...config, productionAccounts } });

export const examples: Examples = {
  pass: [
    it(stack, { name: "acme/data/dev" }),
    it(stack, { name: "acme/prod-tools/staging" }),
    it(stack, { name: "acme/data/pre-prod" }),
    it(policy, statement("arn:aws:s3:::acme-dev-orders/*")),
    // AWS's own: the layers of images
    it(policy, statement("arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*")),
    it(policy, statement(["arn:aws:s3:::product-catalog", "arn:aws:s3:::non-prod-orders"])),
    // who is kept out is told by name
    it(policy, statement("arn:aws:s3:::acme-prod-orders", { Effect: "Deny" })),
    it(policy, text(statement("arn:aws:s3:::acme-prod-orders", { Effect: "Deny" }))),
    it(policy, { policy: { Statement: [{ Effect: "Allow", NotResource: "arn:aws:s3:::acme-prod-orders" }] } }),
    // made from this stack's own
    it(policy, statement(UNKNOWN), { edges: { policy: "aws:s3/bucket:Bucket::orders" } }),
    // one's own, whatever it is called
    it(policy, statement("arn:aws:s3:::orders-prod/*"), {
      beside: [{ type: "aws:s3/bucket:Bucket", name: "orders", props: { bucket: "orders-prod" } }],
      edges: { policy: "aws:s3/bucket:Bucket::orders" },
    }),
    it(policy, statement("arn:aws:s3:::orders.prod/*"), {
      beside: [{ type: "aws:s3/bucket:Bucket", name: "orders", props: { bucket: "orders.prod" } }],
      edges: { policy: "aws:s3/bucket:Bucket::orders" },
    }),
    it(lambda, variables("orders-prod.abc.eu-central-1.rds.amazonaws.com"), {
      beside: [{ type: instance, name: "orders", props: { identifier: "orders-prod" } }],
      edges: { environment: `${instance}::orders` },
    }),
    it(policy, { policy: `\n  ${text(statement("arn:aws:s3:::acme-prod-orders", { Effect: "Deny" })).policy}` }),
    // no store, whatever it is called
    it(lambda, variables("https://api-prod.example.org/orders")),
    // no store: whom one trusts is judged elsewhere
    it(role, { assumeRolePolicy: { Statement: [{ Principal: { AWS: "arn:aws:iam::1:role/prod-deploy" } }] } }),
    it(lambda, variables("orders.abc.eu-central-1.rds.amazonaws.com")),
    it(instance, { replicateSourceDb: "orders-dev" }),
    it(table, { tags: { environment: "dev" } }, { config: {} }),
    it(run, { template: { containers: [{ envs: [{ name: "TOPIC", value: "projects/acme-dev/topics/orders" }] }] } }),
    it(sql, { clone: { sourceInstanceName: "orders-dev" } }),
    it(app, setting("https://acmedev.blob.core.windows.net/orders")),
    it(database, { sourceDatabaseId: id("Sql/servers/main/databases/orders") }),
    it(map, { data: { store: "orders.dev.svc" } }),
  ],
  fail: [
    it(stack, { name: "acme/data/prod" }),
    it(stack, { name: "acme/data/production-eu" }),
    it(stack, { name: "prod" }, { config: { environment: "staging" } }),
    it(policy, statement("arn:aws:s3:::acme-prod-orders/*")),
    it(policy, text(statement(["arn:aws:s3:::acme-dev-orders", "arn:aws:dynamodb:eu-central-1:1:table/prod-orders"]))),
    it(policy, statement("arn:aws:sqs:eu-central-1:222222222222:orders"), accounts("222222222222")),
    it(policy, statement(["arn:aws:s3:::orders-prod", "arn:aws:s3:::bills-prod"]), {
      beside: [{ type: "aws:s3/bucket:Bucket", name: "orders", props: { bucket: "orders-prod" } }],
    }),
    // one's own is another
    it(policy, statement("arn:aws:s3:::acme-prod/orders"), {
      beside: [{ type: "aws:s3/bucket:Bucket", name: "orders", props: { bucket: "orders" } }],
    }),
    it(lambda, variables("https://acme-prod-orders.s3.eu-central-1.amazonaws.com/today")),
    it(lambda, variables("acme-prod-orders.s3.amazonaws.com")),
    it(lambda, variables("https://sqs.eu-central-1.amazonaws.com/111111111111/orders-prod")),
    it(run, { template: { volumes: [{ cloudSqlInstance: { instances: ["acme-1234:europe-west10:orders-prod"] } }] } }),
    it(
      run,
      { template: { containers: [{ args: ["--instances=acme-1234:europe-west10:orders"] }] } },
      accounts("acme-1234"),
    ),
    it(map, { data: { store: "projects/acme-1234/locations/europe-west3/instances/orders-prod" } }),
    it(map, { data: { store: "[prod] gs://acme-prod-orders" } }),
    it(policy, { policy: "{}", description: "arn:aws:s3:::acme_PROD_orders" }),
    it(lambda, variables("orders-prod.abc.eu-central-1.rds.amazonaws.com")),
    it(lambda, variables("postgres://app@orders.prod.abc.eu-central-1.rds.amazonaws.com:5432/orders")),
    it(lambda, variables("https://sqs.eu-central-1.amazonaws.com/222222222222/orders"), accounts("222222222222")),
    it(lambda, variables("s3://acme-prod-orders/today")),
    it(lambda, variables('{"bucket":"arn:aws:s3:::acme-prod-orders"}')),
    it(instance, { replicateSourceDb: "orders-prod" }),
    it(instance, { snapshotIdentifier: "prod-2026-01-01" }),
    it(table, { restoreSourceName: "prod.orders", tags: { environment: "test" } }, { config: {} }),
    it(run, { template: { containers: [{ envs: [{ name: "TOPIC", value: "projects/acme-prod/topics/orders" }] }] } }),
    it(member, { topic: "projects/acme-1234/topics/orders" }, accounts("acme-1234")),
    it(run, { template: { volumes: [{ cloudSqlInstance: { instances: ["acme-prod:europe-west3:orders"] } }] } }),
    it(sql, { masterInstanceName: "orders-prod" }),
    it(sql, { clone: { sourceInstanceName: "prod" } }),
    it(database, { sourceDatabaseId: id("Sql/servers/main/databases/orders", "2") }, accounts("2")),
    it(assignment, { scope: id("Storage/storageAccounts/orders", "1", "shop-prod") }),
    it(app, setting("https://shop-prod.vault.azure.net/secrets/key")),
    it("azure-native:web/v20240401:WebApp", setting("shop-prod.documents.azure.com")),
    it(map, { data: { "app.yaml": "store: gs://acme-prod-orders\nretries: 3" } }),
  ],
  undetermined: [
    it(stack, { name: UNKNOWN }),
    it(policy, { policy: UNKNOWN }),
    it(policy, statement(UNKNOWN)),
    it(policy, statement(UNKNOWN), { edges: { policy: `urn:pulumi:dev::shop::${stack}::data` } }),
    it(policy, statement("arn:aws:s3:::acme-prod-orders", { Effect: UNKNOWN })),
    it(policy, statement("arn:aws:s3:::acme-prod-orders"), { config: { environment: UNKNOWN } }),
    // it may be one's own
    it(policy, statement("arn:aws:s3:::acme-prod-orders"), {
      beside: [{ type: "aws:s3/bucket:Bucket", name: "orders", props: { bucket: UNKNOWN } }],
      edges: { policy: "aws:s3/bucket:Bucket::orders" },
    }),
    it(lambda, variables(UNKNOWN)),
    it(run, { template: UNKNOWN }),
    it(app, setting(UNKNOWN)),
    it(map, { data: { store: UNKNOWN } }),
  ],
  notApplicable: [
    { type: policy, props: statement("arn:aws:s3:::acme-prod-orders") },
    it(policy, statement("arn:aws:s3:::acme-prod-orders"), { config: { environment: "prod" } }),
    it(stack, { name: "acme/data/prod" }, { config: { environment: "production" } }),
    { type: stack, props: { name: "acme/data/prod" } },
  ],
};
