import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The `@pulumi/pulumi` that a program or pack brings, and what differs between its versions. */
export interface SdkTraits {
  readonly version: string;
  readonly directory: string;
  /** Says that it has registered everything, and waits; without it, exit code 0 is the signal. */
  readonly signalsShutdown: boolean;
  /** Before 3.157 false cannot be told from absent: `protect` and `retainOnDelete` are always on the wire. */
  readonly alwaysSendsProtect: boolean;
}

/** Looks the SDK up from a folder, as Node would; undefined if it is not installed. */
export function findSdk(directory: string): SdkTraits | undefined {
  const require = createRequire(join(directory, "package.json"));
  let manifest: string;
  try {
    manifest = require.resolve("@pulumi/pulumi/package.json");
  } catch {
    return undefined;
  }
  const sdk = dirname(manifest);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return {
    version,
    directory: sdk,
    signalsShutdown: mentions(join(sdk, "proto/resource_grpc_pb.js"), "signalAndWaitForShutdown"),
    alwaysSendsProtect: !mentions(join(sdk, "proto/resource_pb.d.ts"), "hasProtect(): boolean"),
  };
}

const mentions = (file: string, text: string): boolean => existsSync(file) && readFileSync(file, "utf8").includes(text);
