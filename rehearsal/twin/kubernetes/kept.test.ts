import { describe, expect, it } from "vitest";
import type { Provider } from "../../wire/provider.ts";
import { type Properties, unwrapSecretsIn } from "../../wire/value.ts";
import { createTwin, type Twin } from "../index.ts";
import { openSchemas } from "../schema/index.ts";
import { leastInputs, ROOT } from "../testing.ts";
import { shown } from "../type.ts";
import { serverOf } from "./server.ts";

const MAP = "kubernetes:core/v1:ConfigMap";
const map = { urn: `urn:pulumi:test::test::${MAP}::m`, name: "m", type: MAP };
const properties = { metadata: { name: "m", namespace: "default" }, data: { a: "1" } };
/** Clusters of each cloud, and where their API servers answer. */
const CLUSTERS = [
  ["aws", "aws:eks/cluster:Cluster", ({ endpoint }: Properties) => shown(endpoint)],
  ["gcp", "gcp:container/cluster:Cluster", ({ endpoint }: Properties) => `https://${shown(endpoint)}`],
  [
    "azure-native",
    "azure-native:containerservice:ManagedCluster",
    ({ fqdn }: Properties) => `https://${shown(fqdn)}:443`,
  ],
] as const;
const TWIN = createTwin({ programDirectory: ROOT });
const SCHEMAS = openSchemas(ROOT);

const open = async (twin: Twin, pkg: string, args: Properties = {}): Promise<Provider> => {
  const provider = await twin.open({ package: pkg, log: () => undefined });
  await provider.configure({ urn: `urn:pulumi:test::test::pulumi:providers:${pkg}::p`, id: "p", args });
  return provider;
};
const inside = (twin: Twin, server: string, clusterIdentifier = "home") =>
  open(twin, "kubernetes", { clusterIdentifier, kubeconfig: JSON.stringify({ clusters: [{ cluster: { server } }] }) });
const mapIn = async (provider: Provider) => {
  const { id, properties: state } = await provider.create({ ...map, properties, timeout: 0, preview: false });
  return { ...map, id, state, inputs: properties, timeout: 0 };
};

describe.each(CLUSTERS)("a cluster of %s", (pkg, type, serverIn) => {
  const cluster = { urn: `urn:pulumi:test::test::${type}::c`, name: "c", type };
  const inputs = { ...leastInputs(type, SCHEMAS), ...(pkg === "aws" && { vpcConfig: {} }) };
  const stage = async () => {
    const twin = TWIN.again();
    const cloud = await open(twin, pkg);
    const make = () => cloud.create({ ...cluster, properties: inputs, timeout: 0, preview: false });
    const made = await make();
    const server = serverIn(unwrapSecretsIn(made.properties));
    return { twin, cloud, make, made, server };
  };

  it("takes what it keeps along when somebody deletes it, and nothing of other clusters", async () => {
    const { twin, made, server } = await stage();
    const [home, other] = [await inside(twin, server), await inside(twin, "https://198.51.100.7", "other")];
    const [own, foreign] = [await mapIn(home), await mapIn(other)];
    twin.world.remove(made.id);
    expect((await other.read(foreign))?.id).toBe(foreign.id);
    await expect(home.read(own)).rejects.toThrow(
      /configured Kubernetes cluster is unreachable.*PULUMI_K8S_DELETE_UNREACHABLE=true/,
    );
    expect(twin.world.things.filter((thing) => thing.type === MAP)).toHaveLength(1);
  });

  it("is empty when it is made anew", async () => {
    const { twin, cloud, make, made, server } = await stage();
    const own = await mapIn(await inside(twin, server));
    const gone = { ...cluster, id: made.id, oldInputs: inputs, oldOutputs: made.properties, timeout: 0 };
    await cloud.delete(gone);
    const again = await make();
    const home = await inside(twin, serverIn(unwrapSecretsIn(again.properties)));
    expect(await home.read(own)).toBeUndefined();
    expect((await mapIn(home)).id).toBe(own.id);
  });
});

it.each([
  { spec: { type: "LoadBalancer", loadBalancerIP: "10.1.2.3" } },
  {
    metadata: { annotations: { "service.beta.kubernetes.io/azure-load-balancer-ipv4": "10.1.2.3" } },
    spec: { type: "LoadBalancer" },
  },
])("an API server behind a balancer of a cluster ends with it: %j", async ({ metadata = {}, spec }) => {
  const twin = TWIN.again();
  const host = await inside(twin, "https://198.51.100.7");
  const type = "kubernetes:core/v1:Service";
  const service = { urn: `urn:pulumi:test::test::${type}::s`, name: "s", type };
  const asked = { metadata: { name: "s", namespace: "default", ...metadata }, spec };
  const { id } = await host.create({ ...service, properties: asked, timeout: 0, preview: false });
  const hub = await inside(twin, "https://10.1.2.3:5443", "hub");
  const own = await mapIn(hub);
  twin.world.remove(twin.world.things.find((thing) => thing.id === id) ?? id);
  await expect(hub.read(own)).rejects.toThrow("configured Kubernetes cluster is unreachable");
});

it("makes what a state tells of anew as another object", async () => {
  const twin = TWIN.again();
  const type = "aws:eks/cluster:Cluster";
  const cluster = { urn: `urn:pulumi:test::test::${type}::c`, name: "c", type };
  const inputs = { name: "c", roleArn: "arn:aws:iam::123456789012:role/c", vpcConfig: {} };
  const make = async (clouds: Twin) => {
    const cloud = await open(clouds, "aws");
    const made = await cloud.create({ ...cluster, properties: inputs, timeout: 0, preview: false });
    return { id: made.id, outputs: unwrapSecretsIn(made.properties) };
  };
  const first = await make(TWIN.again());
  twin.world.seed([{ ...cluster, ...first, inputs }]);
  twin.world.remove(cluster.urn);
  const again = await make(twin);
  expect(again.outputs["endpoint"]).not.toBe(first.outputs["endpoint"]);
});

describe("serverOf", () => {
  it.each([
    ["clusters:\n- cluster:\n    server: https://one.example:6443\n  name: a", "one.example"],
    ['{"clusters":[{"cluster":{"server":"https://10.0.0.1"}}]}', "10.0.0.1"],
    ["server: https://one.example\nserver: https://two.example", undefined],
    ["/home/me/.kube/config", undefined],
  ])("finds it in %j", (kubeconfig, server) => {
    expect(serverOf(kubeconfig)).toBe(server);
  });
});
