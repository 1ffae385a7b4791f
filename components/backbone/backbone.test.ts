import { containsCidr } from "cidr-tools";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cloud, Site } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import { clouds, record, recordEstate } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import type { Member } from "./args.ts";
import { Backbone } from "./index.ts";
import { planBackbone } from "./plan.ts";

const member = (cloud: Cloud, slot = 0, more: Partial<Member> = {}): Member => ({
  site: { cloud, name: `${cloud}${slot}`, region: "eu-west-1", location: "westeurope" } as unknown as Site,
  place: { ...testNetwork(cloud), allocation: allocate(cloud, slot) },
  ...more,
});
const joined = (...sites: readonly Site[]) =>
  new Backbone("backbone", { networks: sites.map((site) => ({ ...member(site.cloud), site })) });
const members = fc
  .uniqueArray(fc.record({ cloud: fc.constantFrom<Cloud>("aws", "gcp", "azure"), slot: fc.nat(7) }), {
    selector: ({ cloud, slot }) => `${cloud}${slot}`,
    minLength: 2,
    maxLength: 12,
  })
  .map((all) => all.map(({ cloud, slot }) => member(cloud, slot)));

describe("the plan", () => {
  it("joins each cloud with each other one, by two tunnels or more", () => {
    const { links, peerings } = planBackbone({ networks: clouds.map((cloud) => member(cloud)) });
    const tunnels = links.map(({ name, tunnels: all }) => [name, all.map(({ inside }) => inside)]);
    expect({ tunnels, peerings }).toMatchSnapshot();
  });

  it("peers what is on one cloud", () => {
    const { links, peerings } = planBackbone({ networks: [member("aws"), member("aws", 1), member("gcp")] });
    expect(links.map(({ name }) => name)).toEqual(["aws0-gcp0", "aws1-gcp0"]);
    expect(peerings.map(({ name }) => name)).toEqual(["aws0-aws1"]);
  });

  it("never gives a gateway the same inside addresses twice, nor one that a cloud refuses", () => {
    fc.assert(
      fc.property(members, (networks) => {
        const { ends, links } = planBackbone({ networks });
        for (const { name, site } of ends) {
          const own = links.filter((link) => link.ends.some((end) => end.name === name));
          const inside = own.flatMap(({ tunnels }) => tunnels.map((tunnel) => tunnel.inside));
          expect(new Set(inside).size).toBe(inside.length);
          if (site.cloud === "azure") {
            const apipa = ["169.254.21.0/24", "169.254.22.0/24"];
            expect(inside.every((range) => containsCidr(apipa, range))).toBe(true);
          }
        }
      }),
    );
  });

  it("moves no address of a link when another network comes, goes or stands elsewhere in the list", () => {
    fc.assert(
      fc.property(members, (networks) => {
        const tunnelsOf = (all: readonly Member[]) =>
          new Map(planBackbone({ networks: all }).links.map(({ name, tunnels }) => [name, tunnels]));
        const before = tunnelsOf(networks);
        for (const [name, tunnels] of tunnelsOf(networks.slice(1).toReversed())) {
          const [one = "", other = ""] = name.split("-");
          expect(tunnels).toEqual(before.get(name) ?? before.get(`${other}-${one}`));
        }
      }),
    );
  });

  it("leads to networks outside, by addresses that no other link has", () => {
    const premises = clouds.map((cloud, index) => ({
      name: `hub-${cloud}`,
      at: `${cloud}0`,
      slot: index,
      addresses: ["198.51.100.1", "198.51.100.2"],
      asn: 65_000 + index,
      ranges: [`10.24${index}.0.0/16`],
    }));
    const plan = planBackbone({ networks: clouds.map((cloud) => member(cloud)), premises });
    const all = [...plan.links, ...plan.waysOut.map(({ link }) => link)];
    const inside = all.flatMap(({ tunnels }) => tunnels.map((tunnel) => tunnel.inside));
    expect(new Set(inside).size).toBe(inside.length);
    expect(plan.waysOut.map(({ link }) => [link.name, link.tunnels.length])).toEqual([
      ["aws0-hub-aws", 4],
      ["gcp0-hub-gcp", 2],
      ["azure0-hub-azure", 2],
    ]);
  });

  it("names every mistake about networks outside at once", () => {
    const wrong = {
      name: "aws0",
      at: "nowhere",
      slot: 8,
      addresses: ["10.0.0.1", "x", "198.51.100.1"],
      asn: 64_512,
      ranges: [],
    };
    const paths = ["at", "name", "slot", "addresses", "addresses[0]", "addresses[1]", "asn", "ranges"];
    const errors = paths.map((path) => expect.objectContaining({ propertyPath: `premises[0].${path}` }) as object);
    expect(() => planBackbone({ networks: [member("aws")], premises: [wrong] })).toThrow(
      expect.objectContaining({ errors }),
    );
  });

  it("names every mistake at once", () => {
    const networks = [
      member("aws"),
      { ...member("aws", 0), asn: 64_512 },
      { ...member("gcp", 1), place: { ...testNetwork("azure"), allocation: allocate("gcp", 1) }, asn: 65_518 },
      member("azure", 0, { asn: 4 }),
    ];
    const paths = ["networks[1].site", "networks[1].asn", "networks[2].place", "networks[2].asn", "networks[3].asn"];
    const errors = [...paths, "networks", "networks"].map(
      (propertyPath) => expect.objectContaining({ propertyPath }) as object,
    );
    expect(() => planBackbone({ networks })).toThrow(expect.objectContaining({ errors }));
  });
});

describe("Backbone", () => {
  it("asks for the same resources", async () => {
    expect(await recordEstate(joined)).toMatchSnapshot();
  });

  it.each(clouds)("builds nothing for a network of %s alone", async (cloud) => {
    const seen = await record(cloud, joined);
    expect(seen.map(({ type }) => type)).toEqual(["archipel:index:Backbone"]);
  });

  it.each(clouds)("leads from a network of %s alone to one outside", async (cloud) => {
    const hub = { name: "hub", at: "home", addresses: ["198.51.100.1"], asn: 65_010, ranges: ["10.240.0.0/16"] };
    const seen = await record(
      cloud,
      (site) => new Backbone("backbone", { networks: [{ ...member(cloud), site }], premises: [hub] }),
    );
    expect(seen).toMatchSnapshot();
  });

  it("keeps every shared key a secret, and weak algorithms out", async () => {
    const seen = await recordEstate(joined);
    const connections = seen.filter(({ type }) => type === "aws:ec2/vpnConnection:VpnConnection");
    expect(connections).toHaveLength(4);
    for (const { inputs } of connections) {
      expect(inputs).toMatchObject({ tunnel1IkeVersions: ["ikev2"], tunnel2Phase2DhGroupNumbers: [20] });
    }
  });
});
