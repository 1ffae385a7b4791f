import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { UserError } from "../failure.ts";

/** A Pulumi CLI on this machine. */
export interface PulumiCli {
  readonly path: string;
  readonly version: string;
}

/** The first that takes an executable file for a policy pack, and events as JSON from every command. */
const MINIMUM = [3, 255, 0] as const;
const INSTALL =
  "install it (`brew install pulumi/tap/pulumi`, `choco install pulumi`, `winget install pulumi`, or see pulumi.com/docs/install), name it with --pulumi or PULUMI_BIN, or leave out --engine pulumi";

/** Finds the CLI that `--pulumi`, PULUMI_BIN or PATH names; one that is missing or too old is wrong use. */
export function findPulumi(given: string | undefined, env: NodeJS.ProcessEnv): PulumiCli {
  const named = given ?? env["PULUMI_BIN"];
  const path = named ? resolve(named) : onPath(env["PATH"] ?? "");
  if (!path || !existsSync(path)) {
    throw new UserError(`no Pulumi CLI ${named ? `at ${named}` : "on PATH"}: ${INSTALL}`);
  }
  const { stdout, error } = spawnSync(path, ["version"], {
    encoding: "utf8",
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  const version = /v?(\d+\.\d+\.\d+\S*)/.exec(error ? "" : stdout)?.[1];
  if (!version) throw new UserError(`${path} is no Pulumi CLI: ${error?.message ?? "it does not say its version"}`);
  if (isBelow(version)) {
    throw new UserError(`the Pulumi CLI is ${version}, and at least ${MINIMUM.join(".")} is needed: ${INSTALL}`);
  }
  return { path, version };
}

function onPath(path: string): string | undefined {
  const names = process.platform === "win32" ? ["pulumi.exe", "pulumi.cmd"] : ["pulumi"];
  return path
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder || ".", name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isBelow(version: string): boolean {
  const parts = version.split(/[.+-]/).map(Number);
  const at = MINIMUM.findIndex((part, i) => parts[i] !== part);
  return at >= 0 && (parts[at] ?? 0) < (MINIMUM[at] ?? 0);
}
