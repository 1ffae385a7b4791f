import fc from "fast-check";
import { expect, test } from "vitest";
import { AWS_NAMES } from "./aws.ts";
import { GCP_NAMES } from "./gcp.ts";
import { makeName, type NameRule } from "./rule.ts";

const rules = [...Object.values(AWS_NAMES), ...Object.values(GCP_NAMES)].filter((rule) => rule !== "never");
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,80}$/);
const anyRule = fc.constantFrom<NameRule>({ property: "name", max: 255 }, ...rules);

test("a name is the same for the same seed, fits its rule, and begins with the program's name", () => {
  fc.assert(
    fc.property(anyRule, word, seed, (rule, name, bytes) => {
      const made = makeName(rule, name, bytes, {});
      expect(makeName(rule, name, bytes, {})).toEqual(made);
      if ("failure" in made) {
        expect(rule.max).toBeDefined();
        return;
      }
      expect(made.name.length).toBeLessThanOrEqual(rule.max ?? 4096);
      const start = (rule.prefix ?? "") + (rule.lower ? name.toLowerCase() : name);
      if (rule.kind !== "uuid") expect(made.name.startsWith(start)).toBe(true);
      if (rule.lower) expect(made.name).toBe(made.name.toLowerCase());
    }),
  );
});

test("a longer name than the rule allows is a failure in the provider's words", () => {
  const rule: NameRule = { property: "accountId", max: 30 };
  expect(makeName(rule, "a-service-account-with-a-name", new Uint8Array(32), {})).toEqual({
    failure: "name 'a-service-account-with-a-name-' plus 7 random chars is longer than maximum length 30",
  });
});

test("other seeds make other names", () => {
  const rule: NameRule = { property: "name" };
  const names = Array.from({ length: 50 }, (_, i) => makeName(rule, "a", new Uint8Array(32).fill(i), {}));
  expect(new Set(names.map((name) => JSON.stringify(name))).size).toBe(50);
});
