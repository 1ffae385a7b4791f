import { realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFinder } from "./package.ts";
import { temporary } from "./testing.ts";

const json = (value: object) => JSON.stringify(value);
const sdk = (name: string, more: object = {}) => json({ name, version: "2.0.0", pulumi: { resource: true }, ...more });

test("an SDK is found as Node would find it: nearest first, then further up", () => {
  const root = temporary({
    "node_modules/@pulumi/aws/package.json": sdk("@pulumi/aws", { version: "1.0.0" }),
    "node_modules/@pulumi/gcp/package.json": sdk("@pulumi/gcp"),
    "apps/shop/node_modules/@pulumi/aws/package.json": sdk("@pulumi/aws", { exports: { ".": "./index.js" } }),
  });
  const find = packageFinder(join(root, "apps/shop"));
  expect(find("aws")?.version).toBe("2.0.0");
  expect(find("gcp")?.root).toBe(realpathSync(join(root, "node_modules/@pulumi/gcp")));
  expect(find("azure-native")).toBeUndefined();
});

test("third-party SDKs go by the name they have in tokens", () => {
  const program = temporary({
    "package.json": json({ dependencies: { "@acme/cloud": "*", "pulumi-stall": "*", express: "*" } }),
    "src/index.ts": "",
    "node_modules/express/package.json": json({ name: "express" }),
    "node_modules/@acme/cloud/package.json": sdk("@acme/cloud", { pulumi: { name: "acmecloud", version: "3.0.0" } }),
    "node_modules/pulumi-stall/package.json": sdk("pulumi-stall"),
  });
  const find = packageFinder(join(program, "src"));
  expect(find("acmecloud")?.version).toBe("3.0.0");
  expect(find("stall")?.version).toBe("2.0.0");
  expect(find("express")).toBeUndefined();
  expect(find("cloud")).toBeUndefined();
});

test("an SDK that only another SDK depends on is found below it", () => {
  const program = temporary({
    "package.json": json({ dependencies: { "@acme/parts": "*" } }),
    "node_modules/@acme/parts/package.json": json({ name: "@acme/parts", dependencies: { "@pulumi/awsx": "*" } }),
    "node_modules/@acme/parts/node_modules/@pulumi/awsx/package.json": sdk("@pulumi/awsx", {
      dependencies: { "@pulumi/aws": "*" },
    }),
    "node_modules/@acme/parts/node_modules/@pulumi/aws/package.json": sdk("@pulumi/aws"),
  });
  expect(packageFinder(program)("aws")?.version).toBe("2.0.0");
});

test("a locally generated SDK has its scripts below `bin` and its own name", () => {
  const program = temporary({
    "package.json": json({ dependencies: { "@pulumi/azure-native_storage": "*" } }),
    "node_modules/@pulumi/azure-native_storage/package.json": sdk("@pulumi/azure-native_storage", {
      main: "bin/index.js",
      pulumi: { name: "azure-native", version: "3.1.0", parameterization: { name: "azure-native_storage" } },
    }),
    "node_modules/@pulumi/azure-native_storage/bin/index.js": "",
  });
  const found = packageFinder(program)("azure-native_storage");
  expect(found?.root).toMatch(/bin$/);
  expect(found?.version).toBe("3.1.0");
});

test("a broken package.json is no SDK", () => {
  const program = temporary({ "node_modules/@pulumi/aws/package.json": "{", "package.json": "[" });
  expect(packageFinder(program)("aws")).toBeUndefined();
});
