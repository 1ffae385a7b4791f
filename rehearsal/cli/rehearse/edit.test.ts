import { expect, it } from "vitest";
import type { Goal } from "../../engine/resource.ts";
import { Secret } from "../../wire/value.ts";
import { editorOf } from "./edit.ts";

const goal = (properties: Goal["properties"]) => ({ type: "a:b:C", name: "c", custom: true, properties }) as Goal;
const edited = (set: Parameters<typeof editorOf>[0][number]["set"], properties: Goal["properties"]) =>
  editorOf([{ name: "c", set }]).edit(goal(properties)).properties;

it("leaves a secret what it is when something inside it is changed", () => {
  const env = { variables: new Secret({ A: "one", B: "two" }) };
  expect(edited({ "env.variables.A": "other" }, { env })).toEqual({
    env: { variables: new Secret({ A: "other", B: "two" }) },
  });
  expect(edited({ "env.variables.A": null }, { env })).toEqual({ env: { variables: new Secret({ B: "two" }) } });
});
