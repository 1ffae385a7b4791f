import { Base } from "../base.ts";
import { Deployment } from "../deployment.ts";
import type { Callbacks } from "../monitor/callbacks.ts";
import { HookRunner } from "../monitor/hooks.ts";
import { type AutonamingConfig, makeAutonamer } from "../plan/autonaming.ts";
import { Planner } from "../plan/planner.ts";
import { Targets } from "../plan/targets.ts";
import type { PolicyHost } from "../policies/host.ts";
import { makeBuiltin } from "../providers/builtin.ts";
import { Registry } from "../providers/registry.ts";
import { RecordedDeployment } from "../replay/recorder.ts";
import type { ResourceState } from "../resource.ts";
import type { Outcome, Run, RunOptions } from "../run.ts";
import { Snapshot } from "../state/snapshot.ts";
import type { OperationRequest } from "./request.ts";

/** What the flags of a request mean for the engine. */
export function optionsOf(request: OperationRequest): RunOptions {
  const { flags, verb, identity } = request;
  const protectedUrns = flags.excludeProtected
    ? request.state.resources.filter(({ protect }) => protect).map(({ urn }) => urn)
    : [];
  return {
    ...identity,
    preview: verb === "preview" || (request.previewOnly ?? false),
    mode: flags.runProgram && (verb === "refresh" || verb === "destroy") ? verb : "update",
    refreshProgram: (flags.runProgram ?? false) && (verb === "refresh" || (flags.refresh ?? false)),
    targets: new Targets(flags.targets ?? []),
    replaceTargets: new Targets(flags.replace ?? []),
    excludes: new Targets([...(flags.excludes ?? []), ...protectedUrns]),
    targetDependents: flags.targetDependents ?? false,
    excludeDependents: flags.excludeDependents ?? false,
    ignoreProtect: flags.ignoreProtect ?? false,
    continueOnError: flags.continueOnError ?? false,
    parallel: request.parallel,
    seed: request.seed,
    now: request.now,
  };
}

/** Entries are written while steps run: the caller's stay as they are. What they were once called is no news. */
export const baseOf = (request: OperationRequest): Base =>
  new Base([...request.state.resources, ...takenOver(request)].map((entry) => ({ ...entry, aliases: [] })));

/** Entries of unfinished creations, with the ids of what they made after all. */
const takenOver = ({ state, flags }: OperationRequest): ResourceState[] =>
  state.pending.flatMap(({ type, resource }) => {
    const id = type === "creating" ? flags.importPendingCreates?.[resource.urn] : undefined;
    return id === undefined ? [] : [{ ...resource, id }];
  });

/** The parts of one operation, put together. */
export function assemble(
  request: OperationRequest,
  options: RunOptions,
  base: Base,
  emit: Run["emit"],
  outcome: Outcome,
  callbacks: Callbacks,
  policies: PolicyHost,
): { run: Run; deployment: Deployment; hooks: HookRunner } {
  const news = new Map<string, ResourceState>();
  const reads = new Map<string, ResourceState>();
  const log = (severity: "debug" | "info" | "warning" | "error", message: string, urn = ""): void =>
    emit({ kind: "diagnostic", severity, urn, message });
  const builtin = makeBuiltin({
    stackOutputs: request.stackOutputs,
    find: (urn) => news.get(urn) ?? reads.get(urn),
    seed: options.seed,
  });
  const naming = request.config.values.get("pulumi:autonaming")?.value;
  const names = { organization: options.organization, project: options.project, stack: options.stack };
  const taken = new Set(takenOver(request).map(({ urn }) => urn));
  const pending = request.flags.clearPendingCreates
    ? []
    : request.state.pending.filter(({ resource }) => !taken.has(resource.urn));
  const snapshot: Snapshot = new Snapshot({ ...request.state, pending, resources: base.resources }, () => {
    if (!options.preview) request.onStateChange?.(() => snapshot.state());
  });
  const hooks = new HookRunner(
    callbacks,
    options.preview,
    (urn, message) => {
      log("error", message, urn);
      outcome.afterHookFailed = true;
    },
    (urn, message) => log("warning", message, urn),
  );
  const condemned = new Set<string>();
  const run: Run = {
    options,
    base,
    snapshot,
    emit,
    hooks,
    policies,
    outcome,
    news,
    reads,
    condemned,
    providers: new Registry({
      source: request.providers,
      builtin,
      base,
      preview: options.preview,
      seed: options.seed,
      log,
      onVersion: (pkg, version) => snapshot.notePlugin(pkg, version),
    }),
    autonamer: naming ? makeAutonamer(JSON.parse(naming) as AutonamingConfig, names) : undefined,
    goals: new Map(),
    providerStates: new Map(),
  };
  const planner = new Planner(run, condemned);
  const { recorder } = request;
  const deployment = recorder ? new RecordedDeployment(run, planner, recorder) : new Deployment(run, planner);
  return { run, deployment, hooks };
}
