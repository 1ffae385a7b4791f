import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { clouds, one, record, testIdentity } from "../core/testing.ts";
import { Queue, type QueueArgs } from "../queue/index.ts";
import { resolveFunction } from "./args.ts";
import { example } from "./example.ts";
import { Function, type FunctionArgs } from "./index.ts";

const entry = new URL("./example-handler.ts", import.meta.url);
const data = { class: "internal", owner: "sales", retentionDays: 30 } as const;
const site = { cloud: "azure", environment: "prod", tags: { owner: "platform" } } as Site;
const listenedTo = (terms: object) =>
  ({ site, logicalName: "orders", terms: { processingTimeoutSeconds: 45, delivery: "push", ...terms } }) as Queue;

describe("resolveFunction", () => {
  it("fills in the defaults, the timeout from its queue", () => {
    const queue = listenedTo({});
    expect(resolveFunction({ site, entry, on: [queue] })).toMatchObject({
      http: false,
      queues: [queue],
      memoryMb: 512,
      timeoutSeconds: 45,
      maxInstances: 40,
      env: {},
      criticality: "standard",
      tags: { owner: "platform", class: "internal", purpose: "function-code", criticality: "standard" },
    });
  });

  it("answers requests unless told otherwise", () => {
    const { http, timeoutSeconds } = resolveFunction({ site: { ...site, cloud: "aws" } as Site, entry });
    expect({ http, timeoutSeconds }).toEqual({ http: true, timeoutSeconds: 60 });
  });

  it("names every mistake at once", () => {
    const wrong = {
      site,
      entry: pathToFileURL("/nowhere.ts"),
      on: ["http", listenedTo({ delivery: "pull" })],
      memoryMb: 1024,
      timeoutSeconds: 46,
      maxInstances: 39,
      env: { PORTABLE_CLOUD: "mine" },
    } as unknown as FunctionArgs;
    const paths = [
      "entry",
      "on",
      "on[0]",
      "memoryMb",
      "timeoutSeconds",
      "maxInstances",
      "env.PORTABLE_CLOUD",
      "native.azure.auth",
    ];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveFunction(wrong)).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Function on %s", (cloud) => {
  const auth = { clientId: "22222222-2222-4222-8222-222222222222", tenantId: "33333333-3333-4333-8333-333333333333" };
  const build = (args: Partial<FunctionArgs>, then: (built: Function) => unknown = () => {}) =>
    record(cloud, (home) => then(new Function("accept", { site: home, entry, native: { azure: { auth } }, ...args })));
  const listening = (queueArgs: Partial<QueueArgs>, args: Partial<FunctionArgs> = {}) =>
    record(cloud, (home) => {
      const queue = new Queue("orders", { site: home, data, ...queueArgs });
      return new Function("accept", { site: home, entry, on: [queue], ...args });
    });

  it("asks for the same resources", async () => {
    const stable = JSON.stringify(await record(cloud, example)).replaceAll(/\b[0-9a-f]{16}\b/g, "<bundle>");
    expect(JSON.parse(stable)).toMatchSnapshot();
  });

  it("is given what it needs to take messages from its queue, and no more", async () => {
    const seen = await listening({});
    const right = {
      aws: () => one(seen, "aws:iam/rolePolicy:RolePolicy", "orders-receive-accept")["policy"],
      gcp: () => one(seen, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember", "accept-invoke")["role"],
      azure: () => one(seen, "azure-native:authorization:RoleAssignment", "orders-receive-accept")["roleDefinitionId"],
    }[cloud]();
    expect(right).toMatchSnapshot();
  });

  it("asks callers who they are", async () => {
    const seen = await build({});
    const closed = {
      aws: () => one(seen, "aws:lambda/functionUrl:FunctionUrl")["authorizationType"] === "AWS_IAM",
      gcp: () => !JSON.stringify(seen).includes("allUsers"),
      azure: () =>
        Object(one(seen, "azure-native:web:WebAppAuthSettingsV2")["globalValidation"]).requireAuthentication === true,
    }[cloud]();
    expect(closed).toBe(true);
  });

  it.skipIf(cloud === "azure")("lets an identity call it (on Azure the Entra application decides)", async () => {
    const seen = await build({});
    expect(seen.some(({ name }) => name.includes("invoke"))).toBe(false);
    const granted = await build({}, (built) => built.grantInvoke(testIdentity(cloud)));
    expect(granted.filter(({ name }) => name === "accept-invoke-worker")).toMatchSnapshot();
  });

  it("has one listener a queue", async () => {
    const twice = record(cloud, (home) => {
      const queue = new Queue("orders", { site: home, data });
      for (const name of ["first", "second"]) new Function(name, { site: home, entry, on: [queue] });
    });
    await expect(twice).rejects.toThrow("second cannot listen to orders: first does");
  });

  it("may not work longer than its queue waits", async () => {
    const late = listening({ processingTimeoutSeconds: 30 }, { timeoutSeconds: 31 });
    await expect(late).rejects.toThrow("invalid function");
  });
});
