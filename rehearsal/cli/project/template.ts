import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findSdk, type SdkTraits } from "../../engine/program/sdk.ts";
import { openSchemas } from "../../twin/schema/index.ts";
import { packageOf } from "../../wire/urn.ts";
import { readTemplate, TEMPLATE_FILES } from "../../yaml/index.ts";
import { schemaCache } from "../cache.ts";
import { UserError } from "../failure.ts";
import { REPOSITORY } from "../repository.ts";
import type { LocatedProgram } from "./located.ts";
import { type Project, show } from "./pulumi-yaml.ts";

/** The Node program that makes what a template says. */
const INTERPRETER = fileURLToPath(new URL(`../../yaml/main${extname(import.meta.url)}`, import.meta.url));

/** Finds the template of a YAML project. It brings no SDK: where it has none beside it, ours speak for its providers. */
export function locateTemplate(project: Project, env: NodeJS.ProcessEnv): LocatedProgram {
  const { file, runtime, main, packages, plugins } = project;
  const compiler = runtime.options["compiler"];
  if (typeof compiler === "string")
    throw new UserError(
      `${show(file)}: the compiler \`${compiler.trim().split(/\s/, 1)[0]}\` is not executed in a rehearsal: write what it prints to Main.yaml, and leave the option out`,
    );
  const local = [
    ...Object.entries(packages ?? {}).flatMap(([name, source]) => (isRegistryName(source) ? [] : [name])),
    ...(plugins?.providers ?? []).map(({ name }) => name),
  ];
  if (local.length > 0)
    throw new UserError(
      `${show(file)}: packages that are local or take parameters are not supported in YAML: ${local.join(", ")}`,
    );
  const directory = main ? resolve(project.directory, main) : project.directory;
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new UserError(`${show(file)}: \`main\` of a YAML program is a folder, and ${show(directory)} is none`);
  const sdkDirectory = findSdk(directory) ? directory : REPOSITORY;
  return {
    rootDirectory: project.directory,
    directory,
    entry: INTERPRETER,
    typescript: false,
    nodeArgs: [],
    // the interpreter's own
    sdk: findSdk(REPOSITORY) as SdkTraits,
    sdkDirectory,
    env: { ...env, ARCHIPEL_SDKS: sdkDirectory },
  };
}

/** `random` or `random@4.13.0`: nothing that the provider would have to be asked for. */
const isRegistryName = (source: unknown): boolean => typeof source === "string" && /^[\w-]+(@[\w.+-]+)?$/.test(source);

/** Which SDKs speak for types of a program that brings none. */
export function borrowedSdks({ directory, sdkDirectory }: LocatedProgram, types: readonly string[]): readonly string[] {
  if (sdkDirectory === directory) return [];
  const schemas = openSchemas(sdkDirectory);
  return [...new Set(types.map(packageOf))].sort().flatMap((pkg) => {
    const version = schemas.packageVersion(pkg);
    // the engine's own types need none
    return version && pkg !== "pulumi"
      ? [`the project brings no SDKs: @pulumi/${pkg} ${version} of Archipel speaks for ${pkg}`]
      : [];
  });
}

/** Tells every mistake in a template at once, before anything runs. */
export function refuseMistakes(
  { directory, entry, sdkDirectory }: LocatedProgram,
  project: Project,
  configured: readonly string[],
): void {
  if (entry !== INTERPRETER) return;
  const file = TEMPLATE_FILES.map((name) => join(directory, name)).find((path) => existsSync(path));
  if (!file) throw new UserError(`${show(project.file)}: no ${TEMPLATE_FILES.join(", ")} in ${show(directory)}`);
  const schemas = openSchemas(sdkDirectory, { cacheDirectory: schemaCache() });
  const names = { project: project.name, configured };
  const { problems } = readTemplate(readFileSync(file, "utf8"), show(file), schemas, names).notes;
  if (problems.length > 0) throw new UserError(problems.join("; "));
}
