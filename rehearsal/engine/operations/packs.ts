import type { DiagnosticSeverity } from "../events.ts";
import { type PolicyPack, startPack } from "../policies/pack.ts";
import { messageOf } from "../run.ts";
import type { OperationRequest } from "./request.ts";

/** Starts all packs at once; reports those that fail, and then starts none, and what those that start have lost. */
export async function startPacks(
  request: OperationRequest,
  report: (severity: DiagnosticSeverity, message: string) => void,
): Promise<readonly PolicyPack[] | undefined> {
  const { verb, identity, config, program } = request;
  if (verb !== "preview" && verb !== "up") return [];
  const started = await Promise.allSettled(
    request.packs.map((source) =>
      startPack(source, {
        config,
        options: { ...identity, preview: verb === "preview" },
        env: { ...program?.env, ...request.packEnv },
        programDirectory: program?.directory ?? ".",
        // packs get the address as an argument, and none of ours calls back
        engineAddress: "127.0.0.1:1",
        onLine: (line) => request.emit({ kind: "program", stream: "stderr", line }),
      }),
    ),
  );
  const failures = started.flatMap((result) => (result.status === "rejected" ? [messageOf(result.reason)] : []));
  const packs = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  for (const { name, warnings } of packs) {
    for (const warning of warnings) report("warning", `policy pack '${name}': ${warning}`);
  }
  if (failures.length === 0) return packs;
  for (const failure of failures) report("error", failure);
  for (const pack of packs) pack.close();
  return undefined;
}
