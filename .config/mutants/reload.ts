import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Makes copies of files in `folder` import what the originals in `original` do, and load anew for each `?mutant`. */
export function loadAnew(folder: string, original: string): void {
  const [copies, originals] = [pathToFileURL(`${folder}/`).href, pathToFileURL(`${original}/`).href];
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL } = context;
      if (parentURL?.startsWith(copies) !== true) return next(specifier, context);
      const own = specifier.startsWith("./");
      const { search } = new URL(parentURL);
      const seen = own ? parentURL : parentURL.replace(copies, originals).replace(search, "");
      const found = next(specifier, { ...context, parentURL: seen });
      return own ? { ...found, url: `${pathToFileURL(fileURLToPath(found.url)).href}${search}` } : found;
    },
  });
}
