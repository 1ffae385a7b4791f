import { describe, expect, it } from "vitest";
import { Bag } from "../core/props.ts";
import { provedIn, shownIn } from "./proved.ts";
import { AWS } from "./testing/clouds.ts";
import { graphOf } from "./testing/program.ts";

const to = (cluster: string) => ({
  name: `internet to ${cluster}`,
  from: { internet: true },
  to: { cluster, apiServer: true, port: 443 },
  expect: "closed",
  why: "test",
});
const asked = (paths: unknown) => ({ config: new Bag({ paths }), graph: graphOf(AWS) });

describe("what is shown of declared paths", () => {
  it("is each that is of the stack, without what only verdicts need", () => {
    const run = asked({ mayBeAbsent: ["eks", "far"], paths: [to("eks"), to("far")] });
    expect(shownIn(run)).toMatchObject([{ name: "internet to eks", state: "closed", expect: "closed" }]);
    expect(shownIn(run)[0]).not.toHaveProperty("open");
    expect(provedIn(run)).toHaveLength(2);
  });

  it("is nothing where they are for other stacks, and none where none are declared", () => {
    expect(shownIn(asked({ values: { dev: {} }, paths: [to("eks")] }))).toEqual([]);
    expect(provedIn(asked({ values: { dev: {} }, paths: [to("eks")] }))).toMatch(/values has none for the stack/);
    expect(provedIn({ config: new Bag({}), graph: graphOf(AWS) })).toEqual([]);
  });

  it("is followed once for a graph", () => {
    const run = asked([to("eks")]);
    expect(provedIn(run)).toBe(provedIn(run));
  });
});
