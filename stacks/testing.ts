import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { parse } from "yaml";

interface Report {
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly resources: readonly { readonly fidelity: string; readonly cloud: string }[];
  readonly policies: {
    readonly packs: readonly { readonly name: string }[];
    readonly findings: readonly { readonly level: string; readonly policy: string; readonly urn: string }[];
  };
  readonly steps: readonly { readonly changes: { readonly [op: string]: number } }[];
  readonly remaining: readonly { readonly tombstone: boolean }[];
}
/** One step of a deployment. */
export interface Operation {
  readonly op: string;
  readonly type: string;
  readonly urn: string;
}
/** The settings of a stack file, to be changed. */
export interface StackSettings {
  readonly sites: readonly { readonly name: string; readonly place: object }[];
  readonly platform: { readonly pools: readonly object[]; readonly premises: readonly object[] };
  readonly fleet: object;
  readonly edge: object;
}
const root = resolve(import.meta.dirname, "..");

/** Variables of the environment, beside those there are. */
type Environment = Readonly<Record<string, string>>;

/** Runs a file of the repository; this room imports no other, and starts commands as a user does. */
export const run = (...args: readonly string[]) => runIn({}, ...args);

async function runIn(env: Environment, ...args: readonly string[]) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

export function settingsOf(stack: string): StackSettings {
  const { config } = parse(readFileSync(join(root, `Pulumi.${stack}.yaml`), "utf8")) as {
    config: { "archipel:settings": StackSettings };
  };
  return config["archipel:settings"];
}

export const packs = (...names: readonly string[]): string[] =>
  names.flatMap((name) => ["--policy-pack", `policies/packs/${name}`]);

/** Where rehearsals of prod leave what they made. */
export class Rehearsals {
  readonly path = mkdtempSync(join(tmpdir(), "archipel-prod-"));

  rehearse(name: string, ...args: readonly string[]) {
    return this.rehearseIn({}, name, ...args);
  }

  async rehearseIn(env: Environment, name: string, ...args: readonly string[]) {
    const out = ["--json", "--out", join(this.path, name)];
    const ran = await runIn(env, "bin/archipel.js", "rehearse", "--stack", "prod", ...out, ...args);
    return { ...ran, report: (ran.stdout ? JSON.parse(ran.stdout) : undefined) as Report };
  }

  stateOf(name: string): string {
    return join(this.path, name, "state.json");
  }

  state(name: string): string {
    return readFileSync(this.stateOf(name), "utf8");
  }

  /** What was done to what, in order. */
  operations(name: string): readonly Operation[] {
    const events = readFileSync(join(this.path, name, "events.ndjson"), "utf8")
      .trim()
      .split("\n");
    return events.flatMap((line) => {
      const { metadata } = (JSON.parse(line) as { resourcePreEvent?: { metadata: Operation } }).resourcePreEvent ?? {};
      return metadata ? [{ op: metadata.op, type: metadata.type, urn: metadata.urn }] : [];
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
