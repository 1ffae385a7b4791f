import { join } from "node:path";
import { namesIn } from "./files.ts";

/** A Pulumi token taken apart: `aws:s3/bucket:Bucket`, `pulumi:providers:aws`. */
export interface TokenParts {
  readonly package: string;
  readonly module: string;
  readonly name: string;
  readonly provider: boolean;
}

/** Takes a token apart; undefined where the text is none. */
export function parseToken(token: string): TokenParts | undefined {
  const [first = "", module = "", name = "", ...rest] = token.split(":");
  if (rest.length > 0 || !/^[\w.-]+$/.test(name) || !/^[\w./-]*$/.test(module) || module.includes(".."))
    return undefined;
  if (first === "pulumi" && module === "providers") return { package: name, module: "", name, provider: true };
  if (!/^[\w.-]+$/.test(first)) return undefined;
  return { package: first, module: module || "index", name, provider: false };
}

/** The files that may declare a token, without extension and relative to the package, the likeliest first. */
export function candidates(parts: TokenParts): string[] {
  if (parts.provider) return ["provider"];
  return directories(parts).map((directory) => (directory === "" ? "" : `${directory}/`) + fileName(parts.name));
}

/** Files that match but for upper and lower case: the last resort, since it lists directories. */
export function looseCandidates(parts: TokenParts, root: string): string[] {
  if (parts.provider) return [];
  const wanted = new Set([`${parts.name.toLowerCase()}.js`, `${parts.name.toLowerCase()}_.js`]);
  return directories(parts).flatMap((directory) =>
    namesIn(join(root, directory))
      .filter((file) => wanted.has(file.toLowerCase()))
      .map((file) => (directory === "" ? "" : `${directory}/`) + file.slice(0, -".js".length)),
  );
}

function directories({ module, name }: TokenParts): string[] {
  const parts = module.split("/");
  const last = parts.at(-1) ?? "";
  const whole = module === "index" ? "" : module;
  const parent = parts.slice(0, -1).join("/");
  // bridged packages name the file in the module (`s3/bucket`), `index` stands for their root
  const bridged = parent === "index" ? "" : parent;
  const ordered = last.toLowerCase() === name.toLowerCase() ? [bridged, whole] : [whole, bridged];
  // Kubernetes: `rbac.authorization.k8s.io/v1` lies in `rbac/v1`
  const [group = "", ...versions] = parts;
  return [...new Set([...ordered, [group.split(".")[0], ...versions].join("/")])].filter((it) => it !== "index");
}

function fileName(name: string): string {
  const file = name.replace(/^[A-Z0-9]+/, (run) => run.toLowerCase());
  return file === "index" ? "index_" : file;
}
