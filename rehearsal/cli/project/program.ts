import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { findSdk, type SdkTraits } from "../../engine/program/sdk.ts";
import { UserError } from "../failure.ts";
import type { LocatedProgram } from "./located.ts";
import { type Project, show } from "./pulumi-yaml.ts";
import { locateTemplate } from "./template.ts";

type Locate = (project: Project, env: NodeJS.ProcessEnv) => LocatedProgram;
const RUNTIMES = new Map<string, Locate>([
  ["nodejs", locateNode],
  ["yaml", locateTemplate],
]);

/** Finds what to run, as the language host does. Nothing is installed or built: what is missing is said. */
export const locateProgram: Locate = (project, env) => {
  const { runtime, file } = project;
  const locate = RUNTIMES.get(runtime.name);
  if (locate) return locate(project, env);
  const known = [...RUNTIMES.keys()].join(" and ");
  throw new UserError(`${show(file)}: the runtime '${runtime.name}' cannot be rehearsed; ${known} programs can`);
};

function locateNode(project: Project, env: NodeJS.ProcessEnv): LocatedProgram {
  const { runtime, file } = project;
  const { directory, entry } = entryOf(project);
  const install = `run \`${installCommand(project.directory)}\` in ${show(packageFolder(directory) ?? project.directory) || "."}`;
  if (project.packages && Object.keys(project.packages).length > 0) requirePackages(project, install);
  const sdk = findSdk(directory);
  if (!sdk)
    throw new UserError(
      `${show(file)}: the program's dependencies are not installed (@pulumi/pulumi is missing): ${install}`,
    );
  const { typescript, nodeargs } = runtime.options as { typescript?: boolean; nodeargs?: string };
  const source = resolveEntry(project, directory, entry);
  return {
    rootDirectory: project.directory,
    directory,
    entry,
    typescript: typescript !== false && (!isEsModule(directory, source) || transpilesEsModules(sdk)),
    nodeArgs: nodeargs ? nodeargs.split(/\s+/).filter(Boolean) : [],
    sdk,
    sdkDirectory: directory,
    env,
    ...tsconfigOf(project, directory),
  };
}

/** `main` is a file or a folder; without it package.json says. */
function entryOf({ directory, main }: Project): { directory: string; entry: string } {
  if (!main) return { directory, entry: "." };
  const full = isAbsolute(main) ? main : resolve(directory, main);
  if (existsSync(full) && statSync(full).isDirectory()) return { directory: full, entry: "." };
  return { directory: dirname(full), entry: full };
}

const INDEX = ["index.ts", "index.js", "index.mjs", "index.cjs"];

// a compiled main that is not there is the commonest reason for a program that cannot start
function resolveEntry(project: Project, directory: string, entry: string): string {
  const manifest = packageFolder(directory);
  const named = manifest ? (readJson(join(manifest, "package.json"))["main"] as string | undefined) : undefined;
  const target = entry === "." ? (named && manifest ? join(manifest, named) : directory) : entry;
  // where the main that package.json names is not there, Node goes on to the folder's index
  const found = [target, ...(entry === "." ? [directory] : [])]
    .flatMap((path) => [path, `${path}.ts`, `${path}.js`, ...INDEX.map((name) => join(path, name))])
    .find((path) => existsSync(path) && statSync(path).isFile());
  if (found) return found;
  const build =
    manifest && (readJson(join(manifest, "package.json"))["scripts"] as { build?: string } | undefined)?.build;
  const hint = build
    ? `run \`npm run build\` in ${show(manifest) || "."}`
    : `see \`main\` in ${show(project.file)} and package.json`;
  throw new UserError(`${show(project.file)}: the program ${show(target)} does not exist: ${hint}`);
}

function isEsModule(directory: string, source: string): boolean {
  if (/\.m[jt]s$/.test(source)) return true;
  if (/\.[cm]?js$/.test(source)) return false;
  const folder = packageFolder(directory);
  return folder !== undefined && readJson(join(folder, "package.json"))["type"] === "module";
}

// the SDK hands ES modules to a ts-node that can hook them; without one Node strips their types itself
function transpilesEsModules({ directory }: SdkTraits): boolean {
  try {
    const runner = createRequire(join(directory, "cmd/run/run.js"));
    return Boolean(runner.resolve("./hooks.js") && runner.resolve("ts-node/esm"));
  } catch {
    return false;
  }
}

function tsconfigOf({ directory: root, runtime }: Project, directory: string): { tsconfig?: string } {
  const named = runtime.options["tsconfig"];
  if (typeof named === "string") return { tsconfig: resolve(root, named) };
  const found = [directory, root].map((folder) => join(folder, "tsconfig.json")).find((file) => existsSync(file));
  return found ? { tsconfig: found } : {};
}

function requirePackages(project: Project, install: string): void {
  const missing = Object.keys(project.packages ?? {}).filter(
    (name) =>
      !existsSync(join(project.directory, "sdks", name)) &&
      !existsSync(join(project.directory, "node_modules", "@pulumi", name)),
  );
  if (missing.length > 0) {
    throw new UserError(
      `${show(project.file)}: the packages ${missing.join(", ")} have no SDK here: run \`pulumi install\`, then ${install}`,
    );
  }
}

function packageFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function installCommand(directory: string): string {
  const has = (file: string): boolean => existsSync(join(directory, file));
  if (has("pnpm-lock.yaml")) return "pnpm install";
  if (has("yarn.lock")) return "yarn install";
  return has("bun.lock") || has("bun.lockb") ? "bun install" : "npm install";
}

const readJson = (file: string): { [key: string]: unknown } =>
  JSON.parse(readFileSync(file, "utf8")) as { [key: string]: unknown };
