import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { asset, getRootDirectory } from "@pulumi/pulumi";
import { buildSync } from "esbuild";
import type { Cloud } from "../core/site.ts";

/** A handler made ready for one cloud; the same source gives the same bytes. */
export interface Bundle {
  readonly archive: asset.FileArchive;
  /** Of the contents: changes when, and only when, there is something to deploy. */
  readonly hash: string;
}

const RUNTIME = join(import.meta.dirname, "runtime");
// 1 January 1980, the earliest a zip file can say
const EPOCH = new Date(315_532_800_000);

/** Bundles a handler with the adapter of its cloud, and what else has to lie beside it. */
export function bundle(cloud: Cloud, entry: string, beside: Readonly<Record<string, string>> = {}): Bundle {
  const files = { ...beside, "index.js": build(cloud, entry) };
  const hash = createHash("sha256");
  for (const [name, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${text}\0`);
  const digest = hash.digest("hex").slice(0, 16);
  const folder = join(projectRoot(), ".archipel", "bundles", digest);
  write(folder, files);
  // relative, so that state and reports are the same on every machine
  return { archive: new asset.FileArchive(relative(process.cwd(), folder)), hash: digest };
}

/** The handler and its adapter as one CommonJS text; the same source gives the same text. */
export function build(cloud: Cloud, entry: string): string {
  const adapter = join(RUNTIME, `${cloud}.ts`);
  const contents = `import { adapt } from ${JSON.stringify(adapter)};
import { handler as portable } from ${JSON.stringify(entry)};
export const handler = adapt(portable);`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: RUNTIME, sourcefile: "entry.ts", loader: "ts" },
    outfile: "index.js",
    write: false,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    minify: true,
    keepNames: true,
    legalComments: "none",
    logLevel: "silent",
    // the worker of Azure and the runtime of Lambda bring these
    external: ["@azure/functions-core", "@aws-sdk/*"],
  });
  return outputFiles.map(({ text }) => text).join("");
}

// without an engine the SDK answers with something that is no path
function projectRoot(): string {
  const root = getRootDirectory();
  return isAbsolute(root) ? root : process.cwd();
}

// another program may write the same folder at the same time: it appears whole or not at all
function write(folder: string, files: Readonly<Record<string, string>>): void {
  if (existsSync(folder)) return;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(draft, name), text);
    utimesSync(join(draft, name), EPOCH, EPOCH);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
}
