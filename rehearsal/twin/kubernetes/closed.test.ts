import { describe, expect, it } from "vitest";
import type { Provider } from "../../wire/provider.ts";
import { type Properties, unwrapSecretsIn } from "../../wire/value.ts";
import { createTwin, type Twin } from "../index.ts";
import { ROOT } from "../testing.ts";
import { shown } from "../type.ts";

const TWIN = createTwin({ programDirectory: ROOT });
const MAP = "kubernetes:core/v1:ConfigMap";
const open = async (twin: Twin, pkg: string, args: Properties = {}): Promise<Provider> => {
  const provider = await twin.open({ package: pkg, log: () => undefined });
  await provider.configure({ urn: `urn:pulumi:test::test::pulumi:providers:${pkg}::p`, id: "p", args });
  return provider;
};
const make = async (provider: Provider, type: string, properties: Properties) => {
  const of = { urn: `urn:pulumi:test::test::${type}::x`, name: "x", type };
  const { id, properties: made } = await provider.create({ ...of, properties, timeout: 0, preview: false });
  return { id, outputs: unwrapSecretsIn(made) };
};
const mapBehind = async (twin: Twin, server: string) => {
  const kubeconfig = JSON.stringify({ clusters: [{ cluster: { server } }] });
  const inside = await open(twin, "kubernetes", { clusterIdentifier: "home", kubeconfig });
  return await make(inside, MAP, { metadata: { name: "m", namespace: "default" } });
};

describe("the API server of an EKS cluster", () => {
  const stage = async (vpcConfig: Properties) => {
    const twin = TWIN.again();
    const aws = await open(twin, "aws");
    const { outputs } = await make(aws, "aws:eks/cluster:Cluster", {
      name: "home",
      roleArn: "arn:aws:iam::1:role/r",
      vpcConfig,
    });
    return { twin, aws, server: shown(outputs["endpoint"]), vpc: outputs["vpcConfig"] as Properties };
  };
  const closed = { endpointPrivateAccess: true, endpointPublicAccess: false };

  it("that answers in its network only answers nobody whom no rule lets in", async () => {
    const { twin, server } = await stage(closed);
    await expect(mapBehind(twin, server)).rejects.toThrow(/unreachable.*no rule.*lets anybody in on port 443/);
  });

  it.each([
    [
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      { cidrIpv4: "10.9.0.0/16", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
    ],
    ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "10.9.0.0/16", ipProtocol: "-1" }],
    [
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      { type: "ingress", protocol: "tcp", fromPort: 0, toPort: 65_535, cidrBlocks: ["10.9.0.0/16"] },
    ],
  ])("answers where a rule lets somebody in: %s", async (type, rule) => {
    const { twin, aws, server, vpc } = await stage(closed);
    await make(aws, type, { ...rule, securityGroupId: vpc["clusterSecurityGroupId"] ?? "" });
    expect((await mapBehind(twin, server)).id).toBe("default/m");
  });

  it.each([
    [
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      { cidrIpv4: "10.9.0.0/16", ipProtocol: "tcp", fromPort: 80, toPort: 80 },
    ],
    [
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      { type: "egress", protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.9.0.0/16"] },
    ],
  ])("does not where the rule is about something else: %s", async (type, rule) => {
    const { twin, aws, server, vpc } = await stage(closed);
    await make(aws, type, { ...rule, securityGroupId: vpc["clusterSecurityGroupId"] ?? "" });
    await expect(mapBehind(twin, server)).rejects.toThrow("no rule");
  });

  it("answers where it is open, or where a group of somebody else's decides", async () => {
    const { twin, server } = await stage({ endpointPublicAccess: true });
    expect((await mapBehind(twin, server)).id).toBe("default/m");
    const foreign = await stage({ ...closed, securityGroupIds: ["sg-made-elsewhere"] });
    expect((await mapBehind(foreign.twin, foreign.server)).id).toBe("default/m");
  });
});

describe("the API server of a GKE cluster", () => {
  const stage = async (more: Properties) => {
    const twin = TWIN.again();
    const gcp = await open(twin, "gcp");
    const { outputs } = await make(gcp, "gcp:container/cluster:Cluster", {
      name: "home",
      location: "europe-west3",
      ...more,
    });
    return { twin, server: `https://${shown(outputs["endpoint"])}` };
  };
  const closed = { privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: true } };

  it("that answers in its network only answers nobody where no range is authorized", async () => {
    const { twin, server } = await stage({ ...closed, masterAuthorizedNetworksConfig: { cidrBlocks: [] } });
    await expect(mapBehind(twin, server)).rejects.toThrow(/unreachable.*masterAuthorizedNetworksConfig/);
  });

  it.each([
    { ...closed, masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "10.9.0.0/16" }] } },
    closed,
    { masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "203.0.113.0/24" }] } },
  ])("answers otherwise: %j", async (more) => {
    const { twin, server } = await stage(more);
    expect((await mapBehind(twin, server)).id).toBe("default/m");
  });
});
