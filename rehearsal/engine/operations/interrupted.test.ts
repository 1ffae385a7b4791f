import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { MemoryCloud } from "../providers/testing.ts";
import { readState } from "../state/file.ts";
import { Workshop } from "../testing.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const PROGRAM = `
  const a = new Thing("a", {});
  const b = new Thing("slow", { of: a.made });
  new Thing("c", { of: b.made });`;

describe("an engine killed during a create", () => {
  it("leaves the pending creation in the state; the next run warns, and it survives until refreshed away", async () => {
    const file = `${workshop.directory}/state.json`;
    const script = workshop.write(
      "engine.mts",
      `
      import { writeFileSync, renameSync } from "node:fs";
      import { MemoryCloud } from ${JSON.stringify(here("../providers/testing.ts"))};
      import { PassphraseCipher } from ${JSON.stringify(here("../state/passphrase.ts"))};
      import { writeState } from ${JSON.stringify(here("../state/file.ts"))};
      import { Workshop } from ${JSON.stringify(here("../testing.ts"))};
      const cloud = new MemoryCloud({
        create: (request, plain) => request.name === "slow" ? new Promise((done) => setTimeout(done, 600_000)) : plain(),
      });
      const cipher = PassphraseCipher.create("pass", "seed");
      const onStateChange = (state) => {
        writeFileSync("${file}.new", JSON.stringify(writeState(state(), "2030-01-01T00:00:00Z", cipher)));
        renameSync("${file}.new", "${file}");
      };
      const workshop = new Workshop();
      process.stdout.write(workshop.directory);
      await workshop.deploy(${JSON.stringify(PROGRAM)}, { cloud, onStateChange });`,
    );
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    let folder = "";
    child.stdout.on("data", (data: Buffer) => {
      folder += String(data);
    });
    const begun = (): boolean => existsSync(file) && readFileSync(file, "utf8").includes('"creating"');
    const slow = (): boolean => begun() && readFileSync(file, "utf8").includes("::slow");
    for (let i = 0; i < 2000 && !slow(); i++) await wait(20);
    const gone = new Promise((done) => child.once("close", done));
    child.kill("SIGKILL");
    await gone;
    rmSync(folder, { recursive: true, force: true });

    const { state } = readState(readFileSync(file, "utf8"), file, "pass");
    expect(state.pending.map(({ type, resource }) => [type, resource.urn.split("::").at(-1)])).toEqual([
      ["creating", "slow"],
    ]);
    expect(state.resources.map(({ urn }) => urn.split("::").at(-1))).toContain("a");

    const cloud = new MemoryCloud();
    const next = await workshop.deploy(PROGRAM, { cloud, state });
    expect(next.result).toBe("succeeded");
    expect(next.said("warning")).toMatch(/pending operations/);
    expect(next.ops).toEqual(["same a", "create slow", "create c"]);
    expect(next.state.pending.map(({ type }) => type)).toEqual(["creating"]);
    const refreshed = await workshop.deploy(undefined, { cloud, state: next.state, verb: "refresh" });
    expect(refreshed.state.pending.map(({ type }) => type)).toEqual(["creating"]);
    const cleared = await workshop.deploy(undefined, {
      cloud,
      state: next.state,
      verb: "refresh",
      flags: { clearPendingCreates: true },
    });
    expect(cleared.state.pending).toEqual([]);
  });

  it("forgets other pending operations at the first write", async () => {
    const cloud = new MemoryCloud();
    const one = await workshop.deploy(`new Thing("a")`, { cloud });
    const pending = [
      { type: "updating" as const, resource: one.entry("a") as NonNullable<ReturnType<typeof one.entry>> },
    ];
    const two = await workshop.deploy(`new Thing("a"); new Thing("b")`, { cloud, state: { ...one.state, pending } });
    expect(two.said("warning")).toMatch(/pending operations/);
    expect(two.state.pending).toEqual([]);
  });
});

describe("a refresh that is told what a pending creation made", () => {
  it("takes it over with the inputs it was made with, or forgets it where nothing is there", async () => {
    const cloud = new MemoryCloud();
    const one = await workshop.deploy(`new Thing("a", { n: 1 })`, { cloud });
    const made = one.entry("a") as NonNullable<ReturnType<typeof one.entry>>;
    const pending = [{ type: "creating" as const, resource: { ...made, id: "", outputs: {} } }];
    const state = { ...one.state, resources: one.state.resources.filter((entry) => entry !== made), pending };
    const refresh = async (id: string) =>
      await workshop.deploy(undefined, {
        cloud,
        state,
        verb: "refresh",
        flags: { importPendingCreates: { [made.urn]: id } },
      });
    const took = await refresh(made.id);
    expect([took.state.pending, took.entry("a")]).toMatchObject([[], { id: made.id, outputs: made.outputs }]);
    const again = await workshop.deploy(`new Thing("a", { n: 1 })`, { cloud, state: took.state });
    expect(again.ops).toEqual(["same a"]);
    const forgot = await refresh("nothing");
    expect([forgot.state.pending, forgot.entry("a")]).toEqual([[], undefined]);
  });
});

describe("Ctrl-C", () => {
  it("lets running steps finish, keeps the state, ends the program, and says canceled", async () => {
    const stop = new AbortController();
    const cloud = new MemoryCloud({
      create: async (request, plain) => {
        if (request.name !== "slow") return plain();
        stop.abort();
        await wait(50);
        return plain();
      },
    });
    const done = await workshop.deploy(PROGRAM, { cloud, signal: stop.signal });
    expect(done.result).toBe("canceled");
    expect(done.ops).toEqual(["create a", "create slow"]);
    expect(done.entry("slow")?.id).toBe("slow-2");
    expect(done.state.pending).toEqual([]);
    expect(cloud.cancels).toBeGreaterThan(0);
    expect(done.events.at(-1)).toMatchObject({ kind: "summary", result: "canceled" });
    const next = await workshop.deploy(PROGRAM, { cloud: new MemoryCloud(), state: done.state });
    expect([next.result, next.ops]).toEqual(["succeeded", ["same a", "same slow", "create c"]]);
  });

  it("stops deletes between waves, and asks no stack policy after", async () => {
    const stop = new AbortController();
    const cloud = new MemoryCloud();
    const { state } = await workshop.deploy(PROGRAM, { cloud });
    cloud.rules = { delete: (_, plain) => (stop.abort(), plain()) };
    const done = await workshop.deploy(undefined, { cloud, state, verb: "destroy", signal: stop.signal });
    expect([done.result, done.ops]).toEqual(["canceled", ["delete c"]]);
    expect(done.entry("slow")?.id).toBe("slow-2");
  });

  it("before the start touches nothing", async () => {
    const cloud = new MemoryCloud();
    const done = await workshop.deploy(PROGRAM, { cloud, signal: AbortSignal.abort() });
    expect([done.result, done.ops, cloud.objects.size]).toEqual(["canceled", [], 0]);
  });
});
