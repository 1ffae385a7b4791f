import { afterAll, describe, expect, it } from "vitest";
import { UNKNOWN } from "../../wire/value.ts";
import { urnOf, Workshop } from "../testing.ts";
import { MemoryCloud } from "./testing.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

describe("packages", () => {
  const PACKAGE = `{ baseProviderName: "base", baseProviderVersion: "2.0.0", baseProviderDownloadUrl: "", packageName: "mem", packageVersion: "1.2.3", base64Parameter: "aGVsbG8=" }`;

  it("open their plugin with the parameterization, and keep it in the state", async () => {
    const cloud = new MemoryCloud();
    const source = `
      const { registerPackage } = require("@pulumi/pulumi/runtime");
      const ref = registerPackage(${PACKAGE});
      new Thing("a", {}, {}, ref);
      const mem = new Mem("own", {}, {}, ref);
      new Thing("b", {}, { provider: mem });`;
    const { state, result } = await workshop.deploy(source, { cloud });
    expect(result).toBe("succeeded");
    const value = new TextEncoder().encode("hello");
    expect(cloud.opened).toHaveLength(2);
    for (const { package: pkg, version, parameterization } of cloud.opened) {
      expect([pkg, version]).toEqual(["base", "2.0.0"]);
      expect(parameterization).toMatchObject({ name: "mem", version: "1.2.3" });
      expect([...(parameterization?.value ?? [])]).toEqual([...value]);
    }
    const providers = state.resources.filter(({ type }) => type === "pulumi:providers:mem");
    expect(providers.map(({ inputs }) => inputs["__internal"])).toEqual(
      [0, 1].map(() => ({ name: "base", parameterization: { version: "1.2.3", value: "aGVsbG8=" } })),
    );
    for (const { request } of cloud.calls.filter(({ method }) => method === "configure"))
      expect(request).not.toHaveProperty("args.__internal");
    // the state alone is enough to find the plugin again
    const again = new MemoryCloud();
    const gone = await workshop.deploy(undefined, { cloud: again, verb: "destroy", state });
    expect([gone.result, gone.state.resources]).toEqual(["succeeded", []]);
    expect(again.opened.every(({ parameterization }) => parameterization?.name === "mem")).toBe(true);
  });

  it("have one reference for equal requests", async () => {
    const source = `
      const settings = require("@pulumi/pulumi/runtime/settings");
      const messages = require("@pulumi/pulumi/proto/resource_pb");
      const register = (version) => new Promise((resolve, reject) => {
        const request = new messages.RegisterPackageRequest();
        request.setName("mem"); request.setVersion(version);
        settings.getMonitor().registerPackage(request, (error, response) => error ? reject(error) : resolve(response.getRef()));
      });
      exports.refs = Promise.all([register("1.0.0"), register("1.0.0"), register("2.0.0")]);`;
    const { outputs } = await workshop.deploy(source, { cloud: new MemoryCloud() });
    const [a, b, c] = outputs["refs"] as string[];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });
});

describe("a provider whose configuration is not known yet", () => {
  const source = (place: string): string => `
    const first = new Thing("first", { place: ${JSON.stringify(place)}, forcePlace: ${JSON.stringify(place)} });
    const mem = new Mem("mem", { place: first.made });
    const a = new Thing("a", { n: ${place.length} }, { provider: mem });
    exports.made = a.made;
    exports.answer = pulumi.runtime.invokeOutput("mem:index:ask", { n: 1 }, { provider: mem });`;

  it("is not configured or asked in a preview: everything is unknown, an update is assumed with a warning", async () => {
    const cloud = new MemoryCloud();
    const fresh = await workshop.deploy(source("x"), { cloud, verb: "preview" });
    expect(fresh.result).toBe("succeeded");
    expect(fresh.outputs["made"]).toBe(UNKNOWN);
    expect(cloud.log("configure", "check", "create")).toEqual(["configure", "check first", "create first"]);
    expect(cloud.log("invoke")).toEqual([]);
    const up = await workshop.deploy(source("x"), { cloud });
    expect(up.result).toBe("succeeded");
    cloud.calls.length = 0;
    const later = await workshop.deploy(source("xy"), { cloud, state: up.state, verb: "preview" });
    expect(later.ops).toContain("update a");
    expect(later.said("warning")).toMatch(/inputs that are not known during preview/);
    expect(cloud.log("diff", "update")).toEqual(["diff first"]);
    const done = await workshop.deploy(source("xy"), { cloud, state: up.state });
    expect(done.result).toBe("succeeded");
  });
});

describe("a replaced provider", () => {
  it("deletes the old objects through the old configuration", async () => {
    const source = (region: string): string => `
      const mem = new Mem("mem", { place: "${region}", region: "${region}" });
      const a = new Thing("a", {}, { provider: mem });
      new Thing("b", { of: a.made }, { provider: mem });`;
    const cloud = new MemoryCloud();
    const one = await workshop.deploy(source("east"), { cloud });
    cloud.calls.length = 0;
    const two = await workshop.deploy(source("west"), { cloud, state: one.state });
    expect(two.result).toBe("succeeded");
    const places = (method: string): string[] =>
      cloud.calls.flatMap((call) => (call.method === method ? [call.place] : []));
    expect(places("create")).toEqual(["west", "west"]);
    expect(places("delete")).toEqual(["east", "east"]);
    expect(two.ops.slice(-3)).toEqual(["delete-replaced b", "delete-replaced a", "delete-replaced mem"]);
    expect([...cloud.objects.keys()]).toEqual([two.entry("a")?.id, two.entry("b")?.id]);
    expect(two.entry("a")?.provider).toContain(urnOf("mem", "pulumi:providers:mem"));
  });
});
