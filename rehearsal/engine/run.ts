import type { Provider } from "../wire/provider.ts";
import type { Properties } from "../wire/value.ts";
import type { Base } from "./base.ts";
import type { DiagnosticSeverity, EventSink } from "./events.ts";
import type { Autonamer } from "./plan/autonaming.ts";
import type { Targets } from "./plan/targets.ts";
import type { Goal, HookKind, HookNames, ResourceState } from "./resource.ts";
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

/** The part of a provider that a resource's life needs. */
export type ResourceLife = Pick<Provider, "check" | "diff" | "create" | "update" | "delete">;

/** One running, configured provider for each reference; and the life of the provider resources themselves. */
export interface Providers {
  /** The instance that a registered provider resource stands for. */
  get(reference: string): Promise<Provider>;
  knows(reference: string): boolean;
  /** The same, started from the old state where the program has not registered it. */
  ensure(reference: string): Promise<Provider>;
  /** Makes sure that an old entry can be deleted later. */
  ensureFor(state: ResourceState): Promise<void>;
  asNewResource(): ResourceLife;
  /** For a provider entry of the old state that nobody registered yet. */
  asOldResource(state: ResourceState): ResourceLife;
  /** Whether the provider's configuration is not known yet, so that it cannot answer. */
  isUnknown(reference: string): boolean;
  /** Starts the instance of an entry that stays as it is; once for each reference. */
  same(state: ResourceState): void;
  /** Lets a former URN stand for the new one. */
  alias(urn: string, former: string): void;
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** The resource a hook is about: its names, and what it was and becomes. */
export interface HookSubject {
  readonly urn: string;
  readonly hooks: HookNames;
  readonly old?: ResourceState;
  readonly new?: ResourceState;
}
export interface HookData {
  readonly id?: string;
  readonly newInputs?: Properties;
  readonly oldInputs?: Properties;
  readonly newOutputs?: Properties;
  readonly oldOutputs?: Properties;
}
/** The program's hooks around operations. */
export interface Hooks {
  /** A failing hook fails the step before anything is done. */
  before(kind: HookKind, subject: HookSubject, data: HookData): Promise<void>;
  /** The step counts as done whatever its hooks say; a failure stops the operation after it. */
  after(kind: HookKind, subject: HookSubject, data: HookData): Promise<void>;
  /** Whether any error hook wants the failed operation tried again. `failures`: newest first. */
  shouldRetry(operation: string, subject: HookSubject, failures: readonly string[]): Promise<boolean>;
}

export interface Judgement {
  readonly inputs: Properties;
  /** A mandatory policy is violated, and this is no preview: the resource must not be touched. */
  readonly invalid: boolean;
}
/** The policy packs at work. */
export interface Policies {
  /** Name to version. */
  readonly versions: { readonly [name: string]: string };
  judge(run: Run, state: ResourceState, goal: Goal): Promise<Judgement>;
  judgeStack(run: Run): Promise<void>;
}

/** What all parts of one operation share. */
export interface Run {
  readonly options: RunOptions;
  readonly base: Base;
  readonly snapshot: Snapshot;
  readonly emit: EventSink;
  readonly providers: Providers;
  readonly hooks: Hooks;
  readonly policies: Policies;
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
