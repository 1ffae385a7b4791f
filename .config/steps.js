import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";

/** Runs a tool of this repository on the Node that runs us; resolves to its exit code. */
export function runTool(tool, args) {
  const file = tool === "node" ? [] : [realpathSync(join("node_modules", ".bin", tool))];
  const { status, error } = spawnSync(process.execPath, [...file, ...args], { stdio: "inherit" });
  if (error) process.stderr.write(`${tool}: ${error.message}\n`);
  return status ?? 3;
}
