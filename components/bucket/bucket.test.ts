import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { clouds, one, record, testIdentity } from "../core/testing.ts";
import { resolveBucket } from "./args.ts";
import { example } from "./example.ts";
import { Bucket, type BucketArgs } from "./index.ts";

const data = { class: "internal", owner: "sales", retentionDays: 400 } as const;
const site = { cloud: "aws", environment: "dev", tags: { environment: "dev" } } as Site;

describe("resolveBucket", () => {
  it("fills in the defaults", () => {
    expect(resolveBucket({ site, data })).toEqual({
      retentionDays: 400,
      liveDays: 370,
      oldVersionDays: 30,
      coldAfterDays: 30,
      lockDays: undefined,
      receivesAuditLogs: false,
      zones: "one",
      tags: { environment: "dev", class: "internal", owner: "sales", "retention-days": "400", criticality: "low" },
      native: {},
    });
  });

  it.each([1, 7, 30, 365, 3650])("leaves nothing after a retention of %i days", (retentionDays) => {
    const { liveDays, oldVersionDays } = resolveBucket({ site, data: { ...data, retentionDays } });
    expect(Number(liveDays)).toBeGreaterThan(0);
    expect(Number(liveDays) + oldVersionDays).toBe(retentionDays);
  });

  it("names every mistake at once", () => {
    const special = { ...data, class: "special", purpose: "care", basis: "consent" } as const;
    const wrong = { site, data: special, oldVersionDays: 400, coldAfterDays: 10, lockDays: 20 };
    const paths = ["oldVersionDays", "coldAfterDays", "lockDays", "lockDays"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveBucket(wrong)).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Bucket on %s", (cloud) => {
  const build = (args: Partial<BucketArgs>, then: (bucket: Bucket) => unknown = () => {}) =>
    record(cloud, (home) => then(new Bucket("uploads", { site: home, data, ...args })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("locks what must not change", async () => {
    const locked = JSON.stringify(await build({ lockDays: 90 }));
    const lock = {
      aws: '"defaultRetention":{"days":90,"mode":"GOVERNANCE"}',
      gcp: '"retentionPeriod":"7776000"',
      azure: '"immutabilityPeriodSinceCreationInDays":90',
    }[cloud];
    expect(locked).toContain(lock);
    expect(JSON.stringify(await build({}))).not.toContain(lock);
  });

  it.skipIf(cloud === "gcp")(
    "lets the cloud write audit logs of this account, where asked (Google's sink is granted it)",
    async () => {
      const word = { aws: "cloudtrail.amazonaws.com", azure: "insights-activity-logs" }[cloud as "aws" | "azure"];
      expect(JSON.stringify(await build({}))).not.toContain(word);
      const asked = JSON.stringify(await build({ receivesAuditLogs: true }));
      expect(asked).toContain(word);
      if (cloud === "aws") expect(asked).toContain("arn:aws:cloudtrail:*:111111111111:trail/*");
    },
  );

  it.skipIf(cloud !== "azure")("keeps and ends what Azure Monitor appends, in containers of its own", async () => {
    const seen = await build({ receivesAuditLogs: true, lockDays: 90 });
    const containers = seen.filter(({ type }) => type === "azure-native:storage:BlobContainer");
    const locks = seen.filter(({ type }) => type === "azure-native:storage:BlobContainerImmutabilityPolicy");
    const locked = locks.map(({ inputs }) => inputs["containerName"]);
    expect(containers.length).toBeGreaterThan(1);
    expect(new Set(locked)).toEqual(new Set(containers.map(({ name }) => name)));
    const appended = locks.filter(({ inputs }) => inputs["containerName"] !== "uploads-container");
    expect(appended.every(({ inputs }) => inputs["allowProtectedAppendWrites"] === true)).toBe(true);
    const { rules } = one(seen, "azure-native:storage:ManagementPolicy")["policy"] as { rules: readonly object[] };
    expect(JSON.stringify(rules)).toContain('{"blobTypes":["appendBlob"]}');
  });

  it.skipIf(cloud !== "azure")(
    "stands in one zone where little depends on it (S3 and regional GCS have several)",
    async () => {
      expect(JSON.stringify(await build({ criticality: "low" }))).toContain("Standard_LRS");
      expect(JSON.stringify(await build({ criticality: "high" }))).toContain("Standard_ZRS");
    },
  );

  it("gives each right once, and only that right", async () => {
    const seen = await build({}, (bucket) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) bucket.grantRead(identity);
      bucket.grantWrite(testIdentity(cloud));
    });
    const rights = seen.filter(({ name }) => name.endsWith("-worker"));
    expect(rights.map(({ name }) => name).sort()).toEqual(["uploads-read-worker", "uploads-write-worker"]);
    expect(rights).toMatchSnapshot();
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const { child, harmless, harmful } = {
      aws: { child: "publicAccess", harmless: { skipDestroy: true }, harmful: { blockPublicAcls: false } },
      gcp: { child: "bucket", harmless: { requesterPays: true }, harmful: { publicAccessPrevention: "inherited" } },
      azure: { child: "container", harmless: { metadata: { team: "x" } }, harmful: { publicAccess: "Blob" } },
    }[cloud];
    const transform = (change: object) => ({ transform: { [cloud]: { [child]: change } } });
    expect(JSON.stringify(await build(transform(harmless)))).toContain(JSON.stringify(harmless).slice(1, -1));
    await expect(build(transform(harmful))).rejects.toThrow("a transform breaks an invariant");
  });
});
