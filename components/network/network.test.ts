import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Allocation } from "../core/network.ts";
import type { Cloud, Site } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import { resolveNetwork } from "./args.ts";
import { example } from "./example.ts";
import { Network, type NetworkArgs } from "./index.ts";

const places = { aws: { region: "eu-west-1" }, gcp: { region: "europe-west1" }, azure: { location: "westeurope" } };
const siteOn = (cloud: Cloud, more: object = {}) =>
  ({ cloud, environment: "prod", logRetentionDays: 30, tags: { owner: "sre" }, ...places[cloud], ...more }) as Site;
const on = (cloud: Cloud, more: object = {}) => ({ site: siteOn(cloud), addresses: allocate(cloud, 0), ...more });
const atPaths = (paths: readonly string[]) =>
  expect.objectContaining({ errors: paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object) });

describe("resolveNetwork", () => {
  it("fills in the defaults of prod", () => {
    expect(resolveNetwork(on("aws"))).toEqual({
      addresses: allocate("aws", 0),
      zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
      pairedZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
      nat: "perZone",
      privateEndpoints: ["storage", "registry", "keys", "secrets", "logs", "tokens", "kubernetes"],
      flowLogs: { class: "internal", purpose: "flow-log", owner: "sre", retentionDays: 90 },
      flowLogsOutliveOthers: true,
      criticality: "standard",
      tags: { owner: "sre", criticality: "standard" },
      native: {},
    });
  });

  it("is small in dev", () => {
    const site = siteOn("aws", { environment: "dev", logRetentionDays: 120 });
    const { zones, pairedZones, nat, flowLogs, flowLogsOutliveOthers } = resolveNetwork({ ...on("aws"), site });
    expect({ zones, pairedZones, nat, flowLogsOutliveOthers }).toEqual({
      zones: ["eu-west-1a"],
      pairedZones: ["eu-west-1a", "eu-west-1b"],
      nat: "one",
      flowLogsOutliveOthers: false,
    });
    expect(flowLogs.retentionDays).toBe(120);
  });

  it.each([
    ["aws", {}, "perZone"],
    ["aws", { criticality: "low" }, "one"],
    ["aws", { natPerZone: false }, "one"],
    ["aws", { zones: 1 }, "one"],
    ["aws", { egress: "none" }, "none"],
    ["gcp", {}, "one"],
    ["gcp", { natPerZone: true }, "perZone"],
    ["azure", {}, "one"],
  ] as const)("lets out on %s with %j: %s", (cloud, more, nat) => {
    expect(resolveNetwork(on(cloud, more)).nat).toBe(nat);
  });

  it("takes the zones that are chosen, in their order", () => {
    const native = { aws: { availabilityZones: ["eu-west-1c", "eu-west-1a", "eu-west-1b"] } };
    expect(resolveNetwork(on("aws", { zones: 2, native })).zones).toEqual(["eu-west-1c", "eu-west-1a"]);
    expect(resolveNetwork(on("gcp", { zones: 2, native })).zones).toEqual(["europe-west1-b", "europe-west1-c"]);
  });
});

const aws = allocate("aws", 0);
const blocks = (more: Partial<Allocation>) => ({ addresses: { ...aws, ...more } });

describe("a wrong network", () => {
  it.each<[string, Cloud, object, string[]]>([
    ["no zone", "aws", { zones: 0 }, ["zones"]],
    ["four zones", "aws", { zones: 4 }, ["zones", "zones"]],
    ["half a zone", "gcp", { zones: 1.5 }, ["zones"]],
    ["not a number of zones", "gcp", { zones: Number.NaN }, ["zones"]],
    ["more zones than the region has", "aws", { site: siteOn("aws", { region: "us-west-1" }) }, ["zones"]],
    ["a region without zones", "azure", { site: siteOn("azure", { location: "ukwest" }), zones: 1 }, ["zones"]],
    ["an unknown region", "gcp", { site: siteOn("gcp", { region: "mars-north1" }) }, ["zones"]],
    ["a block that is none", "aws", blocks({ nodes: "ten" }), ["addresses.nodes"]],
    ["a block without a length", "aws", blocks({ nodes: "10.16.0.0" }), ["addresses.nodes"]],
    ["a length that there is not", "aws", blocks({ nodes: "10.16.0.0/33" }), ["addresses.nodes"]],
    ["a block of IPv6", "aws", blocks({ nodes: "fd00::/17" }), ["addresses.nodes"]],
    ["a block that begins elsewhere", "aws", blocks({ edge: "10.16.128.1/20" }), ["addresses.edge"]],
    ["a network that is too large", "aws", blocks({ network: "10.16.0.0/13" }), ["addresses.network"]],
    ["a part that is too small", "aws", blocks({ balancers: "10.16.151.0/27" }), ["addresses.balancers"]],
    ["a part outside the network", "aws", blocks({ balancers: "10.17.151.0/24" }), ["addresses.balancers"]],
    ["parts that meet", "aws", blocks({ balancers: "10.16.150.0/24" }), ["addresses"]],
    ["pods inside the network", "aws", blocks({ pods: "10.16.160.0/20" }), ["addresses"]],
    ["services among the pods", "aws", blocks({ services: "100.64.16.0/20" }), ["addresses"]],
    ["an unknown way out", "aws", { egress: "proxy" }, ["egress"]],
    ["no way out on Azure", "azure", { egress: "none" }, ["egress"]],
    ["no way out for nodes", "aws", { egress: "none", privateEndpoints: ["storage", "keys"] }, ["privateEndpoints"]],
    ["a gateway per zone without a way out", "aws", { egress: "none", natPerZone: true }, ["natPerZone"]],
    ["a gateway per zone on Azure", "azure", { natPerZone: true }, ["natPerZone"]],
    ["an unknown service", "aws", { privateEndpoints: ["mail"] }, ["privateEndpoints[0]"]],
    ["a service twice", "aws", { privateEndpoints: ["keys", "keys"] }, ["privateEndpoints[1]"]],
    ["a service without an endpoint", "azure", { privateEndpoints: ["keys", "tokens"] }, ["privateEndpoints[1]"]],
    ["a retention that CloudWatch has not", "gcp", { flowLogRetentionDays: 100 }, ["flowLogRetentionDays"]],
    ["a retention below the evidence's", "gcp", { flowLogRetentionDays: 30 }, ["flowLogRetentionDays"]],
    [
      "a retention below the site's",
      "gcp",
      { site: siteOn("gcp", { logRetentionDays: 180 }), flowLogRetentionDays: 90 },
      ["flowLogRetentionDays"],
    ],
    [
      "a zone of another region, and one twice",
      "aws",
      { native: { aws: { availabilityZones: ["eu-west-1a", "us-east-1a", "eu-west-1a"] } } },
      ["native.aws.availabilityZones[1]", "native.aws.availabilityZones[2]"],
    ],
    [
      "a Local Zone",
      "aws",
      { zones: 1, native: { aws: { availabilityZones: ["eu-west-1-dub-1a", "eu-west-1a"] } } },
      ["native.aws.availabilityZones[0]"],
    ],
    [
      "one zone for what lies in two",
      "aws",
      { zones: 1, native: { aws: { availabilityZones: ["eu-west-1a"] } } },
      ["native.aws.availabilityZones"],
    ],
    ["an account that is none", "aws", { native: { aws: { otherAccounts: ["42"] } } }, ["native.aws.otherAccounts[0]"]],
  ])("has %s", (_, cloud, more, paths) => {
    expect(() => resolveNetwork(on(cloud, more))).toThrow(atPaths(paths));
  });

  it("is told everything at once", () => {
    const wrong = {
      zones: 5,
      ...blocks({ nodes: "ten", balancers: "10.99.0.0/24", services: "100.64.0.0/12" }),
      egress: "none",
      natPerZone: true,
      privateEndpoints: ["storage", "storage", "mail"],
      flowLogRetentionDays: 7,
    };
    const paths = [
      "zones",
      "zones",
      "addresses.nodes",
      "addresses.services",
      "addresses.balancers",
      "addresses",
      "natPerZone",
      "privateEndpoints[1]",
      "privateEndpoints[2]",
      "privateEndpoints",
      "flowLogRetentionDays",
      "flowLogRetentionDays",
    ];
    expect(() => resolveNetwork(on("aws", wrong))).toThrow(atPaths(paths));
  });
});

const SUBNET: Readonly<Record<Cloud, string>> = {
  aws: "aws:ec2/subnet:Subnet",
  gcp: "gcp:compute/subnetwork:Subnetwork",
  azure: "azure-native:network:Subnet",
};
const NAT: Readonly<Record<Cloud, string>> = {
  aws: "aws:ec2/natGateway:NatGateway",
  gcp: "gcp:compute/routerNat:RouterNat",
  azure: "azure-native:network:NatGateway",
};
const ofType = (seen: readonly Recorded[], type: string) => seen.filter((resource) => resource.type === type);

describe.each(clouds)("Network on %s", (cloud) => {
  const build = (args: Partial<NetworkArgs>, then: (network: Network) => unknown = () => {}) =>
    record(cloud, (site) => then(new Network("main", { site, addresses: allocate(cloud, 0), ...args })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("gives the place that others build on", async () => {
    await build({}, ({ place }) => {
      const { zones, allocation, ...rest } = place;
      const double = testNetwork(cloud);
      expect(zones).toEqual(double.zones);
      expect(allocation).toEqual(allocate(cloud, 0));
      expect(Object.keys(rest).sort()).toEqual(
        Object.keys(double)
          .filter((key) => !["zones", "allocation"].includes(key))
          .sort(),
      );
    });
  });

  it("grows by zones without moving anything", async () => {
    const [small, large] = [await build({ zones: 1 }), await build({ zones: 3 })];
    const after = new Map(large.map((resource) => [`${resource.type} ${resource.name}`, resource.inputs]));
    for (const { type, name, inputs } of small) {
      const now = after.get(`${type} ${name}`);
      expect(now, name).toBeDefined();
      if (type === SUBNET[cloud]) expect(now).toEqual(inputs);
    }
    // of the second zone, control plane and edge are there from the beginning
    const more = { aws: 14, gcp: 0, azure: 0 }[cloud];
    expect(ofType(large, SUBNET[cloud]).length - ofType(small, SUBNET[cloud]).length).toBe(more);
  });

  it("has public addresses for the way out alone", async () => {
    const seen = await build({});
    const addresses = seen.filter(({ type }) => /:(Eip|Address|GlobalAddress|PublicIPAddress)$/.test(type));
    expect(addresses.map(({ name }) => name.replace(/-[abc]$/, ""))).toEqual(
      Array.from({ length: cloud === "aws" ? 3 : 1 }, () => "main-nat-address"),
    );
    expect(JSON.stringify(seen)).not.toContain('"mapPublicIpOnLaunch":true');
  });

  it.skipIf(cloud === "azure")("leads nowhere where nothing may go out (Azure cannot: resolveNetwork)", async () => {
    const seen = await build({ egress: "none" });
    expect(ofType(seen, NAT[cloud])).toEqual([]);
    const outward = seen.filter(({ inputs }) =>
      [inputs["destinationCidrBlock"], inputs["destRange"]].includes("0.0.0.0/0"),
    );
    expect(outward.map(({ name }) => name)).toEqual(cloud === "aws" ? ["main-way-out-edge"] : []);
  });

  it("keeps flow logs as long as it says", async () => {
    const seen = await build({ flowLogRetentionDays: 400 });
    const kept = {
      aws: () => one(seen, "aws:cloudwatch/logGroup:LogGroup")["retentionInDays"],
      gcp: () => one(seen, "gcp:logging/projectBucketConfig:ProjectBucketConfig")["retentionDays"],
      azure: () =>
        JSON.stringify(one(seen, "azure-native:storage:ManagementPolicy")).match(/GreaterThan":(\d+)/)?.[1] ?? "",
    }[cloud]();
    expect(Number(kept)).toBe(400);
  });

  it("attaches what needs an endpoint of its own", async () => {
    const seen = await build({}, (network) => {
      const made = network.attach("orders", "keys", output("vault-id"));
      expect(made).toHaveLength(cloud === "azure" ? 2 : 0);
    });
    expect(seen.filter(({ name }) => name.includes("orders"))).toMatchSnapshot();
  });

  it("refuses to attach what it has no private way to", async () => {
    await expect(
      build({ privateEndpoints: ["storage"] }, (network) => network.attach("orders", "keys", "vault-id")),
    ).rejects.toThrow(atPaths(["service"]));
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const { child, harmless, harmful } = {
      aws: {
        child: "defaultGroup",
        harmless: { revokeRulesOnDelete: true },
        harmful: { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] },
      },
      gcp: { child: "firewall", harmless: { description: "x" }, harmful: { disabled: true } },
      azure: {
        child: "securityGroup",
        harmless: { flushConnection: true },
        harmful: { securityRules: [] },
      },
    }[cloud];
    const transform = (change: object) => ({ transform: { [cloud]: { [child]: change } } });
    expect(JSON.stringify(await build(transform(harmless)))).toContain(JSON.stringify(harmless).slice(1, -1));
    await expect(build(transform(harmful))).rejects.toThrow("a transform breaks an invariant");
    const byFunction = (args: object) => Object.assign(args, harmless);
    await expect(build({ transform: { [cloud]: { [child]: byFunction } } })).resolves.not.toEqual([]);
  });
});
