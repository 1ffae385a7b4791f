import { describe, expect, test } from "vitest";
import { UNKNOWN } from "../wire/value.ts";
import { openSchemas } from "./schema/index.ts";
import { Bench, leastInputs, ROOT } from "./testing.ts";
import { tokensOf } from "./tokens.ts";

const schemas = openSchemas(ROOT);
/** Runs in the program itself and registers other types. */
const CLIENT_SIDE = new Set(["kubernetes:helm.sh/v3:Chart"]);
/** What providers say in a plan already: it follows from inputs and their own arguments. */
const PLANNED = new Set(["tagsAll", "region", "pulumiLabels", "effectiveLabels", "project", "azureApiVersion"]);
const STEP: { readonly [pkg: string]: number } = {
  random: 1,
  tls: 1,
  kubernetes: 10,
  aws: 10,
  gcp: 10,
  "azure-native": 10,
};

describe.each(Object.keys(STEP))("every tenth type of %s", (pkg) => {
  const tokens = tokensOf(pkg, ROOT).filter((token, i) => i % (STEP[pkg] ?? 1) === 0 && !CLIENT_SIDE.has(token));

  test(`lives and dies without a trace (${tokens.length} types)`, { timeout: 60_000 }, async () => {
    const bench = new Bench();
    for (const token of tokens) {
      const inputs = leastInputs(token, schemas);
      const subject = await bench.subject(token);
      const seen = await subject.preview(inputs);
      const { outputs = {} } = schemas.resource(token) ?? {};
      const computed = Object.keys(outputs).filter((key) => outputs[key]?.computed && !PLANNED.has(key));
      // what only the cloud makes is unknown before it is made
      for (const key of computed) expect(seen[key], `${token} ${key}`).toBe(UNKNOWN);
      await subject.create(inputs);
      expect(subject.id, token).not.toBe("");
      const read = await subject.read();
      expect(read?.properties, token).toEqual(subject.outputs);
      expect((await subject.diff(inputs)).detailedDiff, token).toEqual({});
      await subject.delete();
      expect(await subject.read(), token).toBeUndefined();
    }
    expect(bench.twin.world.remaining().filter(({ tombstone }) => tombstone === undefined)).toEqual([]);
  });
});
