import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** Where things that can be made again are kept between runs. */
export const cacheDirectory = (): string =>
  process.env["ARCHIPEL_CACHE"] ??
  join(process.env["XDG_CACHE_HOME"] ?? (homedir() === "/" ? tmpdir() : join(homedir(), ".cache")), "archipel");

/** Where the twin keeps what it learnt of provider SDKs. */
export const schemaCache = (): string => join(cacheDirectory(), "schema");
