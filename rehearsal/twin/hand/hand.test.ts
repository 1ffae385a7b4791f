import { describe, expect, test } from "vitest";
import { parsePath } from "../../wire/path.ts";
import { aws } from "../aws/index.ts";
import { azure } from "../azure/index.ts";
import { gcp } from "../gcp/index.ts";
import { kubernetes } from "../kubernetes/index.ts";
import { AWS_NAMES } from "../names/aws.ts";
import { GCP_NAMES } from "../names/gcp.ts";
import { random } from "../random/index.ts";
import { openSchemas } from "../schema/index.ts";
import { ROOT } from "../testing.ts";
import { tls } from "../tls/index.ts";

const schemas = openSchemas(ROOT);
/** Types that older SDKs have and the pinned one has not. */
const isPast = (token: string): boolean => /V2$|randomUuid/.test(token);

describe.each([aws, azure, gcp, kubernetes, random, tls])("hand knowledge of $name", ({ types, functions }) => {
  test("speaks of types and properties that exist", () => {
    for (const [token, { forceNew = [], inPlace = [], needs = [] }] of types) {
      const schema = schemas.resource(token);
      if (!schema && isPast(token)) continue;
      expect(schema, token).toBeDefined();
      for (const path of [...forceNew, ...inPlace, ...needs.map(({ property }) => property)]) {
        expect(schema?.inputs[String(parsePath(path)?.[0])], `${token} ${path}`).toBeDefined();
      }
      for (const { to } of needs) expect(schemas.resource(to), `${token} needs ${to}`).toBeDefined();
    }
  });

  test("says of every type what changes in place and what does not, with its source", () => {
    for (const [token, { forceNew = [], inPlace = [], otherwise, source }] of types) {
      if (token.startsWith("kubernetes:")) continue;
      expect(source, token).toBeTruthy();
      expect(forceNew.length > 0 || inPlace.length > 0 || otherwise !== undefined, token).toBe(true);
      expect(
        forceNew.filter((path) => inPlace.includes(path)),
        token,
      ).toEqual([]);
    }
  });

  test("answers functions that exist", () => {
    for (const token of functions.keys()) {
      if (token.startsWith("kubernetes:")) continue;
      expect(schemas.function(token), token).toBeDefined();
    }
  });
});

test("naming tables speak of types and properties that exist", () => {
  for (const [token, rule] of [...Object.entries(AWS_NAMES), ...Object.entries(GCP_NAMES)]) {
    const schema = schemas.resource(token);
    if (!schema) continue;
    if (rule !== "never") expect(schema.inputs[rule.property], token).toBeDefined();
    if (rule !== "never" && rule.unless !== undefined) expect(schema.inputs[rule.unless], token).toBeDefined();
  }
});
