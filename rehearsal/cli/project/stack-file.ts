import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type ConfigValue, StackConfig } from "../../engine/config.ts";
import { PassphraseCipher } from "../../engine/state/passphrase.ts";
import { UserError } from "../failure.ts";
import { type Project, readYaml, show } from "./pulumi-yaml.ts";

/** The configuration of a stack, and what had to stand in for secrets without a key. */
export interface StackSettings {
  readonly name: string;
  readonly config: StackConfig;
  /** Keys whose secret nobody could open. */
  readonly placeholders: readonly string[];
  readonly cipher: PassphraseCipher | undefined;
}

export interface StackRequest {
  readonly project: Project;
  readonly stack: string | undefined;
  /** `key=value` from the command line. */
  readonly overrides: readonly string[];
  readonly configFile: string | undefined;
  readonly passphrase: string | undefined;
  readonly requireSecrets: boolean;
}

const STACK_FILE = /^Pulumi\.(.+)\.ya?ml$/;

/** Reads the stack file and lays the command line over it. */
export function readStack({
  project,
  stack,
  overrides,
  configFile,
  passphrase,
  requireSecrets,
}: StackRequest): StackSettings {
  const folder = project.stackConfigDir ? join(project.directory, project.stackConfigDir) : project.directory;
  const stacks = existsSync(folder)
    ? readdirSync(folder)
        .flatMap((file) => STACK_FILE.exec(file)?.[1] ?? [])
        .sort()
    : [];
  const name = stack ?? (stacks.length === 1 ? (stacks[0] as string) : "dev");
  if (!configFile && stacks.length > 0 && !stacks.includes(name)) {
    throw new UserError(
      `there is no stack '${name}' in ${show(folder) || "."}: it has ${stacks.join(", ")} (choose with --stack)`,
    );
  }
  const file =
    configFile ?? [".yaml", ".yml"].map((end) => join(folder, `Pulumi.${name}${end}`)).find((path) => existsSync(path));
  if (configFile && !existsSync(configFile))
    throw new UserError(`the configuration file ${show(configFile)} does not exist`);
  const content = (file ? (readYaml(file) ?? {}) : {}) as { config?: Tree | null; encryptionsalt?: string };
  const cipher =
    content.encryptionsalt && passphrase !== undefined
      ? PassphraseCipher.open(content.encryptionsalt, passphrase)
      : undefined;
  if (content.encryptionsalt && passphrase && !cipher)
    throw new UserError(`the passphrase does not open the secrets of ${show(file ?? "")}`);
  const reader = new ConfigReader(project.name, cipher);
  const values = new Map<string, ConfigValue>([
    ...projectDefaults(project, reader),
    ...reader.read(content.config ?? {}),
  ]);
  for (const override of overrides) {
    const at = override.indexOf("=");
    if (at < 1) throw new UserError(`--config ${override}: expected key=value`);
    values.set(reader.fullKey(override.slice(0, at)), { value: override.slice(at + 1), secret: false });
  }
  if (requireSecrets && reader.placeholders.length > 0) {
    throw new UserError(
      `no key for the secrets ${reader.placeholders.join(", ")} of stack '${name}': set PULUMI_CONFIG_PASSPHRASE, or leave out --require-secrets`,
    );
  }
  return { name, config: new StackConfig(values), placeholders: reader.placeholders, cipher };
}

type Tree = { readonly [key: string]: unknown };

/** Values that Pulumi.yaml gives to every stack. */
function projectDefaults({ config }: Project, reader: ConfigReader): Map<string, ConfigValue> {
  const entries = Object.entries(config ?? {}).flatMap(([key, entry]) => {
    if (entry === null || typeof entry !== "object" || Array.isArray(entry)) return [[key, entry] as const];
    const { value, default: fallback } = entry as { value?: unknown; default?: unknown };
    const given = value ?? fallback;
    return given === undefined ? [] : [[key, given] as const];
  });
  return reader.read(Object.fromEntries(entries));
}

class ConfigReader {
  readonly placeholders: string[] = [];
  readonly #project: string;
  readonly #cipher: PassphraseCipher | undefined;

  constructor(project: string, cipher: PassphraseCipher | undefined) {
    this.#project = project;
    this.#cipher = cipher;
  }

  /** `ns:key`; a bare key is the project's, and the old `ns:config:key` is read too. */
  fullKey(key: string): string {
    const parts = key.split(":");
    if (parts.length === 3 && parts[1] === "config") return `${parts[0]}:${parts[2]}`;
    return parts.length > 1 ? key : `${this.#project}:${key}`;
  }

  read(tree: Tree): Map<string, ConfigValue> {
    const values = new Map<string, ConfigValue>();
    for (const [key, raw] of Object.entries(tree)) {
      const full = this.fullKey(key);
      const secrets = { seen: false };
      const open = this.#open(raw, full, secrets);
      const value =
        typeof open === "string"
          ? open
          : open !== null && typeof open === "object"
            ? JSON.stringify(open)
            : String(open);
      values.set(full, { value, secret: secrets.seen });
    }
    return values;
  }

  #open(raw: unknown, place: string, secrets: { seen: boolean }): unknown {
    if (raw === null || typeof raw !== "object") return raw;
    if (Array.isArray(raw)) return raw.map((item, i) => this.#open(item, `${place}[${i}]`, secrets));
    const { secure, ...others } = raw as { secure?: unknown };
    if (typeof secure === "string" && Object.keys(others).length === 0) {
      secrets.seen = true;
      if (this.#cipher) return this.#cipher.decrypt(secure);
      this.placeholders.push(place);
      return `placeholder-${createHash("sha256").update(place).digest("hex").slice(0, 16)}`;
    }
    return Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [key, this.#open(value, `${place}.${key}`, secrets)]),
    );
  }
}
