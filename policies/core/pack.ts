import { readFileSync } from "node:fs";
import { PolicyPack } from "@pulumi/policy";
import { runtime } from "@pulumi/pulumi";
import { type Configuration, faultsIn } from "./configuration.ts";
import { exceptionsIn, pathsFileIn } from "./exceptions-file.ts";
import { FindingsFile } from "./findings-file.ts";
import { prepareHost } from "./host.ts";
import { openSession } from "./open-session.ts";
import type { Pack } from "./pack-definition.ts";
import { toPolicies } from "./policies.ts";
import { configuredBy } from "./secrets.ts";
import type { Session } from "./session.ts";

/** Serves rules as a Pulumi policy pack. */
export function startPack(pack: Pack): void {
  const { name, rules } = pack;
  let configuration: Configuration = {};
  let session: Session | undefined;
  prepareHost((policies) => {
    const faults = faultsIn(policies, rules);
    if (faults.length > 0) throw new Error(faults.join("; "));
    configuration = policies;
    session = undefined;
  });
  const open = () =>
    openSession({
      pack,
      configuration,
      lines: new FindingsFile(process.env["ARCHIPEL_FINDINGS"], name),
      phase: runtime.isDryRun() ? "preview" : "up",
      packVersion: packVersion(),
      asOf: process.env["ARCHIPEL_AS_OF"],
      exceptions: process.env["ARCHIPEL_EXCEPTIONS"] ?? exceptionsIn(process.env["PWD"]),
      paths: process.env["ARCHIPEL_PATHS"] ?? pathsFileIn(process.env["PWD"]),
      baseline: process.env["ARCHIPEL_BASELINE"],
    });
  const configured = configuredBy(process.env["PULUMI_CONFIG"]);
  new PolicyPack(name, { policies: toPolicies(pack, () => (session ??= open()), configured) });
}

function packVersion(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return version;
}
