import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ConfigValue, StackConfig } from "../../engine/config.ts";
import { EMPTY_STATE, type StackState } from "../../engine/state/snapshot.ts";
import { parsePath } from "../../wire/path.ts";

type Setting = string | { readonly secret: string } | null;

/** One project of a case: its folder, its program of the moment, its configuration and state. */
export class CaseStack {
  readonly project: string;
  readonly directory: string;
  state: StackState = EMPTY_STATE;
  readonly #values = new Map<string, ConfigValue>();

  constructor(project: string, directory: string, config: { readonly [key: string]: Setting }) {
    this.project = project;
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
    this.configure(config);
    this.#writeManifests();
  }

  get config(): StackConfig {
    return new StackConfig(this.#values);
  }

  /** Sets configuration by path; null removes. */
  configure(values: { readonly [key: string]: Setting }): void {
    for (const [key, setting] of Object.entries(values)) {
      const at = key.indexOf(":");
      const [name, ...rest] = parsePath(key.slice(at + 1)) ?? [key.slice(at + 1)];
      const full = `${key.slice(0, at)}:${String(name)}`;
      if (setting === null) this.#values.delete(full);
      else if (rest.length > 0) this.#setInside(full, rest, typeof setting === "string" ? setting : setting.secret);
      else
        this.#values.set(
          full,
          typeof setting === "string" ? { value: setting, secret: false } : { value: setting.secret, secret: true },
        );
    }
  }

  /** Puts the program of a step in place. */
  program(step: string): void {
    for (const file of readdirSync(this.directory)) rmSync(join(this.directory, file), { recursive: true });
    cpSync(step, this.directory, { recursive: true });
    this.#writeManifests();
  }

  #setInside(key: string, path: readonly (string | number)[], text: string): void {
    const whole = JSON.parse(this.#values.get(key)?.value ?? (typeof path[0] === "number" ? "[]" : "{}")) as Node;
    let at: Node = whole;
    for (const [i, part] of path.slice(0, -1).entries()) {
      at[part] ??= typeof path[i + 1] === "number" ? [] : {};
      at = at[part] as Node;
    }
    at[path.at(-1) as string] = text === "true" ? true : text === "false" ? false : text;
    this.#values.set(key, { value: JSON.stringify(whole), secret: false });
  }

  #writeManifests(): void {
    writeFileSync(join(this.directory, "package.json"), JSON.stringify({ name: this.project, main: "index.js" }));
    const lines = [
      `name: ${this.project}`,
      "runtime: {name: nodejs, options: {typescript: false}}",
      "main: index.js",
      "",
    ];
    writeFileSync(join(this.directory, "Pulumi.yaml"), lines.join("\n"));
  }
}

type Node = { [key: string | number]: unknown };
