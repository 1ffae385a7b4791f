import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { StackConfig } from "../../engine/config.ts";
import { startPack } from "../../engine/policies/pack.ts";
import type { ResourceState } from "../../engine/resource.ts";
import { PassphraseCipher } from "../../engine/state/passphrase.ts";
import { decode, encode } from "../../wire/struct.ts";
import { type Properties, Secret } from "../../wire/value.ts";
import { UserError } from "../failure.ts";
import type { Setup } from "../rehearse/setup.ts";
import { argumentsOf } from "./command-line.ts";
import { EventReader } from "./events.ts";
import { findPulumi } from "./find.ts";
import { withPlaces } from "./places.ts";
import { Workspace } from "./workspace.ts";

const folder = mkdtempSync(join(tmpdir(), "archipel-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = new StackConfig(
  new Map([
    ["shop:size", { value: "3", secret: false }],
    ["shop:tags", { value: '{"team":"a"}', secret: false }],
    ["shop:password", { value: "hunter2", secret: true }],
  ]),
);
const setup = {
  project: { name: "shop", directory: folder },
  settings: { name: "dev", config },
  program: {
    directory: folder,
    sdkDirectory: folder,
    env: { HOME: "/home/me", PULUMI_ACCESS_TOKEN: "t", PULUMI_OPTION_TARGET: "x" },
  },
  asOf: "2026-01-01",
} as unknown as Setup;

describe("the folder a CLI works in", () => {
  const workspace = new Workspace(join(folder, "it's work"), setup, 1234);

  it("has a copy of the configuration, its secrets sealed with a passphrase that is written nowhere", () => {
    const text = readFileSync(workspace.configFile, "utf8");
    const { encryptionsalt, config: copy } = parse(text) as {
      encryptionsalt: string;
      config: { [key: string]: unknown };
    };
    expect(copy).toMatchObject({ "shop:size": "3", "shop:tags": { team: "a" } });
    const cipher = PassphraseCipher.open(encryptionsalt, workspace.passphrase);
    expect(cipher?.decrypt((copy["shop:password"] as { secure: string }).secure)).toBe("hunter2");
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain(workspace.passphrase);
  });

  it("lets nothing through that would lead the CLI elsewhere", () => {
    expect(workspace.env).toMatchObject({
      HOME: "/home/me",
      PULUMI_HOME: join(workspace.directory, "home"),
      PULUMI_BACKEND_URL: expect.stringMatching(/^file:\/\/\/.*it's%20work/) as string,
      PULUMI_CONFIG_PASSPHRASE: workspace.passphrase,
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ARCHIPEL_TWIN: "1234",
    });
    expect(Object.keys(workspace.env)).not.toContain("PULUMI_ACCESS_TOKEN");
    expect(Object.keys(workspace.env)).not.toContain("PULUMI_OPTION_TARGET");
  });

  it("has a pack that opens the clouds' guards, and keeps secrets secret", async () => {
    const pack = await startPack(
      { path: workspace.guardsPack(), config: {} },
      {
        options: { organization: "o", project: "shop", stack: "dev", preview: false },
        config,
        env: process.env,
        programDirectory: folder,
        engineAddress: "127.0.0.1:1",
        onLine: () => undefined,
      },
    );
    const ask = async (inputs: Properties): Promise<Properties | undefined> => {
      const request = new messages.AnalyzeRequest();
      request.setProperties(encode(inputs, { secrets: true, references: false, outputs: false }));
      const [answer] = await pack.remediate(request);
      return answer && decode(answer.getProperties());
    };
    expect(pack.remediates).toBe(true);
    expect(
      await ask({
        deletionProtection: true,
        forceDestroy: false,
        password: new Secret("hunter2"),
        nested: { deletionPolicy: "PREVENT" },
        __defaults: ["deletionProtection", "forceDestroy"],
      }),
    ).toEqual({
      deletionProtection: false,
      forceDestroy: false,
      password: new Secret("hunter2"),
      nested: { deletionPolicy: "DELETE" },
      __defaults: ["deletionProtection", "forceDestroy"],
    });
    expect(await ask({ forceDestroy: false })).toEqual({ forceDestroy: true });
    expect(await ask({ name: "x" })).toBeUndefined();
    pack.close();
  });

  it("is gone afterwards", () => {
    workspace.remove();
    expect(existsSync(workspace.directory)).toBe(false);
  });
});

describe("the CLI", () => {
  const fake = (version: string): string => {
    const file = join(folder, `pulumi-${version}`);
    writeFileSync(file, `#!/bin/sh\necho v${version}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it("is the one named, else PULUMI_BIN, else the one on PATH", () => {
    const [a, b] = [fake("3.255.0"), fake("3.300.1")];
    expect(findPulumi(a, { PULUMI_BIN: b })).toEqual({ path: a, version: "3.255.0" });
    expect(findPulumi(undefined, { PULUMI_BIN: b })).toEqual({ path: b, version: "3.300.1" });
  });

  it.each([
    [
      "is missing",
      undefined,
      { PATH: join(folder, "nothing") },
      /^no Pulumi CLI on PATH: install it \(.*pulumi\.com\/docs\/install/,
    ],
    ["is not where it should be", "/no/pulumi", {}, /^no Pulumi CLI at \/no\/pulumi: install it/],
    ["is too old", fake("3.99.0"), {}, /is 3\.99\.0, and at least 3\.255\.0 is needed/],
  ])("that %s is wrong use", (_, given, env, message) => {
    expect(() => findPulumi(given, env)).toThrow(UserError);
    expect(() => findPulumi(given, env)).toThrow(message);
  });

  it("is told what to do, and never to ask", () => {
    expect(argumentsOf("up", { refresh: true, targets: ["a", "b"] }, 4)).toEqual([
      "up",
      "--json",
      "--parallel",
      "4",
      "--yes",
      "--skip-preview",
      "--refresh",
      "--target",
      "a",
      "--target",
      "b",
    ]);
    expect(argumentsOf("preview", {}, 4)).not.toContain("--yes");
  });
});

describe("events of the CLI", () => {
  const urn = "urn:pulumi:dev::shop::test:index:Thing::a";
  const state = {
    type: "test:index:Thing",
    urn,
    custom: true,
    id: "1",
    parent: "",
    provider: "p",
    inputs: {},
    outputs: {},
  };
  const metadata = {
    op: "update",
    urn,
    type: state.type,
    old: state,
    new: state,
    diffs: ["size"],
    detailedDiff: { size: { diffKind: "update", inputDiff: true } },
    logical: true,
    provider: "p",
  };
  const read = (...events: object[]) => {
    const reader = new EventReader();
    return events.flatMap((event) => reader.read(JSON.stringify({ sequence: 0, timestamp: 0, ...event })));
  };

  it("are those of the embedded engine", () => {
    const [pre, outputs, done] = read({ resourcePreEvent: { metadata } }, { resOutputsEvent: { metadata } });
    const step = {
      op: "update",
      urn,
      diffs: ["size"],
      detailedDiff: { size: { kind: "update", inputDiff: true } },
      logical: true,
    };
    expect(pre).toMatchObject({ kind: "pre", step, planning: false });
    expect(outputs).toMatchObject({ kind: "outputs", step });
    expect(done).toMatchObject({ kind: "done", step, found: undefined });
    expect(
      read({
        policyEvent: {
          resourceUrn: urn,
          message: "<{%fg 1%}>no<{%reset%}>\n",
          policyName: "p",
          policyPackName: "k",
          enforcementLevel: "mandatory",
        },
      }),
    ).toMatchObject([{ kind: "policy", finding: { urn, pack: "k", policy: "p", level: "mandatory", message: "no" } }]);
    expect(
      read({ summaryEvent: { resourceChanges: { update: 1 }, result: "succeeded", PolicyPacks: { k: "1" } } }),
    ).toMatchObject([
      { kind: "summary", resourceChanges: { update: 1 }, result: "succeeded", policyPacks: { k: "1" } },
    ]);
  });

  it("say what a refresh found", () => {
    const found = read(
      { resourcePreEvent: { metadata: { ...metadata, op: "refresh" } } },
      { resOutputsEvent: { metadata: { ...metadata, op: "delete" } } },
    );
    expect(found.at(-1)).toMatchObject({ kind: "done", step: { op: "refresh" }, found: "delete" });
  });

  it("tell lines of the program from diagnostics", () => {
    expect(
      read(
        { diagnosticEvent: { message: "one\ntwo\n\n", severity: "info#err" } },
        { diagnosticEvent: { urn, message: "careful", severity: "warning" } },
        { diagnosticEvent: { urn, message: "passing", severity: "info", ephemeral: true } },
      ),
    ).toEqual([
      { kind: "program", stream: "stderr", line: "one" },
      { kind: "program", stream: "stderr", line: "two" },
      { kind: "diagnostic", severity: "info#err", urn: "", message: "one\ntwo" },
      { kind: "diagnostic", severity: "warning", urn, message: "careful" },
    ]);
  });

  it("name places as people do", () => {
    const places = withPlaces(
      {
        sourcePosition: "project:///stacks/file:/work/shop/components/a.ts#1,2",
        stackTrace: [{ sourcePosition: "project:///../elsewhere/b.ts#3,4" }, { sourcePosition: "project:///c.ts#5,6" }],
      } as unknown as ResourceState,
      "/work/shop",
    );
    expect(places).toEqual({
      sourcePosition: "project:///components/a.ts#1,2",
      stackTrace: [{}, { sourcePosition: "project:///c.ts#5,6" }],
    });
  });
});
