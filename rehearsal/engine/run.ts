import type { Base } from "./base.ts";
import type { DiagnosticSeverity, EventSink } from "./events.ts";
import type { HookRunner } from "./monitor/hooks.ts";
import type { Autonamer } from "./plan/autonaming.ts";
import type { Targets } from "./plan/targets.ts";
import type { PolicyHost } from "./policies/host.ts";
import type { Registry } from "./providers/registry.ts";
import type { Goal, ResourceState } from "./resource.ts";
import type { Snapshot } from "./state/snapshot.ts";

/** What an operation does with what the program registers. */
export type Mode = "update" | "refresh" | "destroy";

export interface RunOptions {
  readonly organization: string;
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly mode: Mode;
  /** Refresh each old entry when the program registers it. */
  readonly refreshProgram: boolean;
  readonly targets: Targets;
  readonly replaceTargets: Targets;
  readonly excludes: Targets;
  readonly targetDependents: boolean;
  readonly excludeDependents: boolean;
  readonly ignoreProtect: boolean;
  readonly continueOnError: boolean;
  /** Chains of steps that run at once. */
  readonly parallel: number;
  readonly seed: string;
  readonly now: () => Date;
}

/** What all parts of one operation share. */
export interface Run {
  readonly options: RunOptions;
  readonly base: Base;
  readonly snapshot: Snapshot;
  readonly emit: EventSink;
  readonly providers: Registry;
  readonly hooks: HookRunner;
  readonly policies: PolicyHost;
  readonly autonamer: Autonamer | undefined;
  readonly goals: Map<string, Goal>;
  /** Entries made or kept by this operation, by URN. */
  readonly news: Map<string, ResourceState>;
  /** Entries read, not owned. */
  readonly reads: Map<string, ResourceState>;
  /** Provider entries registered so far, by URN and former URN. */
  readonly providerStates: Map<string, ResourceState>;
  /** URNs deleted by this operation, or about to be. */
  readonly condemned: ReadonlySet<string>;
  readonly outcome: Outcome;
}

/** What went wrong so far without stopping the operation at once. */
export interface Outcome {
  sawError: boolean;
  afterHookFailed: boolean;
  maybeCorrupt: boolean;
}

/** An error that has been reported already: it only stops things. */
export class Bail extends Error {
  override readonly name = "Bail";
}

export function diagnose(run: Run, severity: DiagnosticSeverity, urn: string, message: string): void {
  run.emit({ kind: "diagnostic", severity, urn, message });
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
