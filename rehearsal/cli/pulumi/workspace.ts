import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { StackConfig } from "../../engine/config.ts";
import { resourceFromJson } from "../../engine/state/codec.ts";
import { writeState } from "../../engine/state/file.ts";
import { PassphraseCipher } from "../../engine/state/passphrase.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import type { JsonObject } from "../../wire/json.ts";
import type { Properties } from "../../wire/value.ts";
import { MAIN } from "../main-file.ts";
import { variablesOf, writeHome } from "../plugins/home.ts";
import { quoted } from "../plugins/launcher-script.ts";
import type { Setup } from "../rehearse/setup.ts";

/**
 * The folder that a CLI works in beside the program, so that no file of the program's changes: a home with the
 * simulated clouds, a backend, a copy of the stack file. Its secrets are sealed with a passphrase that is forgotten.
 */
export class Workspace {
  readonly directory: string;
  /** A project of the same name, for what is said about a stack without running its program. */
  readonly scratch: string;
  readonly configFile: string;
  readonly env: NodeJS.ProcessEnv;
  readonly passphrase = randomBytes(24).toString("hex");
  readonly #cipher: PassphraseCipher;

  constructor(directory: string, { project, settings, program, asOf }: Setup, host: number) {
    rmSync(directory, { recursive: true, force: true });
    this.directory = directory;
    this.#cipher = PassphraseCipher.create(this.passphrase, this.passphrase);
    const home = writeHome(join(directory, "home"), program.sdkDirectory);
    this.scratch = this.project(project.name);
    this.configFile = join(this.scratch, `Pulumi.${settings.name}.yaml`);
    writeFileSync(this.configFile, stackFile(settings.config, this.#cipher));
    const others = Object.entries(program.env).filter(([name]) => !/^(PULUMI|ARCHIPEL)_/.test(name));
    this.env = {
      ...Object.fromEntries(others),
      ...variablesOf(home),
      PULUMI_CONFIG_PASSPHRASE: this.passphrase,
      PULUMI_SKIP_CONFIRMATIONS: "true",
      // what is written after every step is read by nobody here
      PULUMI_SKIP_CHECKPOINTS: "true",
      PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
      PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
      NO_COLOR: "1",
      ARCHIPEL_TWIN: String(host),
      ARCHIPEL_AS_OF: asOf,
    };
  }

  /** A folder that counts as a project of that name. */
  project(name: string): string {
    const folder = join(this.directory, "projects", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name, runtime: "nodejs" }));
    return folder;
  }

  write(name: string, json: unknown): string {
    const file = join(this.directory, name);
    writeFileSync(file, JSON.stringify(json));
    return file;
  }
  writeState(name: string, state: StackState): string {
    return this.write(name, writeState(state, "2026-01-01T00:00:00Z", this.#cipher));
  }
  /** The state of a stack of which only its outputs are known. */
  writeOutputs(stack: string, outputs: Properties): string {
    const [, project = "", name = ""] = stack.split("/");
    const type = "pulumi:pulumi:Stack";
    const urn = `urn:pulumi:${name}::${project}::${type}::${project}-${name}`;
    const root = resourceFromJson({ urn, type, custom: false } as JsonObject, undefined);
    return this.writeState("outputs.json", { resources: [{ ...root, outputs }], pending: [], plugins: {} });
  }

  /** A policy pack that takes the clouds' own protections off, as an executable. */
  guardsPack(): string {
    const file = join(this.directory, process.platform === "win32" ? "release-guards.cmd" : "release-guards");
    const command = [process.execPath, MAIN, "release-guards"];
    writeFileSync(
      file,
      process.platform === "win32"
        ? `@${command.map((word) => `"${word}"`).join(" ")} %*\r\n`
        : `#!/bin/sh\nexec ${command.map(quoted).join(" ")} "$@"\n`,
    );
    chmodSync(file, 0o755);
    return file;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The settled configuration as a stack file: structured where it is, secrets sealed. */
function stackFile(config: StackConfig, cipher: PassphraseCipher): string {
  const entries = [...config.values].map(([key, { value, secret }]) => {
    if (secret) return [key, { secure: cipher.encrypt(value, key) }] as const;
    return [key, structured(value)] as const;
  });
  return stringify({ encryptionsalt: cipher.salt, config: Object.fromEntries(entries) });
}

function structured(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
