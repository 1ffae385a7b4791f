import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Cloud, Site } from "../core/site.ts";
import { clouds, one, record, testIdentity } from "../core/testing.ts";
import { resolveSecret } from "./args.ts";
import { example } from "./example.ts";
import { Secret, type SecretArgs } from "./index.ts";

const data = { class: "confidential", owner: "sales", retentionDays: 365 } as const;
const siteOn = (cloud: Cloud) => ({ cloud, environment: "dev", tags: { environment: "dev" } }) as Site;
const native = {
  aws: { rotatorArn: "arn:rotator" },
  gcp: { reminderTopicId: "projects/acme/topics/reminders", firstReminder: "2027-01-31" },
  azure: { expiresOn: "2027-01-31" },
};
const awsKey: EncryptionKey = { cloud: "aws", name: "k", arn: output("key-arn") };
const gcpKey: EncryptionKey = { cloud: "gcp", name: "k", id: output("key-id") };

describe("resolveSecret", () => {
  it("fills in the defaults", () => {
    expect(resolveSecret({ site: siteOn("aws"), data })).toEqual({
      value: undefined,
      valueVersion: 1,
      rotationDays: undefined,
      key: undefined,
      tags: { environment: "dev", class: "confidential", owner: "sales", "retention-days": "365", criticality: "low" },
      native: {},
    });
  });

  it("makes a secret of whatever value it is given", async () => {
    const { value } = resolveSecret({ site: siteOn("aws"), data, value: "x" });
    expect(await (value as unknown as { isSecret: Promise<boolean> }).isSecret).toBe(true);
  });

  it.each([
    ["no value at all", "aws", { value: "" }, ["value"]],
    ["a value that Key Vault does not hold", "gcp", { value: "x".repeat(24_577) }, ["value"]],
    ["letters of several bytes", "gcp", { value: "é".repeat(12_289) }, ["value"]],
    ["half a version", "aws", { value: "x", valueVersion: 1.5 }, ["valueVersion"]],
    ["a version of nothing", "aws", { valueVersion: 2 }, ["valueVersion"]],
    ["no day of use", "aws", { native, rotationDays: 0 }, ["rotationDays"]],
    ["three years of use", "aws", { native, rotationDays: 1001 }, ["rotationDays"]],
    ["rotation without a rotator", "aws", { rotationDays: 30 }, ["native.aws"]],
    ["rotation without a reminder", "gcp", { rotationDays: 30 }, ["native.gcp"]],
    ["rotation without an end", "azure", { rotationDays: 30, value: "x" }, ["native.azure"]],
    ["a rotator without rotation", "aws", { native }, ["rotationDays"]],
    [
      "no day of the calendar",
      "gcp",
      { native: { gcp: { ...native.gcp, firstReminder: "2027-02-30" } }, rotationDays: 30 },
      ["native.gcp.firstReminder"],
    ],
    [
      "no day",
      "azure",
      { native: { azure: { expiresOn: "soon" } }, rotationDays: 30, value: "x" },
      ["native.azure.expiresOn"],
    ],
    ["an end of nothing", "azure", { native, rotationDays: 30 }, ["value"]],
    ["a key of another cloud", "gcp", { encryption: { key: awsKey } }, ["encryption.key"]],
    [
      "all of it",
      "azure",
      { value: "", valueVersion: 0, rotationDays: -1, encryption: { key: gcpKey } },
      ["value", "valueVersion", "rotationDays", "native.azure", "encryption.key", "encryption.key"],
    ],
  ] satisfies [string, Cloud, Partial<SecretArgs>, string[]][])("refuses %s", (_what, cloud, wrong, paths) => {
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveSecret({ site: siteOn(cloud), data, ...wrong })).toThrow(expect.objectContaining({ errors }));
  });

  it("names a value in no message", () => {
    const value = "planted".repeat(4000);
    let said = "";
    try {
      resolveSecret({ site: siteOn("aws"), data, value });
    } catch (error) {
      said = JSON.stringify(error);
    }
    expect(said).toContain("must be 1 to 24576 bytes, got 28000");
    expect(said).not.toContain("planted");
  });
});

describe.each(clouds)("Secret on %s", (cloud) => {
  const build = (args: Partial<SecretArgs>, then: (secret: Secret) => unknown = () => {}) =>
    record(cloud, (home) => then(new Secret("crm-token", { site: home, data, ...args })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("rotates as its cloud can", async () => {
    expect(await build({ value: "x", rotationDays: 30, native })).toMatchSnapshot();
  });

  it("holds the value where it is given, and only then", async () => {
    const holds = { aws: "SecretVersion", gcp: "SecretVersion", azure: "keyvault:Secret" }[cloud];
    const held = async (args: Partial<SecretArgs>) => (await build(args)).filter(({ type }) => type.endsWith(holds));
    expect(await held({})).toEqual([]);
    expect(await held({ value: "x", valueVersion: 7 })).toHaveLength(1);
  });

  it("gives each right once, and only that right", async () => {
    const seen = await build({}, (secret) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) secret.grantRead(identity);
      secret.grantWrite(testIdentity(cloud));
    });
    const rights = seen.filter(({ name }) => name.endsWith("-worker"));
    expect(rights.map(({ name }) => name).sort()).toEqual(["crm-token-read-worker", "crm-token-write-worker"]);
    expect(rights).toMatchSnapshot();
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const { child, harmless, harmful } = {
      aws: { child: "secret", harmless: { description: "x" }, harmful: { kmsKeyId: "other" } },
      gcp: { child: "secret", harmless: { ttl: "1s" }, harmful: { replication: { auto: {} } } },
      azure: {
        child: "vault",
        harmless: { location: "x" },
        harmful: { properties: { publicNetworkAccess: "Enabled" } },
      },
    }[cloud];
    const transform = (change: object) => ({ transform: { [cloud]: { [child]: change } } });
    expect(JSON.stringify(await build(transform(harmless)))).toContain(JSON.stringify(harmless).slice(1, -1));
    await expect(build(transform(harmful))).rejects.toThrow("a transform breaks an invariant");
  });
});

it("lets readers use the key by way of Secrets Manager only on AWS", async () => {
  const seen = await record("aws", (home) => {
    new Secret("crm-token", { site: home, data, encryption: { key: awsKey } }).grantRead(testIdentity("aws"));
  });
  expect(one(seen, "aws:iam/rolePolicy:RolePolicy")).toMatchSnapshot();
});

it("has a name that Secrets Manager cannot mistake", async () => {
  const seen = await record("aws", (home) => new Secret("crm-secret", { site: home, data }));
  expect(one(seen, "aws:secretsmanager/secret:Secret")["name"]).not.toMatch(/-.{6}$/);
});
