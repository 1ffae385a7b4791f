import { join } from "node:path";
import { launch } from "../twin/plugin/launcher.ts";
import { cacheDirectory } from "./rehearse/world.ts";

/** Serves a package until whoever started it is gone. */
export async function pluginCommand(pkg: string, version: string | undefined): Promise<void> {
  const host = process.env["ARCHIPEL_TWIN"];
  const worldFile = process.env["ARCHIPEL_WORLD"];
  await launch({
    package: pkg,
    programDirectory: process.cwd(),
    cacheDirectory: join(cacheDirectory(), "schema"),
    // an engine gives its address as the last argument, also where there is no version
    ...(version && !version.includes(":") && { version }),
    ...(host && { host: Number(host) }),
    ...(worldFile && { worldFile }),
  });
}
