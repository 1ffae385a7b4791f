import { describe, expect, it } from "vitest";
import { PartialFailure, type Provider, ProviderError } from "../../wire/provider.ts";
import type { Properties } from "../../wire/value.ts";
import { createTwin, type Twin } from "../index.ts";
import { ROOT } from "../testing.ts";
import { ArmedFaults } from "./armed.ts";
import { type Fault, type FaultKind, faultText, KINDS, POINTS } from "./fault.ts";
import { faultySource } from "./faulty-provider.ts";
import { drawFaults, parseFault } from "./index.ts";

const TYPE = "aws:sqs/queue:Queue";
const of = (name: string) => ({ urn: `urn:pulumi:test::test::${TYPE}::${name}`, name, type: TYPE });
const fault = (text: string): Fault => {
  const parsed = parseFault(text);
  if (!("fault" in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.fault;
};

/** One provider on a world of its own, with what is armed against it. */
class Stage {
  readonly twin: Twin = TWIN.again();
  armed: ArmedFaults;
  crashes = 0;
  readonly #providers = new Map<string, Promise<Provider>>();

  constructor(...texts: readonly string[]) {
    this.armed = new ArmedFaults(texts.map(fault));
    this.armed.onCrash = () => this.crashes++;
  }
  provider(pkg = "aws", args: Properties = {}): Promise<Provider> {
    const known = this.#providers.get(pkg);
    if (known) return known;
    const open = async (): Promise<Provider> => {
      const source = faultySource(this.twin, this.twin, () => this.armed);
      const provider = await source.open({ package: pkg, log: () => undefined });
      await provider.configure({ urn: `urn:pulumi:test::test::pulumi:providers:${pkg}::p`, id: "p", args });
      return provider;
    };
    const opened = open();
    this.#providers.set(pkg, opened);
    return opened;
  }
  async create(name = "orders", timeout = 0): Promise<unknown> {
    const provider = await this.provider();
    return await provider
      .create({ ...of(name), properties: { name: `${name}-1` }, timeout, preview: false })
      .catch((error: unknown) => error);
  }
  get names(): string[] {
    return this.twin.world.things.map(({ urn }) => urn.split("::").at(-1) ?? "");
  }
  get outcomes(): string[] {
    return this.armed.fired.map(({ outcome }) => outcome);
  }
}
const TWIN = createTwin({ programDirectory: ROOT });

describe("the text of a fault", () => {
  it.each([
    "create:aws:s3/bucket:Bucket::site@after-effect=crash-provider",
    "*:*@before-effect=throttled*always",
    "delete:aws:*::orders-*@waiting=timeout*3",
    "create:*@before-effect=slow:300s",
    "outage:aws",
    "outage:azure-native:westeurope",
  ])("%s reads back as it was written", (text) => {
    expect(faultText(fault(text))).toBe(text);
  });

  it.each([
    [
      "make:x@before=broken*0",
      /'make' is no operation.*; 'before' is no point.*; 'broken' is no kind.*; '0' is no count/,
    ],
    ["create:x", /expected <operation>/],
    ["create:x@before-effect=slow", /slow takes a duration/],
    ["create:x@before-effect=denied:5m", /denied takes no duration/],
    ["read:x@after-effect=denied", /a read has no effect/],
    ["outage:", /an outage is/],
    ["random:many", /random:<count>/],
  ])("%s is refused, with everything that is wrong", (text, mistake) => {
    expect(parseFault(text)).toEqual({ mistake: expect.stringMatching(mistake) as string });
  });

  it("random ones are drawn by the seed, for different operations", () => {
    const planned = ["a", "b", "c", "d"].map((name) => ({ operation: "create" as const, type: TYPE, name }));
    const drawn = drawFaults(2, planned, "one").map(faultText);
    expect(drawn).toEqual(drawFaults(2, planned, "one").map(faultText));
    expect(
      new Set(["one", "two", "three", "four"].map((seed) => String(drawFaults(2, planned, seed).map(faultText)))).size,
    ).toBeGreaterThan(1);
    expect(new Set(drawn.map((text) => text.split("@")[0])).size).toBe(2);
  });
});

describe("every point and kind of a create", () => {
  const isCrash = (kind: FaultKind): boolean => kind.startsWith("crash");
  it.each(POINTS.flatMap((point) => KINDS.map((kind) => [point, kind] as const)))("%s, %s", async (point, kind) => {
    const stage = new Stage(`create:*@${point}=${kind === "slow" ? "slow:1s" : kind}*always`);
    const ended = await stage.create();
    const absorbed = stage.outcomes.filter((outcome) => outcome === "absorbed").length;
    expect(stage.crashes).toBe(kind === "crash-engine" ? 1 : 0);
    if (kind === "slow") {
      expect([stage.names, stage.outcomes]).toEqual([["orders"], ["delayed"]]);
      return;
    }
    expect(ended).toBeInstanceOf(ProviderError);
    expect(stage.names).toEqual(point === "before-effect" ? [] : ["orders"]);
    expect(ended instanceof PartialFailure).toBe(point === "waiting" && !isCrash(kind));
    const retried = point === "before-effect" && (kind === "throttled" || kind === "unavailable");
    expect([absorbed, stage.outcomes.at(-1)]).toEqual([retried ? 25 : 0, "failed"]);
    // a dead process answers nobody, a cloud that said no goes on
    stage.armed = Object.assign(new ArmedFaults([]), { crashed: stage.armed.crashed });
    expect((await stage.create("later")) instanceof ProviderError).toBe(isCrash(kind));
  });
});

describe("faults", () => {
  it("that the provider tries again after are not seen", async () => {
    const stage = new Stage("create:*@before-effect=throttled*3");
    expect(await stage.create()).toMatchObject({ id: expect.any(String) as string });
    expect(stage.outcomes).toEqual(["absorbed", "absorbed", "absorbed"]);
  });

  it("speak each cloud's own words", async () => {
    const said = async (pkg: string, type: string): Promise<unknown> => {
      const provider = await new Stage("create:*@after-effect=expired").provider(pkg, { project: "p" });
      const properties = pkg === "azure-native" ? { location: "westeurope" } : { accountId: "abc-def", name: "x" };
      const request = { urn: `urn:pulumi:t::t::${type}::x`, name: "x", type, properties, timeout: 0, preview: false };
      return await provider.create(request).catch((error: unknown) => (error as Error).message);
    };
    expect(await said("aws", TYPE)).toMatch(/ExpiredToken/);
    expect(await said("gcp", "gcp:serviceaccount/account:Account")).toMatch(/invalid_grant/);
    expect(await said("azure-native", "azure-native:resources:ResourceGroup")).toMatch(/ExpiredAuthenticationToken/);
  });

  it("of a delete that is waited for leave the object, those after it do not", async () => {
    for (const [point, left] of [
      ["waiting", 1],
      ["after-effect", 0],
      ["before-effect", 1],
    ] as const) {
      const stage = new Stage(`delete:*@${point}=timeout`);
      const { id, properties } = (await stage.create()) as { id: string; properties: Properties };
      const request = { ...of("orders"), id, oldInputs: {}, oldOutputs: properties, timeout: 0 };
      await expect((await stage.provider()).delete(request)).rejects.toThrow(/timeout/);
      expect(stage.names).toHaveLength(left);
    }
  });

  it("strike a read, a check and a configuration", async () => {
    const stage = new Stage("read:*@before-effect=denied", "check:*@before-effect=denied");
    const provider = await stage.provider();
    const read = provider.read({ ...of("x"), id: "x", inputs: undefined, state: undefined, timeout: 0 });
    await expect(read).rejects.toThrow(/AccessDenied/);
    const check = provider.check({ ...of("x"), oldInputs: undefined, news: {}, randomSeed: new Uint8Array(32) });
    await expect(check).rejects.toThrow(/AccessDenied/);
    await expect(new Stage("configure:*@before-effect=expired").provider()).rejects.toThrow(/ExpiredToken/);
  });

  it("that are outages strike what lies there, zones with their region", async () => {
    const strike = async (place: string, properties: Properties, region = "eu-west-1"): Promise<boolean> => {
      const stage = new Stage(`outage:aws:${place}`);
      const provider = await stage.provider("aws", { region });
      const made = provider.create({ ...of("x"), properties, timeout: 0, preview: false });
      return await made.then(
        () => false,
        () => true,
      );
    };
    expect(await strike("eu-west-1", {})).toBe(true);
    expect(await strike("eu-west-1", { region: "eu-central-1" })).toBe(false);
    expect(await strike("eu-west-1", { availabilityZone: "eu-west-1b" })).toBe(true);
    expect(await strike("eu-west-1a", { availabilityZone: "eu-west-1b" })).toBe(false);
    expect(await strike("eu-west-1", {}, "eu-west-11")).toBe(false);
  });

  it("that are outages let a provider check what it is given, which it does by itself", async () => {
    const provider = await new Stage("outage:aws").provider("aws", { region: "eu-west-1" });
    const news = { visibilityTimeoutSeconds: 30 };
    const checked = await provider.check({ ...of("x"), oldInputs: undefined, news, randomSeed: new Uint8Array(32) });
    expect(checked.failures).toEqual([]);
  });

  it("that take longer than an operation may are timeouts, and the object is there", async () => {
    const stage = new Stage("create:*@before-effect=slow:5m");
    expect(await stage.create("orders", 60)).toMatchObject({ message: expect.stringMatching(/timeout/) as string });
    expect([stage.names, stage.outcomes]).toEqual([["orders"], ["failed"]]);
  });

  it("that nothing matched are told", async () => {
    const stage = new Stage("create:*::nothing@before-effect=denied");
    await stage.create();
    expect(stage.armed.unfired.map(faultText)).toEqual(["create:*::nothing@before-effect=denied"]);
  });
});

describe("a Kubernetes cluster that does not answer", () => {
  const MAP = "kubernetes:core/v1:ConfigMap";
  const map = { urn: `urn:pulumi:test::test::${MAP}::m`, name: "m", type: MAP };
  const properties = { metadata: { name: "m", namespace: "default" }, data: { a: "1" } };
  const outage = "outage:kubernetes:home";
  const before = async (args: Properties) => {
    const stage = new Stage();
    const provider = await stage.provider("kubernetes", { clusterIdentifier: "aws/eu-west-1/home", ...args });
    const made = await provider.create({ ...map, properties, timeout: 0, preview: false });
    stage.armed = new ArmedFaults([fault(outage)]);
    const state = { id: made.id, state: made.properties, inputs: properties, timeout: 0 };
    const changed = { ...map, id: made.id, oldInputs: properties, oldOutputs: made.properties, timeout: 0 };
    return { provider, state, changed };
  };

  it("is skipped where its provider was told to: a refresh keeps the state, and nothing new is asked for", async () => {
    const { provider, state, changed } = await before({ skipUpdateUnreachable: true });
    expect(await provider.read({ ...map, ...state })).toEqual({
      id: state.id,
      properties: state.state,
      inputs: state.inputs,
    });
    const news = { ...properties, data: { a: "2" } };
    const randomSeed = new Uint8Array(32);
    const checked = await provider.check({ ...map, oldInputs: properties, news, randomSeed });
    expect(checked).toEqual({ inputs: properties, failures: [] });
    const update = { ...changed, news, preview: false, ignoreChanges: [] };
    await expect(provider.update(update)).rejects.toThrow("configured Kubernetes cluster is unreachable");
    await expect(provider.delete(changed)).rejects.toThrow("configured Kubernetes cluster is unreachable");
  });

  it("is forgotten where its provider was told to, but for releases", async () => {
    const { provider, state, changed } = await before({ deleteUnreachable: "true", skipUpdateUnreachable: true });
    expect(await provider.read({ ...map, ...state })).toBeUndefined();
    await provider.delete(changed);
    const release = { ...changed, type: "kubernetes:helm.sh/v3:Release" };
    await expect(provider.delete(release)).rejects.toThrow("configured Kubernetes cluster is unreachable");
  });

  it("fails a refresh where its provider was not", async () => {
    const { provider, state } = await before({});
    await expect(provider.read({ ...map, ...state })).rejects.toThrow("configured Kubernetes cluster is unreachable");
  });

  it("does not strike another cluster", async () => {
    const { provider, state } = await before({ clusterIdentifier: "gcp/europe-west1/other" });
    expect((await provider.read({ ...map, ...state }))?.id).toBe(state.id);
  });
});
