import { echoPackage } from "./echo/index.ts";
import { KNOWN_PACKAGES } from "./known.ts";
import type { Package } from "./package.ts";

const KNOWN: ReadonlyMap<string, Package> = new Map(KNOWN_PACKAGES.map((pkg) => [pkg.name, pkg]));
/** Packages whose very purpose is to execute something: recorded, never executed. */
const EXECUTING = new Set(["pulumi-nodejs", "pulumi-python", "command", "docker", "docker-build", "local"]);

const echoes = new Map<string, Package>();

/** The behaviour of a package; an unknown one is echoed. */
export function packageNamed(name: string): Package {
  const pkg = KNOWN.get(name) ?? echoes.get(name) ?? echoPackage(name, EXECUTING.has(name));
  if (!KNOWN.has(name)) echoes.set(name, pkg);
  return pkg;
}
