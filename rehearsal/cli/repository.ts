import { join } from "node:path";

/** This program's own folder: its SDKs serve where a folder has none. */
export const REPOSITORY = join(import.meta.dirname, "..", "..");
