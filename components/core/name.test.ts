import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kebab, LOGICAL_NAME, physicalName } from "./name.ts";
import type { Site } from "./site.ts";

const site = (accountId: string) => ({ cloud: "aws", accountId, prefix: "acme", environment: "prod" }) as Site;
const home = site("111111111111");
const logical = fc.stringMatching(/^[a-z][a-z0-9-]{1,38}$/);

describe("physicalName", () => {
  it("is prefix, environment and name", () => {
    expect(physicalName(home, "orders", { max: 80 })).toBe("acme-prod-orders");
    expect(physicalName(home, "orders", { max: 80, suffix: ".fifo" })).toBe("acme-prod-orders.fifo");
  });

  it("stays inside what the strictest service takes", () => {
    const rules = [{ max: 24, separator: "", unique: true }, { max: 30 }, { max: 50, unique: true }] as const;
    fc.assert(
      fc.property(logical, fc.constantFrom(...rules), (name, rule) => {
        const physical = physicalName(home, name, rule);
        expect(physical.length).toBeLessThanOrEqual(rule.max);
        expect(physical).toMatch("separator" in rule ? /^[a-z][a-z0-9]+$/ : /^[a-z][a-z0-9-]+$/);
      }),
    );
  });

  it("never lets two names meet", () => {
    fc.assert(
      fc.property(logical, logical, (one, other) => {
        fc.pre(one !== other);
        const rule = { max: 30 };
        expect(physicalName(home, one, rule)).not.toBe(physicalName(home, other, rule));
      }),
    );
  });

  it("differs by account where the whole world shares the names", () => {
    const [here, there] = [home, site("222222222222")].map((on) => physicalName(on, "x1", { max: 63, unique: true }));
    expect(here).not.toBe(there);
  });
});

it("kebab spells keys as names", () => {
  expect(["deadLetterTopic", "queue"].map(kebab)).toEqual(["dead-letter-topic", "queue"]);
});

it("a logical name is short and plain", () => {
  const names = ["orders", "o", "Orders", "1orders", "a".repeat(39), "a".repeat(40)];
  expect(names.filter((name) => LOGICAL_NAME.test(name))).toEqual(["orders", "a".repeat(39)]);
});
