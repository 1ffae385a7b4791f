import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { POD_KINDS, POD_TYPES } from "../../models/pod.ts";

const lambda = "aws:lambda/function:Function";
const instance = "aws:ec2/instance:Instance";
const configMap = "kubernetes:core/v1:ConfigMap";
const deployment = "kubernetes:apps/v1:Deployment";
const server = "azure-native:sql:Server";
const parameter = "aws:ssm/parameter:Parameter";
// put together here, so that no scanner takes this file for a leak
const KEY = ["AKIA", "Q4NEXAMPLE7ABCDE"].join("");
const NPM_TOKEN = ["npm_", "Q4NEXAMPLE7ABCDE".repeat(2)].join("");
const PRIVATE = ["-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE\n"].join("");
const base64 = (text: string) => Buffer.from(text).toString("base64");

function pod(type: string, env: unknown): Example {
  const place = POD_KINDS[type as keyof typeof POD_KINDS];
  const steps = place === "" ? [] : place.split(".");
  const inner: unknown = { spec: { containers: [{ name: "app", env }] } };
  return { type, props: steps.reduceRight<unknown>((spec, step) => ({ [step]: spec }), inner) as Example["props"] };
}

const sealedDatabase: Example = {
  type: "aws:rds/instance:Instance",
  props: { password: "hunter2hunter2" },
  secrets: ["password"],
};
const sealedCluster: Example = {
  type: "aws:rds/cluster:Cluster",
  props: { masterPassword: "hunter2hunter2" },
  secrets: ["masterPassword"],
};

/** Each place, holding one named value. */
const PLACES: Readonly<Record<string, (name: string, value: string) => object>> = {
  [lambda]: (name, value) => ({ environment: { variables: { [name]: value } } }),
  [instance]: (name, value) => ({ userData: `#!/bin/sh\nexport ${name}="${value}"\n` }),
  "aws:ec2/launchConfiguration:LaunchConfiguration": (name, value) => ({ userData: `export ${name}=${value}\n` }),
  "aws:ec2/launchTemplate:LaunchTemplate": (name, value) => ({ userData: base64(`#!/bin/sh\n${name}=${value}\n`) }),
  "aws:ecs/taskDefinition:TaskDefinition": (name, value) => ({
    containerDefinitions: JSON.stringify([{ name: "app", environment: [{ name, value }] }]),
  }),
  "gcp:cloudfunctionsv2/function:Function": (name, value) => ({
    serviceConfig: { environmentVariables: { [name]: value } },
  }),
  "gcp:cloudfunctions/function:Function": (name, value) => ({ environmentVariables: { [name]: value } }),
  "gcp:cloudrunv2/service:Service": (name, value) => ({ template: { containers: [{ envs: [{ name, value }] }] } }),
  "gcp:cloudrun/service:Service": (name, value) => ({
    template: { spec: { containers: [{ envs: [{ name, value }] }] } },
  }),
  "gcp:compute/instance:Instance": (name, value) => ({ metadata: { [name]: value } }),
  "azure-native:web:WebApp": (name, value) => ({ siteConfig: { appSettings: [{ name, value }] } }),
  "azure-native:app:ContainerApp": (name, value) => ({ template: { containers: [{ env: [{ name, value }] }] } }),
  "azure-native:containerinstance:ContainerGroup": (name, value) => ({
    containers: [{ environmentVariables: [{ name, value }] }],
  }),
  "azure-native:compute:VirtualMachine": (name, value) => ({
    osProfile: { customData: base64(`#cloud-config\n${name}: ${value}\n`) },
  }),
  [configMap]: (name, value) => ({ data: { [name]: value } }),
};
const everywhere = (name: string, value: string): readonly Example[] => [
  ...Object.entries(PLACES).map(([type, props]) => ({ type, props: { ...props(name, value) } })),
  ...POD_TYPES.map((type) => pod(type, [{ name, value }])),
];
const unknownIn: readonly Example[] = Object.entries(PLACES).map(([type, props]) => {
  const [first = "", value] = Object.entries(props("A", "b"))[0] ?? [];
  return { type, props: { [first]: typeof value === "string" ? UNKNOWN : hide(value) } };
});
function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== "object" || value === null) return UNKNOWN;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === "name" ? inner : hide(inner)]));
}

const env = (variables: object) => ({ type: lambda, props: { environment: { variables } } });
const values = (type: string, list: readonly object[]) => list.map((props) => ({ type, props: { ...props } }));

export const examples: Examples = {
  pass: [
    ...everywhere("LOG_LEVEL", "debug"),
    ...everywhere("DB_PASSWORD_FILE", "/run/secrets/db"),
    { type: lambda, props: {} },
    // where the secret is, not the secret
    env({ DB_SECRET: "arn:aws:secretsmanager:eu-central-1:111111111111:secret:db-abc" }),
    env({ DB_SECRET: "orders-db-credentials", API_TOKEN: "${ssm:/app/token}", DB_PASSWORD: "" }),
    env({ TOKEN_URL: "https://login.example.org/token", MAX_TOKENS: "4096", TOKEN_TTL_SECONDS: "3600" }),
    env({ TOKENIZER: "wordpiece", SECRET_NAME: "db", KMS_KEY_ID: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
    env({ REQUIRE_PASSWORD: "true", PUBLIC_KEY: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexample", BYPASS: "no" }),
    env({ GOOGLE_API_KEY: "GOOGLE_API_KEY_VAL" }),
    env({ REDIS_URL: "rediss://cache.example.org:6379/0", PWD: "/var/task" }),
    env({ DATABASE_URL: "postgres://app:${DB_PASSWORD}@db.example.org/app" }),
    ...values("azure-native:web:WebApp", [
      {
        siteConfig: {
          appSettings: [
            { name: "DbPassword", value: "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/db)" },
            {
              name: "APPLICATIONINSIGHTS_CONNECTION_STRING",
              value: "InstrumentationKey=00000000-0000-0000-0000-000000000000",
            },
            { name: "AzureWebJobsStorage__accountName", value: "acme" },
            { name: "AzureWebJobsStorage__credential", value: "managedidentity" },
          ],
        },
      },
    ]),
    pod(deployment, [{ name: UNKNOWN, valueFrom: { secretKeyRef: { name: "db", key: "password" } } }]),
    pod(deployment, [{ name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } }]),
    {
      type: instance,
      props: {
        userData: '#!/bin/sh\nTOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token)\nPASSWORD="$(pwgen)"\n',
      },
    },
    {
      type: configMap,
      props: { data: { "app.properties": "# the password: see the vault\ndb.user=app\npassword=${DB_PASSWORD}\n" } },
    },
    {
      type: configMap,
      props: { data: { "ca.crt": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" } },
    },
    ...values(parameter, [
      { name: "/app/db/password", type: "SecureString", value: "hunter2hunter2" },
      { name: "/app/db/host", type: "String", value: "db.example.org" },
      { name: "/app/db/host", type: UNKNOWN, value: "db.example.org" },
    ]),
    ...values("aws:rds/instance:Instance", [{ manageMasterUserPassword: true }, { snapshotIdentifier: "s" }]),
    ...values("aws:rds/cluster:Cluster", [{ manageMasterUserPassword: "true", masterUsername: "app" }]),
    ...values("azure-native:sql:Server", [{ administrators: { azureADOnlyAuthentication: true } }]),
    { type: server, props: { administratorLoginPassword: "hunter2hunter2" }, secrets: ["administratorLoginPassword"] },
    { type: server, props: { administratorLoginPassword: UNKNOWN }, secrets: ["administratorLoginPassword"] },
    { type: server, props: {}, secrets: [] },
    // sealed with others, and no credential by its name or form
    { ...env({ LOG_LEVEL: "debug" }), secrets: ["environment"] },
    { type: "aws:rds/instance:Instance", props: { manageMasterUserPassword: true }, secrets: [] },
    // the SDK seals it: made by another resource, or given by the configuration
    { ...sealedDatabase, edges: { password: "random:index/randomPassword:RandomPassword::generated" } },
    {
      ...sealedDatabase,
      props: { password: UNKNOWN },
      edges: { password: "random:index/randomPassword:RandomPassword::generated" },
      configured: [],
    },
    { ...sealedDatabase, configured: ["password"] },
    { ...sealedCluster, configured: ["masterPassword"] },
  ],
  fail: [
    ...everywhere("DB_PASSWORD", "hunter2hunter2"),
    ...everywhere("GREETING", KEY),
    ...values("gcp:cloudfunctionsv2/function:Function", [{ buildConfig: { environmentVariables: { NPM_TOKEN } } }]),
    ...values("gcp:cloudfunctions/function:Function", [{ buildEnvironmentVariables: { NPM_TOKEN } }]),
    ...values("azure-native:app:ContainerApp", [
      { template: { initContainers: [{ env: [{ name: "DB_PASSWORD", value: "hunter2hunter2" }] }] } },
    ]),
    // its form says enough
    pod(deployment, [{ name: UNKNOWN, value: KEY }]),
    env({ apiKey: "d41d8cd98f00b204e9800998ecf8427e" }),
    env({ CLIENT_SECRET: "q~8Z0aB3dE6gH9jK2mN5" }),
    env({ "slack-token": "changeme" }),
    env({ SETTINGS: JSON.stringify({ webhook: "https://hooks.slack.com/services/T00000000/B00000000/abcdefgh" }) }),
    env({ DATABASE_URL: "postgres://app:hunter2@db.example.org/app" }),
    env({ LOG_LEVEL: "debug", AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY" }),
    env({ CERT: PRIVATE }),
    ...values("azure-native:web:WebApp", [
      {
        siteConfig: {
          appSettings: [
            {
              name: "AzureWebJobsStorage",
              value: `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${"A1b2".repeat(10)}==`,
            },
          ],
        },
      },
      {
        siteConfig: { appSettings: [{ name: "Db", value: "Server=tcp:x,1433;User ID=app;Password=hunter2hunter2;" }] },
      },
    ]),
    { type: instance, props: { userDataBase64: base64(`#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${KEY}\n`) } },
    { type: "gcp:compute/instance:Instance", props: { metadataStartupScript: "PGPASSWORD=hunter2hunter2\npsql" } },
    { type: configMap, props: { data: { "app.properties": "db.user=app\ndb.password=hunter2hunter2\n" } } },
    { type: configMap, props: { data: { id_rsa: PRIVATE } } },
    { type: configMap, props: { data: { "db.password": "hunter2hunter2\n" } } },
    // as `base64` writes it, in lines
    {
      type: instance,
      props: {
        userData: `${base64(`#!/bin/sh\necho hello to everybody\nexport KEY=${KEY}\n`).replace(/.{40}/g, "$&\n")}\n`,
      },
    },
    { type: parameter, name: "api-password", props: { type: "String", value: "hunter2hunter2" } },
    ...["instance:Instance", "launchConfiguration:LaunchConfiguration"].map((kind) => ({
      type: `aws:ec2/${kind}`,
      props: { userDataBase64: base64("#!/bin/sh\nexport DB_PASSWORD=hunter2hunter2\n") },
    })),
    { type: configMap, props: { data: { settings: "DB_PASSWORD=hunter2hunter2" } } },
    ...values(parameter, [
      { name: "/app/db/password", type: "String", value: "hunter2hunter2" },
      { name: "/app/api-token", type: "String", value: UNKNOWN },
      { name: "/app/greeting", type: "StringList", insecureValue: `a,${KEY}` },
    ]),
    ...values("aws:rds/instance:Instance", [{ password: "hunter2hunter2" }]),
    ...values("aws:rds/cluster:Cluster", [{ masterPassword: "hunter2hunter2", manageMasterUserPassword: false }]),
    ...values("azure-native:sql:Server", [{ administratorLoginPassword: "hunter2hunter2" }]),
    { type: server, props: { administratorLoginPassword: "hunter2hunter2" }, secrets: ["administratorLogin"] },
    { type: server, props: { administratorLoginPassword: "hunter2hunter2" }, secrets: ["administratorLoginPass"] },
    { type: "aws:rds/instance:Instance", props: { password: "hunter2hunter2" }, secrets: [] },
    { type: "aws:rds/cluster:Cluster", props: { masterPassword: "hunter2hunter2" }, secrets: ["tags"] },
    { ...sealedDatabase, configured: [] },
    { ...sealedCluster, edges: { vpcSecurityGroupIds: "aws:ec2/securityGroup:SecurityGroup::group" }, configured: [] },
    // a secret of the program is none where it ends up
    { ...env({ DB_PASSWORD: "hunter2hunter2" }), secrets: ["environment.variables.DB_PASSWORD"] },
    { ...env({ DB_PASSWORD: UNKNOWN }), secrets: ["environment.variables.DB_PASSWORD"] },
    { ...env({ DB_PASSWORD: UNKNOWN }), secrets: ["environment"] },
    {
      ...pod(deployment, [
        { name: "A", value: "b" },
        { name: "DB_PASSWORD", value: UNKNOWN },
      ]),
      secrets: ["spec.template.spec.containers[0].env[1].value"],
    },
  ],
  undetermined: [
    ...unknownIn,
    ...POD_TYPES.map((type) => pod(type, [{ name: "DB_PASSWORD", value: UNKNOWN }])),
    pod(deployment, UNKNOWN),
    pod(deployment, [{ name: UNKNOWN, value: "hunter2hunter2" }]),
    { type: deployment, props: { spec: UNKNOWN } },
    ...values(parameter, [{ name: UNKNOWN, type: "String", value: "hunter2hunter2" }]),
    env({ QUEUE_URL: UNKNOWN }),
    { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: "not JSON" } },
    ...values(parameter, [
      { name: "/app/host", type: "String", value: UNKNOWN },
      { name: "/app/db/password", type: UNKNOWN, value: "hunter2hunter2" },
    ]),
    ...values("aws:rds/instance:Instance", [{ password: UNKNOWN }]),
    ...values("aws:rds/cluster:Cluster", [{ masterPassword: "x", manageMasterUserPassword: UNKNOWN }]),
    ...values("azure-native:sql:Server", [{ administratorLoginPassword: UNKNOWN }]),
    { type: server, props: { administratorLoginPassword: UNKNOWN }, secrets: [] },
    // what the SDK seals may still be a literal, where nobody knows the configuration
    sealedDatabase,
    { ...sealedCluster, props: { masterPassword: UNKNOWN } },
    { ...sealedCluster, props: { masterPassword: UNKNOWN }, configured: [] },
    { ...env({ DB_PASSWORD: UNKNOWN }), secrets: [] },
    { ...env({ QUEUE_URL: UNKNOWN }), secrets: ["environment"] },
    { ...env({ DB_PASSWORD: UNKNOWN }), secrets: ["environment.variables.DB_PASSWORD_OLD"] },
  ],
};
