import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AwsSite } from "../core/site.ts";
import { one, record } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import { endpointPolicy } from "./aws/endpoint-policy.ts";
import { partsOf } from "./azure/parts.ts";
import { blockLimits } from "./blocks.ts";
import { Network, type NetworkArgs } from "./index.ts";

const build = (cloud: "aws" | "gcp" | "azure", args: Partial<NetworkArgs> = {}) =>
  record(cloud, (site) => new Network("main", { site, addresses: allocate(cloud, 0), ...args }));

describe("the blocks of a plan", () => {
  const place = fc.record({ cloud: fc.constantFrom("aws", "gcp", "azure"), slot: fc.integer({ min: 0, max: 7 }) });
  const broken = (addresses: ReturnType<typeof allocate>) => blockLimits(addresses).filter(([, wrong]) => wrong);

  it("are taken as they are", () => {
    fc.assert(
      fc.property(place, ({ cloud, slot }) => {
        expect(broken(allocate(cloud, slot))).toEqual([]);
      }),
    );
  });

  it("are refused when one takes the place of another", () => {
    const parts = [
      "nodes",
      "edge",
      "endpoints",
      "controlPlane",
      "resolvers",
      "gateways",
      "balancers",
      "pods",
      "services",
    ] as const;
    const pair = fc.uniqueArray(fc.constantFrom(...parts), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(place, pair, ({ cloud, slot }, [one = "nodes", other = "edge"]) => {
        const addresses = allocate(cloud, slot);
        expect(broken({ ...addresses, [one]: addresses[other] })).not.toEqual([]);
      }),
    );
  });
});

describe("on AWS", () => {
  it.each(["s3", "kms", "ecr.dkr", "sts", "ec2", "ssm"])(
    "an endpoint for %s knows whose people or things it is for",
    (service) => {
      const own = { region: "eu-west-1", accountId: "111111111111" } as AwsSite;
      const policy = JSON.parse(endpointPolicy(service, own, ["222222222222"])) as {
        Statement: { Condition: { StringEquals: Record<string, string | string[]> } }[];
      };
      for (const { Condition } of policy.Statement) {
        expect(Object.values(Condition.StringEquals).flat()).toContain("111111111111");
      }
      expect(policy.Statement[0]?.Condition.StringEquals).toEqual({
        "aws:PrincipalAccount": "111111111111",
        "aws:ResourceAccount": ["111111111111", "222222222222"],
      });
    },
  );

  it("the endpoints take TLS from the network alone", async () => {
    const seen = await build("aws");
    const rules = seen.filter(({ type }) => /SecurityGroup(Ingress|Egress)Rule$/.test(type));
    expect(rules.map(({ inputs }) => [inputs["cidrIpv4"], inputs["fromPort"], inputs["toPort"]])).toEqual([
      ["10.16.0.0/16", 443, 443],
      ["100.64.0.0/16", 443, 443],
    ]);
    expect(one(seen, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")).toMatchObject({ ingress: [], egress: [] });
  });

  it("only the edge leads to the internet gateway", async () => {
    const seen = await build("aws");
    const toInternet = seen.filter(({ inputs }) => inputs["gatewayId"] !== undefined);
    expect(toInternet.map(({ inputs }) => inputs["routeTableId"])).toEqual(["main-routes-edge-id"]);
    const there = seen.filter(
      ({ type, inputs }) => type.endsWith("RouteTableAssociation") && inputs["routeTableId"] === "main-routes-edge-id",
    );
    expect(there.map(({ inputs }) => inputs["subnetId"])).toEqual(
      ["a", "b", "c"].map((zone) => `main-edge-${zone}-id`),
    );
  });
});

describe("on Google Cloud", () => {
  it("what is not allowed is refused and seen", async () => {
    const seen = await build("gcp");
    expect(one(seen, "gcp:compute/firewall:Firewall", "deny-ingress")).toMatchObject({
      denies: [{ protocol: "all" }],
      sourceRanges: ["0.0.0.0/0"],
      priority: 65534,
    });
  });

  it("no zone stands for a service that was not asked for", async () => {
    const zones = async (args: Partial<NetworkArgs>) =>
      (await build("gcp", args)).filter(({ type }) => type.endsWith(":ManagedZone")).map(({ name }) => name);
    expect(await zones({ privateEndpoints: ["keys"] })).toEqual(["main-zone-googleapis-com"]);
    expect(await zones({ privateEndpoints: [] })).toEqual([]);
  });
});

describe("on Azure", () => {
  it("every subnet but the gateway's is behind a group that ends in a refusal", async () => {
    const seen = await build("azure");
    const subnets = seen.filter(({ type }) => type === "azure-native:network:Subnet");
    expect(subnets).toHaveLength(Object.keys(partsOf(allocate("azure", 0))).length);
    for (const { inputs } of subnets) {
      expect(inputs["defaultOutboundAccess"]).toBe(false);
      expect(inputs["networkSecurityGroup"] === undefined).toBe(inputs["subnetName"] === "GatewaySubnet");
    }
    for (const { inputs } of seen.filter(({ type }) => type.endsWith(":NetworkSecurityGroup"))) {
      const rules = inputs["securityRules"] as { priority: number; access: string; direction: string }[];
      expect(rules.at(-1)).toMatchObject({ access: "Deny", direction: "Inbound", priority: 4096 });
      const inbound = rules.filter(({ direction }) => direction === "Inbound").map(({ priority }) => priority);
      expect(new Set(inbound).size).toBe(inbound.length);
    }
  });

  it("only the edge takes what comes from the internet, and only TLS", async () => {
    const seen = await build("azure");
    const open = seen.flatMap(({ name, inputs }) =>
      ((inputs["securityRules"] ?? []) as Record<string, unknown>[])
        .filter((rule) => rule["access"] === "Allow" && ["Internet", "*"].includes(String(rule["sourceAddressPrefix"])))
        .map((rule) => [name, rule["destinationPortRanges"]]),
    );
    expect(open).toEqual([["main-security-group-edge", ["443"]]]);
  });
});
