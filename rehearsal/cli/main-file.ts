import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** The file that starts this command line again: TypeScript in the repository, JavaScript in the package. */
export const MAIN = fileURLToPath(new URL(`./main${extname(import.meta.url)}`, import.meta.url));
