import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { clouds, one, record, testIdentity } from "../core/testing.ts";
import { resolveKey } from "./args.ts";
import { example } from "./example.ts";
import { Key, type KeyArgs } from "./index.ts";

const site = { cloud: "aws", environment: "dev", tags: { environment: "dev" } } as Site;
const purpose = "orders";

describe("resolveKey", () => {
  it("fills in the defaults", () => {
    expect(resolveKey({ site, purpose })).toEqual({
      description: "Encrypts orders.",
      rotationDays: 90,
      hardware: false,
      tags: { environment: "dev", purpose: "orders", criticality: "low" },
      native: {},
    });
  });

  it.each([
    ["a purpose that no tag can hold", { purpose: "Orders of May" }, ["purpose"]],
    ["a rotation sooner than KMS takes", { rotationDays: 89 }, ["rotationDays"]],
    ["a rotation later than KMS takes", { rotationDays: 2561 }, ["rotationDays"]],
    ["half a day", { rotationDays: 90.5 }, ["rotationDays"]],
    ["no number", { rotationDays: Number.NaN }, ["rotationDays"]],
    ["a service twice", { native: { aws: { services: ["logs", "logs"] } } }, ["native.aws.services"]],
    [
      "all of it",
      {
        purpose: "",
        rotationDays: 0,
        native: { aws: { services: ["logs", "logs"] }, gcp: { services: ["pubsub", "pubsub"] } },
      },
      ["purpose", "rotationDays", "native.aws.services", "native.gcp.services"],
    ],
  ] satisfies [string, Partial<KeyArgs>, string[]][])("refuses %s", (_what, wrong, paths) => {
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveKey({ site, purpose, ...wrong })).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Key on %s", (cloud) => {
  const build = (args: Partial<KeyArgs>, then: (key: Key) => unknown = () => {}) =>
    record(cloud, (home) => then(new Key("orders-key", { site: home, purpose, ...args })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("rotates as often as it is told", async () => {
    const rotation = { aws: '"rotationPeriodInDays":180', gcp: '"15552000s"', azure: '"timeAfterCreate":"P180D"' };
    expect(JSON.stringify(await build({ rotationDays: 180 }))).toContain(rotation[cloud]);
  });

  it.skipIf(cloud === "aws")("stays in hardware where much depends on it (on AWS always)", async () => {
    const hardware = { aws: "", gcp: '"protectionLevel":"HSM"', azure: '"kty":"RSA-HSM"' }[cloud];
    expect(JSON.stringify(await build({ criticality: "high" }))).toContain(hardware);
    expect(JSON.stringify(await build({}))).not.toContain(hardware);
  });

  it("gives each right once, and only that right", async () => {
    const seen = await build({}, (key) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) key.grantEncrypt(identity);
      key.grantDecrypt(testIdentity(cloud));
    });
    const rights = seen.filter(({ name }) => name.endsWith("-worker"));
    expect(rights.map(({ name }) => name).sort()).toEqual(["orders-key-decrypt-worker", "orders-key-encrypt-worker"]);
    expect(seen.filter(({ name, type }) => name.endsWith("-worker") || type.includes(":Role"))).toMatchSnapshot();
  });

  it("gives nothing to identities of another cloud", async () => {
    const elsewhere = testIdentity(cloud === "aws" ? "gcp" : "aws");
    await expect(build({}, (key) => key.grantDecrypt(elsewhere))).rejects.toThrow("needs federation");
  });

  it("may be changed by a transform, but not be made to stay as it is", async () => {
    const { harmless, harmful } = {
      aws: { harmless: { description: "x" }, harmful: { enableKeyRotation: false } },
      gcp: { harmless: { importOnly: true }, harmful: { rotationPeriod: "99999999s" } },
      azure: { harmless: { keyName: "x" }, harmful: { properties: { rotationPolicy: { lifetimeActions: [] } } } },
    }[cloud];
    const transform = (change: object) => ({ transform: { [cloud]: { key: change } } });
    expect(JSON.stringify(await build(transform(harmless)))).toContain(JSON.stringify(harmless).slice(1, -1));
    await expect(build(transform(harmful))).rejects.toThrow("a transform breaks an invariant");
  });

  it("shows what it encrypts with", async () => {
    await build({}, ({ key }) => expect(key).toMatchObject({ cloud, name: "orders-key" }));
  });
});

it("lets nobody outside the account use a key on AWS", async () => {
  const services = ["logs", "autoscaling", "aps", "cloudtrail", "alarms"] as const;
  const seen = await record("aws", (home) => new Key("k1", { site: home, purpose, native: { aws: { services } } }));
  const { Statement } = JSON.parse(String(one(seen, "aws:kms/key:Key")["policy"])) as {
    Statement: { Principal: { AWS?: string; Service?: string }; Action: string[]; Condition?: object }[];
  };
  expect(Statement.flatMap(({ Action }) => Action).filter((action) => action.includes("*"))).toEqual([]);
  for (const { Principal, Condition } of Statement) {
    if (Principal.Service === undefined) expect(Principal.AWS).toContain("arn:aws:iam::111111111111:");
    else expect(JSON.stringify(Condition)).toContain(":111111111111:");
  }
});

it("lets every agent of Google Cloud use a key as the agent of this project", async () => {
  const services = ["artifactregistry", "compute", "container", "pubsub", "secretmanager", "storage"] as const;
  const seen = await record("gcp", (home) => new Key("k1", { site: home, purpose, native: { gcp: { services } } }));
  const members = seen.filter(({ type }) => type.endsWith(":CryptoKeyIAMMember")).map(({ inputs }) => inputs["member"]);
  expect(new Set(members)).toEqual(
    new Set([
      "serviceAccount:k1-agent-artifactregistry@acme-prod.iam",
      "serviceAccount:service-123456789012@compute-system.iam.gserviceaccount.com",
      "serviceAccount:service-123456789012@container-engine-robot.iam.gserviceaccount.com",
      "serviceAccount:k1-agent-pubsub@acme-prod.iam",
      "serviceAccount:k1-agent-secretmanager@acme-prod.iam",
      "serviceAccount:service-123456789012@gs-project-accounts.iam.gserviceaccount.com",
    ]),
  );
});
