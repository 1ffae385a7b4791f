import { containsCidr, overlapCidr } from "cidr-tools";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressIn, allocate, cut, overlaps, type Place, planAddresses, RESERVED } from "./index.ts";

const place = fc.record({ cloud: fc.constantFrom("aws", "gcp", "azure"), slot: fc.integer({ min: 0, max: 7 }) });
const plans = fc
  .uniqueArray(place, { selector: ({ cloud, slot }) => `${cloud}${slot}`, minLength: 1, maxLength: 24 })
  .map((all): Place[] => all.map((one) => ({ ...one, name: `${one.cloud}${one.slot}` })));

/** Everything that must be apart: whole networks, their parts, pods and services. */
const blocksOf = (plan: readonly Place[]) =>
  planAddresses(plan).flatMap(({ name, addresses }) =>
    Object.entries(addresses).flatMap(([part, cidr]) =>
      part === "network" || part === "slot" ? [] : [[`${name}.${part}`, String(cidr)] as const],
    ),
  );

describe("the address plan", () => {
  it("never gives an address twice, nor one that is reserved", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const blocks = [...blocksOf(plan), ...Object.entries(RESERVED)];
        expect(overlaps(blocks)).toEqual([]);
      }),
    );
  });

  it("moves no block when sites are added, removed or reordered", () => {
    fc.assert(
      fc.property(plans, fc.func(fc.nat()), (plan, order) => {
        const before = new Map(planAddresses(plan).map(({ name, addresses }) => [name, addresses]));
        const others = plan
          .slice(1)
          .map((one) => ({ one, at: order(one.name) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        for (const { name, addresses } of planAddresses(others)) expect(addresses).toEqual(before.get(name));
      }),
    );
  });

  it("keeps the parts inside their network", () => {
    fc.assert(
      fc.property(place, ({ cloud, slot }) => {
        const { network, pods, services, ...parts } = allocate(cloud, slot);
        const blocks = Object.values(parts).filter((part) => typeof part === "string");
        expect(containsCidr(network, blocks)).toBe(true);
        expect(overlapCidr(network, [pods, services])).toBe(false);
      }),
    );
  });

  it("names every mistake at once", () => {
    const plan: Place[] = [
      { name: "a", cloud: "aws", slot: 1 },
      { name: "b", cloud: "aws", slot: 1 },
      { name: "c", cloud: "gcp", slot: 8 },
      { name: "a", cloud: "azure", slot: 0.5 },
    ];
    const paths = ["b.slot", "c.slot", "a.slot", "a"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => planAddresses(plan)).toThrow(expect.objectContaining({ errors }));
  });

  it("is the one of the documentation", () => {
    expect([allocate("aws", 0), allocate("gcp", 1), allocate("azure", 7)]).toMatchSnapshot();
  });
});

describe("cutting", () => {
  it("gives a block to each zone, wherever there is one more", () => {
    expect(cut("10.16.0.0/17", 1)).toEqual(["10.16.0.0/19"]);
    expect(cut("10.16.0.0/17", 3)).toEqual(["10.16.0.0/19", "10.16.32.0/19", "10.16.64.0/19"]);
    expect(() => cut("10.16.0.0/17", 5)).toThrow("10.16.0.0/17 has no 5 blocks of /19");
  });

  it("counts addresses from the first", () => {
    expect(addressIn("10.16.151.0/24", 10)).toBe("10.16.151.10");
  });
});

it("finds what meets among ranges that others chose", () => {
  expect(
    overlaps([
      ["a", "10.0.0.0/8"],
      ["b", "10.1.0.0/16"],
      ["c", "192.168.0.0/16"],
    ]),
  ).toEqual(["a (10.0.0.0/8) and b (10.1.0.0/16)"]);
});
