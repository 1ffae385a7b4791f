import { aws } from "./aws/index.ts";
import { azure } from "./azure/index.ts";
import { echoPackage } from "./echo/index.ts";
import { gcp } from "./gcp/index.ts";
import { kubernetes } from "./kubernetes/index.ts";
import type { Package } from "./package.ts";
import { random } from "./random/index.ts";
import { tls } from "./tls/index.ts";

const KNOWN: ReadonlyMap<string, Package> = new Map(
  [aws, azure, gcp, kubernetes, random, tls].map((pkg) => [pkg.name, pkg]),
);
/** Packages whose very purpose is to execute something: recorded, never executed. */
const EXECUTING = new Set(["pulumi-nodejs", "pulumi-python", "command", "docker", "docker-build", "local"]);

const echoes = new Map<string, Package>();

/** The behaviour of a package; an unknown one is echoed. */
export function packageNamed(name: string): Package {
  const pkg = KNOWN.get(name) ?? echoes.get(name) ?? echoPackage(name, EXECUTING.has(name));
  if (!KNOWN.has(name)) echoes.set(name, pkg);
  return pkg;
}
