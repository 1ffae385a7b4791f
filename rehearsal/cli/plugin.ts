import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { cacheDirectory, schemaCache } from "./cache.ts";
import { UserError } from "./failure.ts";

/** Serves a package as a provider plugin: `<package> [version] [address of the engine]`. */
export async function pluginCommand([pkg, ...rest]: readonly string[]): Promise<void> {
  if (!pkg) throw new UserError("plugin: expected a package, and perhaps its version");
  enableCompileCache(join(cacheDirectory(), "compile"));
  const { launch } = await import("../twin/plugin/launcher.ts");
  const host = process.env["ARCHIPEL_TWIN"];
  const worldFile = process.env["ARCHIPEL_WORLD"];
  const engine = rest.find((arg) => arg.includes(":"));
  const version = rest.find((arg) => !arg.includes(":"));
  await launch({
    package: pkg,
    programDirectory: process.env["ARCHIPEL_PROGRAM"] ?? process.cwd(),
    cacheDirectory: schemaCache(),
    ...(version && { version }),
    ...(engine && { engine }),
    ...(host && { host: Number(host) }),
    ...(worldFile && { worldFile }),
  });
}
