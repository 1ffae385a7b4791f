import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { PackSource } from "../../engine/policies/pack.ts";
import { scrub } from "../../engine/program/environment.ts";
import { readState, StateFileError } from "../../engine/state/file.ts";
import { EMPTY_STATE, type StackState } from "../../engine/state/snapshot.ts";
import { type JsonObject, objectFromJson } from "../../wire/json.ts";
import type { Properties } from "../../wire/value.ts";
import { cacheDirectory } from "../cache.ts";
import { UserError } from "../failure.ts";
import { commitDate } from "../project/commit.ts";
import { exceptionsIn, pathsFileIn } from "../project/exceptions.ts";
import type { LocatedProgram } from "../project/located.ts";
import { locateProgram } from "../project/program.ts";
import { type Project, readProject, show } from "../project/pulumi-yaml.ts";
import { readStack, type StackSettings } from "../project/stack-file.ts";
import { refuseMistakes } from "../project/template.ts";
import type { RehearseOptions } from "./options.ts";

/** Everything that is read before anything runs; mistakes are told here, all with one clear line. */
export interface Setup {
  readonly project: Project;
  readonly settings: StackSettings;
  readonly program: LocatedProgram;
  readonly removedVariables: readonly string[];
  readonly packs: readonly PackSource[];
  /** What packs are told beside the program's own variables. */
  readonly packEnv: Readonly<Record<string, string>>;
  readonly start: { readonly state: StackState; readonly placeholders: readonly string[] };
  readonly stackOutputs: ReadonlyMap<string, Properties>;
  readonly asOf: string;
}

export function prepare(directory: string, options: RehearseOptions): Setup {
  const passphrase = readPassphrase();
  const project = readProject(directory);
  const settings = readStack({
    project,
    stack: options.stack,
    overrides: options.config,
    configFile: options.configFile,
    passphrase,
    requireSecrets: options.requireSecrets,
  });
  const { env, removed } = scrub(process.env, new Set(options.keepEnv));
  const compiled = { NODE_COMPILE_CACHE: join(cacheDirectory(), "compile") };
  const program = locateProgram(project, { ...env, ...compiled });
  refuseMistakes(program, project, [...settings.config.values.keys()]);
  return {
    project,
    settings,
    program,
    removedVariables: removed,
    packs: packsOf(options),
    packEnv: packEnvOf(project.directory, options),
    start: options.from ? readStart(options.from, passphrase) : { state: EMPTY_STATE, placeholders: [] },
    stackOutputs: new Map(options.stackOutputs.map(readStackOutputs)),
    asOf: options.asOf ?? commitDate(project.directory) ?? new Date().toISOString().slice(0, 10),
  };
}

function readPassphrase(): string | undefined {
  const file = process.env["PULUMI_CONFIG_PASSPHRASE_FILE"];
  return (
    process.env["PULUMI_CONFIG_PASSPHRASE"] ??
    (file && existsSync(file) ? readFileSync(file, "utf8").trim() : undefined)
  );
}

function packsOf({ policyPack, policyPackConfig }: RehearseOptions): PackSource[] {
  if (policyPackConfig.length > policyPack.length) {
    throw new UserError("--policy-pack-config: there are more configurations than policy packs; they go by order");
  }
  return policyPack.map((path, i) => {
    const full = resolve(path);
    if (!existsSync(full)) throw new UserError(`--policy-pack: ${show(full)} does not exist`);
    const config = policyPackConfig[i];
    return { path: full, config: config ? (readJson(config, "--policy-pack-config") as PackSource["config"]) : {} };
  });
}

function packEnvOf(directory: string, { exceptions, baseline }: RehearseOptions): Readonly<Record<string, string>> {
  const excepted = exceptions ? exceptionsIn(directory) : undefined;
  const paths = pathsFileIn(directory);
  if (baseline !== undefined && !existsSync(baseline)) {
    throw new UserError(`--baseline: ${show(resolve(baseline))} does not exist`);
  }
  return {
    // empty is none: a pack that is told nothing looks in the folder that its command runs in
    ARCHIPEL_EXCEPTIONS: excepted === undefined ? "" : resolve(excepted),
    ARCHIPEL_PATHS: paths === undefined ? "" : resolve(paths),
    ...(baseline !== undefined && { ARCHIPEL_BASELINE: resolve(baseline) }),
  };
}

function readStart(file: string, passphrase: string | undefined): Setup["start"] {
  if (!existsSync(file)) throw new UserError(`--from: ${show(resolve(file))} does not exist`);
  try {
    return readState(readFileSync(file, "utf8"), show(resolve(file)), passphrase ?? REHEARSAL_PASSPHRASE);
  } catch (error) {
    if (error instanceof StateFileError) throw new UserError(error.message);
    throw error;
  }
}

/** Rehearsed states are sealed with this where the user has no passphrase: they hold no real secret. */
export const REHEARSAL_PASSPHRASE = "archipel-rehearsal";

function readStackOutputs(setting: string): readonly [string, Properties] {
  const at = setting.indexOf("=");
  const [name, file] = [setting.slice(0, at), setting.slice(at + 1)];
  if (at < 1 || name.split("/").length !== 3)
    throw new UserError(`--stack-outputs ${setting}: expected organization/project/stack=file.json`);
  return [name, objectFromJson(readJson(file, "--stack-outputs") as JsonObject)];
}

function readJson(file: string, option: string): unknown {
  if (!existsSync(file)) throw new UserError(`${option}: ${show(resolve(file))} does not exist`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    throw new UserError(
      `${option}: ${basename(file)} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
