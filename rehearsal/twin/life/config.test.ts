import { expect, test } from "vitest";
import { openSchemas } from "../schema/index.ts";
import { shopSdk, temporary, under } from "../schema/testing.ts";
import { checkConfig } from "./config.ts";

const settings = "export declare const place: string | undefined;\nexport declare const zones: string[];\n";
const program = (more: Readonly<Record<string, string>> = {}) =>
  openSchemas(
    temporary({
      "package.json": JSON.stringify({ dependencies: { "@pulumi/shop": "1.2.3" } }),
      ...under("node_modules/@pulumi/shop", { ...shopSdk("new"), ...more }),
    }),
  );
const check = (schemas: ReturnType<typeof program>, news: Readonly<Record<string, string>>) =>
  checkConfig(
    { urn: "", news, oldInputs: undefined, oldOutputs: undefined },
    schemas.resource("pulumi:providers:shop"),
    schemas.settings("shop"),
    {},
  ).failures;

test("a default provider may be told what only the SDK reads", () => {
  const schemas = program({ "config/vars.d.ts": settings });
  expect(schemas.settings("shop")).toEqual(["place", "zones"]);
  expect(check(schemas, { place: "north" })).toEqual([]);
  expect(check(schemas, { plaice: "north" })).toMatchObject([{ property: "plaice" }]);
});

test("without such a declaration its arguments are all there is", () => {
  expect(check(program(), { place: "north" })).toMatchObject([{ property: "place" }]);
});
