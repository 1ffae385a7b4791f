import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isTaggable } from "./taggable.ts";

const sdks = join(import.meta.dirname, "../../node_modules/@pulumi");
const KEYS: Readonly<Record<string, string>> = { aws: "tags", gcp: "labels", "azure-native": "tags" };

/** Every class of a service whose arguments have a map of tags. */
function taggableKinds(pack: string, service: string): readonly string[] {
  const folder = join(sdks, pack, service);
  const files = readdirSync(folder).filter((file) => /^(?!get|list|index).*\.d\.ts$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const args = text.slice(text.lastIndexOf("Args {"));
    const kind = /export declare class (\w+) extends pulumi[.]CustomResource/.exec(text)?.[1];
    return kind !== undefined && args.includes(`\n    ${KEYS[pack]}?: pulumi.Input<{`) ? [kind] : [];
  });
}

function scan(): string {
  const lines = Object.keys(KEYS).flatMap((pack) => {
    const entries = readdirSync(join(sdks, pack), { withFileTypes: true });
    const services = entries.filter((entry) => entry.isDirectory() && !/^(types|config|bin|scripts)$/.test(entry.name));
    const words = services.flatMap(({ name }) => {
      const kinds = taggableKinds(pack, name);
      return kinds.length > 0 ? [`${name}:${kinds.toSorted().join(",")}`] : [];
    });
    const letters = Map.groupBy(words, ([letter]) => letter);
    return [...letters.values()].map((group) => `${pack} ${group.join(" ")}`);
  });
  return `/** Types that take tags, read from the installed SDKs by \`taggable.test.ts\`. */\nexport const TAGGABLE = \`\n${lines.join("\n")}\n\`;\n`;
}

it("lists what the installed SDKs can tag", async () => {
  await expect(scan()).toMatchFileSnapshot("taggable-types.ts");
});

it("knows a type whatever file its class is in", () => {
  const types = [
    "aws:sqs/queue:Queue",
    "gcp:storage/bucket:Bucket",
    "azure-native:web:WebApp",
    "aws:sqs/x:QueuePolicy",
  ];
  expect(types.map(isTaggable)).toEqual([true, true, true, false]);
});
