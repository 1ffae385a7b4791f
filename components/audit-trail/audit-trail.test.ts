import { describe, expect, it } from "vitest";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { clouds, one, type Recorded, record, testIdentity } from "../core/testing.ts";
import { resolveAuditTrail } from "./args.ts";
import { example } from "./example.ts";
import { AuditTrail, type AuditTrailArgs } from "./index.ts";
import { accountUse, groupUse, roleUse } from "./use.ts";

const breakGlass = {
  aws: "arn:aws:iam::111111111111:role/break-glass",
  gcp: "serviceAccount:break-glass@acme-dev.iam.gserviceaccount.com",
  azure: "11111111-0000-4000-8000-000000000002",
};
const data = { class: "internal", owner: "security", retentionDays: 400 } as const;
const bucketOn = (site: Site, name: string, more: object = { receivesAuditLogs: true }) =>
  new Bucket(name, { site, data, ...more });
const argsOn = (site: Site): AuditTrailArgs => ({
  site,
  bucket: bucketOn(site, "audit"),
  breakGlass: [breakGlass[site.cloud]],
  emails: ["security@acme.example"],
});
const mistakes = (paths: readonly string[]) =>
  expect.objectContaining({
    errors: paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object),
  }) as object;
const OTHER_REGION = { region: "eu-north-1", location: "northeurope" };
const OTHER_ACCOUNT = { accountId: "999999999999", project: "other", subscriptionId: "other" };
const elsewhere = (site: Site): Site => ({ ...site, name: "second", ...OTHER_REGION });
const stranger = (site: Site): Site => ({ ...site, name: "other", ...OTHER_ACCOUNT });

describe.each(clouds)("AuditTrail on %s", (cloud) => {
  const build = (
    more: (site: Site) => Partial<AuditTrailArgs> = () => ({}),
    then: (trail: AuditTrail) => unknown = () => {},
  ) => record(cloud, (site) => then(new AuditTrail("account", { ...argsOn(site), ...more(site) })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("fills in the defaults", async () => {
    await record(cloud, (site) => {
      const spec = resolveAuditTrail(argsOn(site));
      expect(spec).toMatchObject({
        covers: [],
        objectsOf: [],
        native: {},
        message: expect.stringContaining("emergency") as string,
      });
      expect(spec.receivers).toEqual([{ address: "security@acme.example", short: "security-acme-example" }]);
      expect(spec.tags).toMatchObject({ purpose: "audit-log", criticality: "standard" });
    });
  });

  it("names every mistake at once", async () => {
    await record(cloud, (site) => {
      const bucket = bucketOn(site, "plain", {});
      const wrong: AuditTrailArgs = {
        site,
        bucket,
        covers: [site, stranger(site)],
        objectsOf: [bucket, bucket, bucketOn(stranger(site), "theirs")],
        breakGlass: ["nobody"],
        emails: ["a@b.example", "nowhere", "A@b.example"],
        runbook: "http://runbooks.example",
      };
      const places = ["bucket", "covers[0]", "covers[1]"];
      const objects = ["objectsOf[0]", "objectsOf[1]", "objectsOf[1]", "objectsOf[2]"];
      const people = ["breakGlass[0]", "emails[1]", "emails[2]", "runbook"];
      expect(() => resolveAuditTrail(wrong)).toThrow(mistakes([...places, ...objects, ...people]));
    });
  });

  it("refuses to be heard by nobody, and emergency rights that nobody has", async () => {
    await record(cloud, (site) => {
      const none = { ...argsOn(site), breakGlass: [], emails: [] };
      expect(() => resolveAuditTrail(none)).toThrow(mistakes(["breakGlass", "emails"]));
    });
  });

  it("has the same name in its account whatever its component is called, so that a second is refused", async () => {
    const [type, property] = (
      {
        aws: ["aws:cloudtrail/trail:Trail", "name"],
        gcp: ["gcp:logging/projectSink:ProjectSink", "name"],
        azure: ["azure-native:monitor:DiagnosticSetting", "name"],
      } as const
    )[cloud];
    const called = (seen: readonly Recorded[], name: string) =>
      one(seen, type, `${name}-${cloud === "gcp" ? "sink" : "trail"}`)[property];
    const seen = await record(cloud, (site) => {
      new AuditTrail("first", argsOn(site));
      new AuditTrail("second", { ...argsOn(site), bucket: bucketOn(site, "more") });
    });
    expect(called(seen, "first")).toBe(called(seen, "second"));
  });

  it("sends the alarm to everybody who is named, and tells them what to read", async () => {
    const emails = ["security@acme.example", "on-call@acme.example"];
    const runbook = "https://runbooks.acme.example/break-glass";
    const seen = JSON.stringify(await build(() => ({ emails, runbook })));
    for (const word of [...emails, runbook, breakGlass[cloud].replace(/^\w+:(?=[^:]+@)/, "")]) {
      expect(seen).toContain(word);
    }
  });

  it("names who read and wrote objects where asked, and only there", async () => {
    const plain = JSON.stringify(await build());
    const asked = JSON.stringify(await build((site) => ({ objectsOf: [bucketOn(site, "uploads")] })));
    const word = { aws: "AWS::S3::Object", gcp: "resource.labels.bucket_name=", azure: "StorageDelete" }[cloud];
    expect(plain).not.toContain(word);
    expect(asked).toContain(word);
  });

  it("lets a reader read, and no more", async () => {
    const seen = await build(undefined, (trail) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) trail.grantRead(identity);
    });
    const rights = JSON.stringify(seen.filter(({ name }) => name.includes("-read-")));
    const word = { aws: "kms:Decrypt", gcp: "roles/storage.objectViewer", azure: "2a2b9908" }[cloud];
    expect(rights).toContain(word);
    expect(rights).not.toMatch(/PutObject|objectCreator|kms:Encrypt|ba92f5b4/);
  });

  it("may be changed by a transform, but not be made deaf by one", async () => {
    const { child, harmful } = {
      aws: { child: "alarm", harmful: { actionsEnabled: false } },
      gcp: { child: "alarm", harmful: { enabled: false } },
      azure: { child: "alarm", harmful: { enabled: false } },
    }[cloud];
    await expect(build(() => ({ transform: { [cloud]: { [child]: harmful } } }))).rejects.toThrow(
      "a transform breaks an invariant",
    );
  });
});

describe("AuditTrail of an account with two regions", () => {
  it.each(clouds)("is one on %s", async (cloud) => {
    await record(cloud, (site) => {
      const [first, more] = [{ site }, { site: elsewhere(site) }];
      const other = { site: stranger(site) };
      expect(AuditTrail.perAccount([first, other, more])).toEqual([[first, more], [other]]);
    });
  });

  it("listens to the API servers of both on Azure, each with its own workspace", async () => {
    const seen = await record(
      "azure",
      (site) => new AuditTrail("account", { ...argsOn(site), covers: [elsewhere(site)] }),
    );
    const rules = seen.filter(({ type }) => type === "azure-native:monitor:ScheduledQueryRule");
    expect(new Set(rules.map(({ inputs }) => inputs["location"]))).toEqual(new Set(["northeurope", "westeurope"]));
  });

  it("refuses to name readers of objects in another region of Azure", async () => {
    await record("azure", (site) => {
      const far = bucketOn(elsewhere(site), "far");
      expect(() => resolveAuditTrail({ ...argsOn(site), objectsOf: [far] })).toThrow(mistakes(["objectsOf[0]"]));
    });
  });
});

describe("the use of emergency rights", () => {
  it("is seen on AWS when a role is taken and in all that it does", () => {
    const role = "arn:aws:iam::1:role/break-glass";
    expect(roleUse([role])).toContain(
      `{ (($.eventSource = "sts.amazonaws.com") && ($.requestParameters.roleArn = "${role}")) || ($.userIdentity.sessionContext.sessionIssuer.arn = "${role}") || `,
    );
  });

  it("is not the only thing that is heard: so is the end of the trail", () => {
    expect(roleUse(["arn:aws:iam::1:role/break-glass"])).toContain(
      '(($.eventSource = "cloudtrail.amazonaws.com") && (($.eventName = StopLogging) || ($.eventName = DeleteTrail)',
    );
    expect(accountUse(["serviceAccount:a@p.iam"])).toContain('"google.logging.v2.ConfigServiceV2.DeleteSink"');
    expect(groupUse(["11111111-0000-4000-8000-00000000000A"])).toContain("diagnosticSettings/delete");
  });

  it("is heard for as many roles as a pattern holds, and no more are taken", async () => {
    await record("aws", (site) => {
      const roles = (count: number) =>
        Array.from({ length: count }, (_, index) => `arn:aws:iam::111111111111:role/r${index}`);
      expect(() => resolveAuditTrail({ ...argsOn(site), breakGlass: roles(3) })).not.toThrow();
      expect(() => resolveAuditTrail({ ...argsOn(site), breakGlass: roles(9) })).toThrow(mistakes(["breakGlass"]));
    });
  });

  it("is not seen on Google Cloud for groups, which is said with the way that is", async () => {
    await record("gcp", (site) => {
      const group = { ...argsOn(site), breakGlass: ["group:break-glass@acme.example"] };
      expect(() => resolveAuditTrail(group)).toThrow(
        expect.objectContaining({
          errors: [
            { propertyPath: "breakGlass[0]", reason: expect.stringContaining("let the group take tokens") as string },
          ],
        }),
      );
    });
    expect(accountUse(["serviceAccount:a@p.iam", "user:b@acme.example"])).toContain(
      'email_id=("a@p.iam" OR "b@acme.example")',
    );
  });

  it("is seen on Azure with and without the dashes of an id", () => {
    const query = groupUse(["11111111-0000-4000-8000-00000000000A"]);
    expect(query).toContain('in ("1111111100004000800000000000000a")');
    expect(query).toContain('has_any ("11111111-0000-4000-8000-00000000000A")');
  });
});
