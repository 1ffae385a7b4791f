import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../report/model.ts";
import { TestProject } from "./testing.ts";

const SOURCE = (size: number): string => `
  const pulumi = require("@pulumi/pulumi");
  const aws = { sqs: require("@pulumi/aws/sqs"), lambda: require("@pulumi/aws/lambda") };
  const gcp = { pubsub: require("@pulumi/gcp/pubsub") };
  const azure = { resources: require("@pulumi/azure-native/resources"), storage: require("@pulumi/azure-native/storage") };
  const random = require("@pulumi/random");
  class Shop extends pulumi.ComponentResource {
    constructor(name) {
      super("shop:index:Shop", name);
      for (let i = 0; i < 4; i++) {
        const queue = new aws.sqs.Queue(name + "-queue-" + i, { visibilityTimeoutSeconds: ${size} }, { parent: this });
        new gcp.pubsub.Topic(name + "-topic-" + i, { labels: { size: queue.arn.apply((arn) => "l" + arn.length) } }, { parent: this });
      }
      this.registerOutputs({});
    }
  }
  new Shop("one"); new Shop("two");
  const group = new azure.resources.ResourceGroup("group");
  new azure.storage.StorageAccount("store", { resourceGroupName: group.name, sku: { name: "Standard_LRS" }, kind: "StorageV2" });
  new aws.lambda.Function("f", { role: "arn:aws:iam::123456789012:role/r", runtime: "nodejs22.x", handler: "index.handler", code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1") }) });
  const password = new random.RandomPassword("password", { length: 24 });
  exports.password = password.result;`;

const CONFIG = "config:\n  aws:region: eu-west-1\n  gcp:project: p\n  azure-native:location: westeurope\n";
const project = new TestProject({ "index.js": SOURCE(30), "Pulumi.dev.yaml": CONFIG });
afterAll(() => project.remove());

async function run(args: readonly string[] = []): Promise<{ state: string; report: Report; code: number | null }> {
  const { report, code } = await project.rehearse(args);
  return { state: readFileSync(join(project.out, "state.json"), "utf8"), report, code };
}

/** A report without what the clock decides. */
const timeless = (report: Report): string =>
  JSON.stringify(report, (key, value: unknown) => (key === "durationMs" || key === "timing" ? undefined : value));

describe("the same rehearsal", { timeout: 240_000 }, () => {
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await run();
  }, 240_000);

  it("gives the same bytes again, but for times", async () => {
    expect(first.report.reasons).toEqual([]);
    const second = await run();
    expect(second.state).toBe(first.state);
    expect(timeless(second.report)).toBe(timeless(first.report));
  });

  it("gives other ids for another seed", async () => {
    const other = await run(["--seed", "other"]);
    expect(other.code).toBe(0);
    expect(other.state).not.toBe(first.state);
  });

  it("gives the same state when every provider is a plugin process", async () => {
    const plugins = await run(["--plugins"]);
    expect(plugins.report.reasons).toEqual([]);
    expect(plugins.state).toBe(first.state);
  });

  it("goes on from the state it left: a preview changes nothing, a changed program changes only what it says", async () => {
    project.write("seed/state.json", first.state);
    const same = await run(["--from", "seed/state.json", "--script", "preview"]);
    expect(Object.keys(same.report.steps[0]?.changes ?? {})).toEqual(["same"]);
    project.write("index.js", SOURCE(60));
    const changed = await run(["--from", "seed/state.json", "--script", "preview,up,refresh,preview,decommission"]);
    expect({ reasons: changed.report.reasons, code: changed.code }).toEqual({ reasons: [], code: 0 });
    expect(changed.report.steps[1]?.changes["update"]).toBe(8);
    expect(changed.report.steps[1]?.changes["create"]).toBeUndefined();
    project.write("index.js", SOURCE(30));
  });
});
