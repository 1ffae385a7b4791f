import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { type Recorded, recordProgram } from "../components/core/testing.ts";
import { problemsOf } from "../components/objects/testing.ts";

const stackFile = (stack: string): { config: Record<string, unknown> } =>
  parse(readFileSync(join(import.meta.dirname, "..", `Pulumi.${stack}.yaml`), "utf8"));

describe.each(["dev", "prod"])("stack %s", (stack) => {
  it("refuses resources without a site", () => {
    expect(stackFile(stack).config["pulumi:disable-default-providers"]).toEqual(["*"]);
  });

  const run = () =>
    recordProgram(async () => {
      runtime.setConfig("archipel:settings", JSON.stringify(stackFile(stack).config["archipel:settings"]));
      await import("./index.ts");
    });

  let seen: readonly Recorded[];
  beforeAll(async () => {
    vi.resetModules();
    seen = await run();
  });

  it("asks for the same resources", () => {
    expect(seen.map(({ type, name }) => `${type} ${name}`).sort()).toMatchSnapshot();
  });

  it("declares no object that its kind's schema refuses", () => {
    expect(problemsOf(seen)).toEqual([]);
  });

  it("has one trail in each account, and it hears whoever acts with emergency rights", () => {
    const { sites } = stackFile(stack).config["archipel:settings"] as {
      sites: readonly {
        readonly cloud: string;
        readonly place: { readonly people: { readonly breakGlass: string } };
      }[];
    };
    const trails = seen.filter(({ type }) => type === "archipel:index:AuditTrail");
    expect(trails).toHaveLength(sites.length);
    const listeners = [
      "aws:cloudwatch/logMetricFilter:",
      "gcp:monitoring/alertPolicy:",
      "azure-native:monitor:Scheduled",
    ];
    const heard = JSON.stringify(
      seen.filter(({ type }) => listeners.some((kind) => type.startsWith(kind))).map(({ inputs }) => inputs),
    );
    for (const { place } of sites) expect(heard).toContain(place.people.breakGlass.replace("serviceAccount:", ""));
  });

  it("says of everything that can be tagged whose it is, and what it costs whom", () => {
    const tagged = seen.flatMap(({ name, inputs }) => {
      const tags = inputs["tags"] ?? inputs["userLabels"] ?? inputs["labels"];
      return tags === undefined ? [] : [{ name, tags: Object.keys(tags as object) }];
    });
    const required = ["owner", "cost-center", "environment"];
    expect(tagged.length).toBeGreaterThan(20);
    expect(tagged.filter(({ tags }) => required.some((name) => !tags.includes(name)))).toEqual([]);
  });
});
