import { serveProvider } from "../../wire/provider-server.ts";
import { createTwin } from "../index.ts";
import { Journal } from "../world/journal.ts";
import { engineLog } from "./engine-log.ts";
import { inTurns } from "./in-turns.ts";
import type { LaunchOptions } from "./launch-options.ts";

/** Serves a package from a twin of its own; resolves to the port. */
export async function serveAlone({
  package: pkg,
  version,
  engine,
  programDirectory,
  worldFile,
  cacheDirectory,
}: LaunchOptions): Promise<number> {
  const twin = createTwin({ programDirectory, cacheDirectory });
  const { log } = engine ? engineLog(engine) : { log: () => undefined };
  const provider = await twin.open({ package: pkg, log, ...(version && { version }) });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
  if (!worldFile) return (await serveProvider(provider)).port;
  const journal = new Journal(worldFile, twin.world);
  return (await serveProvider(inTurns(provider, (work) => journal.turn(work)))).port;
}
