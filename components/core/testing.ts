import { output, ProviderResource, runtime } from "@pulumi/pulumi";
import type { Identity } from "./identity.ts";
import type { Cloud, Site, SiteOf } from "./site.ts";

/** A resource that was asked for. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

class TestProvider extends ProviderResource {}

const common = {
  name: "home",
  environment: "prod",
  residency: "EU",
  prefix: "acme",
  protection: true,
  logRetentionDays: 30,
  tags: { environment: "prod", owner: "platform", "cost-center": "shared" },
} as const;
const testSite: { readonly [C in Cloud]: () => SiteOf<C> } = {
  aws: () => ({
    ...common,
    cloud: "aws",
    accountId: "111111111111",
    region: "eu-west-1",
    provider: new TestProvider("aws", "home"),
  }),
  gcp: () => ({
    ...common,
    cloud: "gcp",
    project: "acme-prod",
    region: "europe-west1",
    provider: new TestProvider("gcp", "home"),
  }),
  azure: () => ({
    ...common,
    cloud: "azure",
    subscriptionId: "00000000-0000-0000-0000-000000000000",
    location: "westeurope",
    resourceGroupName: output("rg"),
    logWorkspaceId: output("workspace-id"),
    provider: new TestProvider("azure-native", "home"),
  }),
};
/** Every cloud there is, for suites that run on each. */
export const clouds = Object.keys(testSite) as readonly Cloud[];

/** Runs a program against a recording mock; returns every resource asked for, in registration order. */
export async function recordProgram(program: () => unknown): Promise<Recorded[]> {
  const seen: Recorded[] = [];
  const traces = Error.stackTraceLimit;
  Error.stackTraceLimit = 0; // the SDK takes a trace for every promise: most of the time of a large program
  await runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      seen.push({ type, name, inputs: { ...inputs } });
      return { id: `${name}-id`, state: { ...computed(name), ...inputs } };
    },
    call: ({ token, inputs }) => ({ ...inputs, ...ANSWERS[token] }),
  });
  try {
    await program();
  } finally {
    await runtime.disconnect(false); // drains every pending registration
    Error.stackTraceLimit = traces;
  }
  return seen;
}

/** Builds on a test site of every cloud at once; returns what was asked of them, by name. */
export async function recordEstate(build: (...sites: Site[]) => unknown): Promise<Recorded[]> {
  const seen = await recordProgram(() => build(...clouds.map((cloud) => ({ ...testSite[cloud](), name: cloud }))));
  return sorted(seen);
}

// when outputs resolve, and with it who is registered first, depends on what else the machine does
function sorted(seen: readonly Recorded[]): Recorded[] {
  const key = ({ name, type }: Recorded) => `${name} ${type}`;
  const asked = seen.filter(({ type }) => !type.startsWith("pulumi:providers:"));
  return asked.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Builds on a test site; returns what was asked of its cloud, by name. */
export async function record<C extends Cloud>(cloud: C, build: (site: SiteOf<C>) => unknown): Promise<Recorded[]> {
  const seen = await recordProgram(() => build(testSite[cloud]()));
  return sorted(seen);
}

const KUBECONFIG = JSON.stringify({ clusters: [{ cluster: { "certificate-authority-data": "Y2E=" } }] });
const TENANT = "22222222-2222-2222-2222-222222222222";
// what functions of a cloud say and our wiring reads
const ANSWERS: Readonly<Record<string, object>> = {
  "azure-native:containerservice:listManagedClusterUserCredentials": {
    kubeconfigs: [{ name: "user", value: Buffer.from(KUBECONFIG).toString("base64") }],
  },
  "azure-native:authorization:getClientConfig": { tenantId: TENANT },
  "gcp:organizations/getProject:getProject": { number: "123456789012" },
};

// what a cloud fills in and our wiring reads
function computed(name: string) {
  return {
    arn: `arn:${name}`,
    url: `https://${name}`,
    name,
    email: `${name}@acme-prod.iam`,
    member: `serviceAccount:${name}@acme-prod.iam`,
    principalId: `${name}-principal`,
    clientId: `${name}-client`,
    uniqueId: `${name}-unique`,
    tenantId: TENANT,
    issuerIdentifier: `https://${name}.tokens.sts.global.api.aws`,
    generation: "1",
    selfLink: `https://compute.example/${name}`,
    defaultRouteTableId: `${name}-routes`,
    primaryEndpoints: { blob: `https://${name}.blob/` },
    functionUrl: `https://${name}.lambda-url`,
    defaultHostName: `${name}.azurewebsites.net`,
    connectionString: `InstrumentationKey=${name}`,
    endpoint: `${name}.example`,
    certificateAuthority: { data: "Y2E=" },
    masterAuth: { clusterCaCertificate: "Y2E=" },
    identities: [{ oidcs: [{ issuer: `https://issuer/${name}` }] }],
    vpnInterfaces: [0, 1].map((id) => ({ id, ipAddress: `203.0.113.${id + 1}` })),
    ipAddress: "203.0.113.9",
    tunnel1Address: "203.0.113.21",
    tunnel2Address: "203.0.113.22",
    fqdn: `${name}.example`,
    certPem: `certificate of ${name}`,
    certificate: `certificate of ${name}`,
    certRequestPem: `request of ${name}`,
    certificateSigningRequest: `request of ${name}`,
    pemCaCertificates: [`certificate of ${name}`],
    privateKeyPem: `key of ${name}`,
    base64: "a2V5",
    privateFQDN: `${name}.private.example`,
    address: "203.0.113.9",
    prometheusEndpoint: `https://${name}.metrics.example/`,
    metrics: { prometheusQueryEndpoint: `https://${name}.query.example` },
    metricsIngestion: { endpoint: `https://${name}.ingest.example` },
    immutableId: `${name}-immutable`,
    dnsName: `${name}.balancer.example`,
    zoneId: `${name}-zone`,
    domainValidationOptions: [{ resourceRecordName: `_proof.${name}`, resourceRecordValue: `${name}.proof.example` }],
    nameServers: [1, 2].map((server) => `ns${server}.${name}.example.`),
    dnsResourceRecords: [{ name: `_proof.${name}.`, type: "CNAME", data: `${name}.proof.example.` }],
  };
}

/** The inputs of the one resource of a type whose name ends so; more or fewer is an error. */
export function one(seen: readonly Recorded[], type: string, ending = ""): Readonly<Record<string, unknown>> {
  const found = seen.filter((resource) => resource.type === type && resource.name.endsWith(ending));
  if (found.length === 1 && found[0]) return found[0].inputs;
  throw new Error(`expected one ${type} …${ending}, got ${found.length}: ${seen.map(({ name }) => name).join(", ")}`);
}

/** An identity as a function's would be. */
export function testIdentity(cloud: Cloud): Identity {
  const name = "worker";
  switch (cloud) {
    case "aws":
      return { cloud, name, roleName: output(name), roleArn: output(`arn:${name}`) };
    case "gcp":
      return { cloud, name, member: output(`serviceAccount:${name}@acme`) };
    case "azure":
      return { cloud, name, principalId: output(`${name}-principal`) };
  }
}
