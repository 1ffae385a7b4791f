import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cloud } from "../../core/site.ts";
import { clouds } from "../../core/testing.ts";
import { build } from "../bundle.ts";
import { callHttp, callMessages, type Loaded } from "./testing.ts";

const entry = (kind: "message" | "http") => fileURLToPath(new URL(`./samples/${kind}.ts`, import.meta.url));

/** Runs a bundle as its cloud would: it may ask for nothing but what the cloud brings. */
function load(cloud: Cloud, kind: "message" | "http"): Loaded {
  const module = { exports: {} as { handler?: unknown } };
  const registered: Loaded["registered"] = [];
  const core = {
    registerFunction: (metadata: object, callback: (...args: never[]) => unknown) =>
      registered.push({ metadata, callback }),
    setProgrammingModel: () => {},
  };
  const require = (name: string): unknown => (name === "@azure/functions-core" ? core : process.getBuiltinModule(name));
  compileFunction(build(cloud, entry(kind)), ["require", "module", "exports"])(require, module, module.exports);
  return { handler: module.exports.handler as Loaded["handler"], registered };
}

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.stubEnv("PORTABLE_QUEUES", JSON.stringify([{ name: "orders", sessions: true }]));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
const logged = () => vi.mocked(console.log).mock.calls.map(([line]) => JSON.parse(String(line)) as object);

describe.each(clouds)("a handler on %s", (cloud) => {
  it("builds to the same text each time", () => {
    expect(build(cloud, entry("message"))).toBe(build(cloud, entry("message")));
  });

  it("is given a message in the same words", async () => {
    const sent = { id: "m-1", key: "customer-1", attempt: 2, attributes: { source: "shop" }, data: { orderId: "o-1" } };
    expect(await callMessages[cloud](load(cloud, "message"), [sent])).toEqual({ failed: [] });
    expect(logged()).toEqual([expect.objectContaining({ message: "handled", ...sent })]);
  });

  it("gives a message back when it throws, and says why", async () => {
    const sent = { id: "m-1", key: "customer-1", attempt: 1, attributes: {}, data: { orderId: "broken" } };
    expect(await callMessages[cloud](load(cloud, "message"), [sent])).toEqual({ failed: ["m-1"] });
    expect(logged()).toEqual([
      expect.objectContaining({ severity: "ERROR", error: expect.stringContaining("broken order") as string }),
    ]);
  });

  it("answers a request", async () => {
    const answer = await callHttp[cloud](load(cloud, "http"), { method: "POST", path: "/orders?q=1", body: "hello" });
    expect(answer).toEqual({ status: 201, json: { method: "POST", pathname: "/orders", q: "1", body: "hello" } });
  });

  it("answers 500 when it throws, and says why in the log only", async () => {
    const answer = await callHttp[cloud](load(cloud, "http"), { method: "GET", path: "/broken", body: undefined });
    expect(answer).toEqual({ status: 500, json: undefined });
    expect(logged()).toEqual([expect.objectContaining({ severity: "ERROR" })]);
  });

  it.skipIf(cloud !== "aws")(
    "keeps each key in order when one message of a batch fails (only Lambda gets batches)",
    async () => {
      const message = (id: string, key: string, orderId = "o") => ({
        id,
        key,
        attempt: 1,
        attributes: {},
        data: { orderId },
      });
      const sent = [message("a1", "a"), message("a2", "a", "broken"), message("b1", "b"), message("a3", "a")];
      expect(await callMessages[cloud](load(cloud, "message"), sent)).toEqual({ failed: ["a2", "a3"] });
    },
  );
});
