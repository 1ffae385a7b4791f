import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readText } from "./files.ts";

/** A Pulumi SDK in the program's node_modules. */
export interface InstalledPackage {
  /** As tokens have it: `aws`, `azure-native`. */
  readonly name: string;
  readonly version: string;
  /** Where its generated files begin. */
  readonly root: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly main?: string;
  readonly pulumi?: {
    readonly name?: string;
    readonly version?: string;
    readonly parameterization?: { name?: string };
  };
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly optionalDependencies?: object;
  readonly peerDependencies?: object;
}

/** Answers which SDK of a program speaks for a package name, as Node would find it from the program. */
export function packageFinder(programDirectory: string): (name: string) => InstalledPackage | undefined {
  const found = new Map<string, InstalledPackage | undefined>();
  let byName: ReadonlyMap<string, InstalledPackage> | undefined;
  return (name) => {
    if (!found.has(name)) {
      const direct = installed(locate(programDirectory, `@pulumi/${name}`));
      found.set(name, direct?.name === name ? direct : (byName ??= reachable(programDirectory)).get(name));
    }
    return found.get(name);
  };
}

/** Every SDK among the program's dependencies, and among the dependencies of packages that use Pulumi. */
function reachable(programDirectory: string): Map<string, InstalledPackage> {
  const byName = new Map<string, InstalledPackage>();
  const queue = [nearestManifest(programDirectory)];
  const seen = new Set<string>();
  for (const directory of queue) {
    if (directory === undefined || seen.has(directory)) continue;
    seen.add(directory);
    const sdk = installed(directory);
    if (sdk && !byName.has(sdk.name)) byName.set(sdk.name, sdk);
    const wanted = dependencies(manifest(directory), queue[0] === directory);
    if (queue[0] === directory || sdk || wanted.some((it) => it.includes("pulumi"))) {
      for (const it of wanted) queue.push(locate(directory, it));
    }
  }
  return byName;
}

function installed(directory: string | undefined): InstalledPackage | undefined {
  if (directory === undefined) return undefined;
  const { name = "", version = "", main = "index.js", pulumi } = manifest(directory);
  if (!pulumi) return undefined;
  const root = dirname(join(directory, main));
  return {
    name: pulumi.parameterization?.name ?? pulumi.name ?? name.replace(/^.*\//, "").replace(/^pulumi-/, ""),
    version: pulumi.version ?? version,
    root: existsSync(root) ? root : directory,
  };
}

// not `require.resolve`: a package may keep its package.json out of its `exports`
function locate(from: string, name: string): string | undefined {
  const paths = createRequire(join(from, "index.js")).resolve.paths(name) ?? [];
  const path = paths.map((it) => join(it, name)).find((it) => existsSync(join(it, "package.json")));
  return path === undefined ? undefined : realpathSync(path);
}

function nearestManifest(directory: string): string | undefined {
  if (existsSync(join(directory, "package.json"))) return directory;
  return dirname(directory) === directory ? undefined : nearestManifest(dirname(directory));
}

function dependencies(of: Manifest, isProgram: boolean): string[] {
  return Object.keys({
    ...of.dependencies,
    ...of.optionalDependencies,
    ...of.peerDependencies,
    ...(isProgram && of.devDependencies),
  });
}

function manifest(directory: string): Manifest {
  try {
    return JSON.parse(readText(join(directory, "package.json")) ?? "{}") as Manifest;
  } catch {
    return {};
  }
}
