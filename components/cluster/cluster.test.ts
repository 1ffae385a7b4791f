import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Cloud, Site } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import { clouds, one, record } from "../core/testing.ts";
import type { People } from "./access.ts";
import { resolveCluster } from "./args.ts";
import { Cluster, type ClusterArgs } from "./index.ts";

const keys: { readonly [C in Cloud]: () => EncryptionKey } = {
  aws: () => ({ cloud: "aws", name: "secrets", arn: output("arn:key") }),
  gcp: () => ({ cloud: "gcp", name: "secrets", id: output("key") }),
  azure: () => ({
    cloud: "azure",
    name: "secrets",
    vaultId: output("vault"),
    vaultUri: output("https://vault/"),
    keyName: output("key"),
    keyUriWithVersion: output("https://vault/keys/key/1"),
  }),
};
const uuid = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;
const people: { readonly [C in Cloud]: People } = {
  aws: {
    deployer: "arn:aws:iam::111111111111:role/deployer",
    breakGlass: "arn:aws:iam::111111111111:role/break-glass",
    operators: ["arn:aws:iam::111111111111:role/operators"],
    viewers: ["arn:aws:iam::111111111111:role/viewers"],
  },
  gcp: {
    deployer: "serviceAccount:deployer@acme-prod.iam.gserviceaccount.com",
    breakGlass: "group:break-glass@acme.example",
    operators: ["group:operators@acme.example"],
    viewers: ["group:viewers@acme.example"],
  },
  azure: { deployer: uuid("1"), breakGlass: uuid("2"), operators: [uuid("3")], viewers: [uuid("4")] },
};
const access = { runnerNetwork: ["10.240.0.0/16"] };
const types = {
  aws: "aws:eks/cluster:Cluster",
  gcp: "gcp:container/cluster:Cluster",
  azure: "azure-native:containerservice:ManagedCluster",
};
const argsFor = (site: Site, more: Partial<ClusterArgs> = {}): ClusterArgs => ({
  site,
  network: testNetwork(site.cloud),
  encryption: { key: keys[site.cloud]() },
  access,
  people: people[site.cloud],
  ...more,
});
const home = { cloud: "aws", environment: "dev", tags: { environment: "dev" } } as Site;

describe("resolveCluster", () => {
  it("fills in the defaults", () => {
    const { network, key, ...rest } = resolveCluster(argsFor(home));
    expect([network.cloud, key.cloud]).toEqual(["aws", "aws"]);
    expect(rest).toEqual({
      access,
      people: people.aws,
      version: "1.35",
      supportedUntil: "2027-03-27",
      maintenance: { day: "sunday", startHour: 2, hours: 6 },
      systemNodesPerZone: 1,
      tier: "cheap",
      tags: { environment: "dev", criticality: "low" },
      native: {},
    });
  });

  it("names every mistake at once", () => {
    const wrong: ClusterArgs = {
      site: home,
      network: { ...testNetwork("gcp"), zones: ["europe-west1-b"] },
      encryption: { key: keys.azure() },
      access: { allowList: { cidrs: ["0.0.0.0/0", "somewhere"], until: "soon" } },
      people: { deployer: "root", breakGlass: "root", operators: ["anybody"] },
      version: "1.27",
      maintenance: { day: "noday" as "monday", startHour: 24, hours: 2 },
      systemNodesPerZone: 0,
      criticality: "high",
    };
    const paths = [
      "network",
      "encryption.key",
      "access.allowList.cidrs[1]",
      "access.allowList.until",
      "access.allowList.cidrs",
      "people.deployer",
      "people.breakGlass",
      "people.operators",
      "people.breakGlass",
      "version",
      "maintenance.day",
      "maintenance.startHour",
      "maintenance.hours",
      "systemNodesPerZone",
      "criticality",
    ];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveCluster(wrong)).toThrow(expect.objectContaining({ errors }));
  });

  it.each([
    [{ dnsEndpoint: true } as const, "access.dnsEndpoint"],
    [{ runnerNetwork: [] }, "access.runnerNetwork"],
    [{ runnerNetwork: ["10.0.0.1"] }, "access.runnerNetwork[0]"],
    [{ runnerNetwork: ["10.0.0.0/8"], callers: ["far"] }, "access.callers[0]"],
  ])("refuses %j on AWS", (wrong, propertyPath) => {
    const errors = [expect.objectContaining({ propertyPath }) as object];
    expect(() => resolveCluster(argsFor(home, { access: wrong }))).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Cluster on %s", (cloud) => {
  const build = (more: Partial<ClusterArgs> = {}) => record(cloud, (site) => new Cluster("home", argsFor(site, more)));

  it("asks for the same resources", async () => {
    expect(await build()).toMatchSnapshot();
  });

  it("has a Kubernetes provider that no change replaces and no dead cluster blocks", async () => {
    const seen: unknown[] = [];
    await record(cloud, (site) => {
      const { kubeconfig } = new Cluster("home", argsFor(site));
      kubeconfig.apply((text) => seen.push(JSON.parse(text)));
    });
    expect(seen).toMatchObject([{ users: [{ user: { exec: { interactiveMode: "Never" } } }] }]);
    expect(JSON.stringify(seen)).not.toMatch(/"token"/);
  });

  it("answers control planes of other clusters where it is told to", async () => {
    const callers = ["10.32.0.0/16", "10.40.0.0/16"];
    const told = JSON.stringify(await build({ access: { ...access, callers } }));
    // on Azure whatever is joined to the network may ask
    for (const caller of callers) expect(told.includes(caller)).toBe(cloud !== "azure");
  });

  it("is protected in prod, and gives that up with the site's protection", async () => {
    const guarded = /"(deletionProtection":true|level":"CanNotDelete")/;
    expect(JSON.stringify(await build())).toMatch(guarded);
    const open = await record(cloud, (site) => new Cluster("home", argsFor({ ...site, protection: false })));
    expect(JSON.stringify(open)).not.toMatch(guarded);
  });

  it("is cheap where little depends on it", async () => {
    const network = { ...testNetwork(cloud), zones: testNetwork(cloud).zones.slice(0, 1) };
    const cheap = JSON.stringify(await build({ criticality: "low", network }));
    expect(cheap).toMatch(
      { aws: /"desiredSize":1/, gcp: /"location":"europe-west1-b"/, azure: /"tier":"Free"/ }[cloud],
    );
  });

  it("lets each group in by its own right", async () => {
    const rights = (await build()).filter(({ name }) => /^home-(deployer|break-glass|operators|viewers)-/.test(name));
    expect(new Set(rights.map(({ name }) => name)).size).toBe(4);
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const harmful = {
      aws: { accessConfig: { authenticationMode: "CONFIG_MAP" } },
      gcp: { enableLegacyAbac: true },
      azure: { disableLocalAccounts: false },
    }[cloud];
    const transform = { [cloud]: { cluster: harmful } };
    await expect(build({ transform })).rejects.toThrow("a transform breaks an invariant");
    const labels = { tags: { team: "x" }, resourceLabels: { team: "x" } };
    const named = one(await build({ transform: { [cloud]: { cluster: labels } } }), types[cloud]);
    expect(JSON.stringify(named)).toContain('"team":"x"');
  });
});
