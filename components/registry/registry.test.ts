import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Cloud, Site } from "../core/site.ts";
import { clouds, record, testIdentity } from "../core/testing.ts";
import { resolveRegistry } from "./args.ts";
import { example } from "./example.ts";
import { Registry, type RegistryArgs } from "./index.ts";

const data = { class: "internal", owner: "platform", retentionDays: 365 } as const;
const images = ["orders", "web"];
const siteOn = (cloud: Cloud) => ({ cloud, environment: "dev", tags: { environment: "dev" } }) as Site;
const keys: { readonly [C in Cloud]: EncryptionKey } = {
  aws: { cloud: "aws", name: "k", arn: output("key-arn") },
  gcp: { cloud: "gcp", name: "k", id: output("key-id") },
  azure: {
    cloud: "azure",
    name: "k",
    vaultId: output("vault"),
    vaultUri: output("uri"),
    keyName: output("k"),
    keyUriWithVersion: output("uri"),
  },
};

describe("resolveRegistry", () => {
  it("fills in the defaults", () => {
    expect(resolveRegistry({ site: siteOn("aws"), data, images })).toEqual({
      images,
      immutableTags: true,
      keep: 30,
      key: undefined,
      tier: "Standard",
      tags: { environment: "dev", class: "internal", owner: "platform", "retention-days": "365", criticality: "low" },
    });
  });

  it.each([
    ["no image", "aws", { images: [] }, ["images"]],
    [
      "more images than a registry is for",
      "gcp",
      { images: Array.from({ length: 101 }, (_, i) => `i${i}`) },
      ["images"],
    ],
    ["a name in capitals", "gcp", { images: ["Orders"] }, ["images[0]"]],
    ["a tag in a name", "azure", { images: ["orders:1"] }, ["images[0]"]],
    ["a folder", "aws", { images: ["shop/orders"] }, ["images[0]"]],
    ["a name that is too long", "aws", { images: ["a".repeat(64)] }, ["images[0]"]],
    ["a name twice", "aws", { images: ["web", "web"] }, ["images[1]"]],
    ["nothing kept", "aws", { keep: 0 }, ["keep"]],
    ["half an image", "gcp", { keep: 1.5 }, ["keep"]],
    ["everything kept", "gcp", { keep: 10_001 }, ["keep"]],
    ["a key of another cloud", "gcp", { encryption: { key: keys.aws } }, ["encryption.key"]],
    ["tags that stay, on Azure", "azure", { immutableTags: true }, ["immutableTags"]],
    ["a number of images, on Azure", "azure", { keep: 20 }, ["keep"]],
    ["a key, on Azure", "azure", { encryption: { key: keys.azure } }, ["encryption.key"]],
    [
      "all of it",
      "azure",
      { images: ["?"], keep: 0, immutableTags: true, encryption: { key: keys.gcp } },
      ["images[0]", "keep", "encryption.key", "immutableTags", "keep", "encryption.key"],
    ],
  ] satisfies [string, Cloud, Partial<RegistryArgs>, string[]][])("refuses %s", (_what, cloud, wrong, paths) => {
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    const args = { site: siteOn(cloud), data, images, ...wrong };
    expect(() => resolveRegistry(args)).toThrow(expect.objectContaining({ errors }));
  });

  it("lets Azure leave out what it has not, where that is said", () => {
    const args = { site: siteOn("azure"), data, images, keep: 20, immutableTags: true } as const;
    const errors = [expect.objectContaining({ propertyPath: "immutableTags" })];
    expect(() => resolveRegistry({ ...args, allowDegraded: ["keep"] })).toThrow(expect.objectContaining({ errors }));
    expect(resolveRegistry({ ...args, allowDegraded: ["keep", "immutableTags"] }).keep).toBe(20);
  });
});

describe.each(clouds)("Registry on %s", (cloud) => {
  const build = (args: Partial<RegistryArgs>, then: (registry: Registry) => unknown = () => {}) =>
    record(cloud, (home) => then(new Registry("images", { site: home, data, images, ...args })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it.skipIf(cloud === "azure")("lets tags be moved where that is wanted (on Azure they always can)", async () => {
    const mutable = { aws: '"MUTABLE"', gcp: '"immutableTags":false', azure: "" }[cloud];
    expect(JSON.stringify(await build({ immutableTags: false }))).toContain(mutable);
    expect(JSON.stringify(await build({}))).not.toContain(mutable);
  });

  it.skipIf(cloud === "azure")("encrypts with a key (on Azure with the provider's only)", async () => {
    const key = { aws: '"kmsKey":"key-arn"', gcp: '"kmsKeyName":"key-id"', azure: "" }[cloud];
    expect(JSON.stringify(await build({ encryption: { key: keys[cloud] } }))).toContain(key);
  });

  it.skipIf(cloud !== "azure")("is closed to the internet where more than little depends on it", async () => {
    expect(JSON.stringify(await build({ criticality: "low" }))).toContain('"publicNetworkAccess":"Enabled"');
    expect(JSON.stringify(await build({ criticality: "high" }))).toContain('"publicNetworkAccess":"Disabled"');
  });

  it("gives each right once, and only that right", async () => {
    const seen = await build({}, (registry) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) registry.grantPull(identity);
      registry.grantPush(testIdentity(cloud));
    });
    const rights = seen.filter(({ name }) => name.endsWith("-worker"));
    expect(rights.map(({ name }) => name).sort()).toEqual(["images-pull-worker", "images-push-worker"]);
    expect(rights).toMatchSnapshot();
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const { child, harmless, harmful } = {
      aws: {
        child: "repository",
        harmless: { forceDelete: true },
        harmful: { imageScanningConfiguration: { scanOnPush: false } },
      },
      gcp: {
        child: "repository",
        harmless: { description: "x" },
        harmful: { vulnerabilityScanningConfig: { enablementConfig: "DISABLED" } },
      },
      azure: { child: "registry", harmless: { location: "x" }, harmful: { adminUserEnabled: true } },
    }[cloud];
    const transform = (change: object) => ({ transform: { [cloud]: { [child]: change } } });
    expect(JSON.stringify(await build(transform(harmless)))).toContain(JSON.stringify(harmless).slice(1, -1));
    await expect(build(transform(harmful))).rejects.toThrow("a transform breaks an invariant");
  });
});
