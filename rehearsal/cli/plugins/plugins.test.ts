import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { Subject } from "../../twin/testing.ts";
import { ProviderClient } from "../../wire/provider-client.ts";
import type { Properties } from "../../wire/value.ts";
import { writeHome } from "./home.ts";

const PROGRAM = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "archipel home "));
const home = writeHome(join(folder, "it's a home"), PROGRAM);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running: ChildProcess[] = [];
const killAll = async (): Promise<void> => {
  const living = running.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(
    living.map((child) => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      return gone;
    }),
  );
};
afterEach(killAll);

/** Starts a launcher as the CLI does: from any folder, with the address of the engine. */
async function start(name: string, config: Properties = {}, world = "world"): Promise<ProviderClient> {
  const plugin = home.plugins.find((one) => one.name === name);
  if (!plugin) throw new Error(`no launcher for ${name}`);
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ARCHIPEL_WORLD: join(folder, world) };
  const file = join(home.directory, plugin.file);
  const child = spawn(file, ["127.0.0.1:1"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const [port] = (await createInterface({ input: child.stdout })
    [Symbol.asyncIterator]()
    .next()
    .then(({ value }) => [Number(value)])) as [number];
  const client = new ProviderClient(port, () => Promise.resolve());
  await client.handshake("127.0.0.1:1");
  await client.learnVersion();
  const urn = `urn:pulumi:test::test::pulumi:providers:${name}::of-the-test`;
  const { inputs, failures } = await client.checkConfig({
    urn,
    oldInputs: undefined,
    oldOutputs: undefined,
    news: { ...config, version: plugin.version },
  });
  expect(failures).toEqual([]);
  const { replaces } = await client.diffConfig({ urn, id: "one", oldInputs: inputs, oldOutputs: inputs, news: inputs });
  expect(replaces).toEqual([]);
  await client.configure({ urn, id: "one", args: inputs });
  return client;
}

const PACKAGES: readonly (readonly [name: string, type: string, inputs: Properties])[] = [
  ["aws", "aws:s3/bucket:Bucket", { forceDestroy: true }],
  ["azure-native", "azure-native:resources:ResourceGroup", { location: "westeurope" }],
  ["gcp", "gcp:storage/bucket:Bucket", { location: "EU" }],
  ["kubernetes", "kubernetes:core/v1:ConfigMap", { data: { key: "value" } }],
  ["random", "random:index/randomPet:RandomPet", { length: 2 }],
  ["tls", "tls:index/privateKey:PrivateKey", { algorithm: "ED25519" }],
];

describe("a launcher started by hand", { timeout: 60_000 }, () => {
  it.each(PACKAGES)("serves %s", async (name, type, inputs) => {
    const provider = await start(name);
    const { version } = JSON.parse(
      readFileSync(join(PROGRAM, "node_modules/@pulumi", name, "package.json"), "utf8"),
    ) as { version: string };
    expect(provider.version).toBe(version);
    const subject = await new Subject(provider, type).create(inputs);
    expect(subject.id).not.toBe("");
    expect(await subject.read()).toMatchObject({ id: subject.id });
    expect((await subject.diff(inputs)).changes).toBe("none");
    await subject.delete();
    if (name !== "random" && name !== "tls") expect(await subject.read()).toBeUndefined();
  });

  it("keeps its configuration to itself, and shares the world with the others", async () => {
    const [ireland, virginia] = await Promise.all([
      start("aws", { region: "eu-west-1" }),
      start("aws", { region: "us-east-1" }),
    ]);
    const queue = (provider: ProviderClient, name: string) =>
      new Subject(provider, "aws:sqs/queue:Queue", name).create({});
    const [here, there] = await Promise.all([queue(ireland, "here"), queue(virginia, "there")]);
    expect([here.outputs["arn"], there.outputs["arn"]]).toEqual([
      expect.stringMatching(/^arn:aws:sqs:eu-west-1:/),
      expect.stringMatching(/^arn:aws:sqs:us-east-1:/),
    ]);
    const seen = Object.assign(new Subject(ireland, "aws:sqs/queue:Queue", "there"), {
      id: there.id,
      outputs: there.outputs,
    });
    expect(await seen.read()).toMatchObject({ id: there.id });
    const taken = [ireland, virginia].map((provider, i) =>
      new Subject(provider, "aws:s3/bucket:Bucket", `b${i}`).create({ bucket: "the-only-one" }),
    );
    expect((await Promise.allSettled(taken)).map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("loses nothing when many work at once and all are killed", async () => {
    const providers = await Promise.all([1, 2, 3].map(() => start("aws", {}, "busy")));
    const made = await Promise.all(
      providers.flatMap((provider, p) =>
        Array.from({ length: 20 }, (_, i) => new Subject(provider, "aws:sqs/queue:Queue", `q${p}-${i}`).create({})),
      ),
    );
    await killAll();
    const late = await start("aws", {}, "busy");
    const found = await Promise.all(
      made.map(({ name, id, outputs }) =>
        Object.assign(new Subject(late, "aws:sqs/queue:Queue", name), { id, outputs }).read(),
      ),
    );
    expect(found.map((one) => one?.id)).toEqual(made.map(({ id }) => id));
    expect(new Set(made.map(({ id }) => id)).size).toBe(60);
    expect(statSync(join(folder, "busy")).mode & 0o077).toBe(0);
  });

  it("is written once", () => {
    expect(writeHome(home.directory, PROGRAM).plugins.map(({ written }) => written)).not.toContain(true);
  });
});
