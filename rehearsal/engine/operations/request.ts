import type { ProviderSource } from "../../wire/provider.ts";
import type { Properties } from "../../wire/value.ts";
import type { StackConfig } from "../config.ts";
import type { EventSink, Result } from "../events.ts";
import type { PackSource } from "../policies/pack.ts";
import type { ProgramSource } from "../program/node.ts";
import type { Recorder } from "../replay/recorder.ts";
import type { Replay } from "../replay/replay.ts";
import type { Goal } from "../resource.ts";
import type { StackState } from "../state/snapshot.ts";

export type Verb = "preview" | "up" | "refresh" | "destroy" | "import";

/** The switches of Pulumi's commands, under their names. */
export interface Flags {
  readonly refresh?: boolean;
  /** A refresh forgets creations that an earlier operation left unfinished. */
  readonly clearPendingCreates?: boolean;
  /** A refresh takes over what such creations made: ids by URN. */
  readonly importPendingCreates?: { readonly [urn: string]: string };
  readonly runProgram?: boolean;
  readonly continueOnError?: boolean;
  readonly ignoreProtect?: boolean;
  readonly excludeProtected?: boolean;
  readonly targets?: readonly string[];
  readonly replace?: readonly string[];
  readonly excludes?: readonly string[];
  readonly targetDependents?: boolean;
  readonly excludeDependents?: boolean;
  readonly expectNoChanges?: boolean;
}

/** An object to take over by command. */
export interface ImportSpec {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly version?: string;
  readonly protect: boolean;
  /** URN. @default the stack */
  readonly parent?: string;
  /** Reference of a provider in the state. @default the package's default provider */
  readonly provider?: string;
}

export interface StackIdentity {
  readonly organization: string;
  readonly project: string;
  readonly stack: string;
}

/** Everything one operation needs; it touches nothing else. */
export interface OperationRequest {
  readonly verb: Verb;
  /** Only say what a refresh or destroy would do. */
  readonly previewOnly?: boolean;
  readonly identity: StackIdentity;
  readonly state: StackState;
  readonly config: StackConfig;
  readonly program?: ProgramSource;
  readonly providers: ProviderSource;
  readonly packs: readonly PackSource[];
  readonly flags: Flags;
  readonly imports?: readonly ImportSpec[];
  /** Changes a registration before it is planned: what a drill does to an unmodified program. */
  readonly edit?: (goal: Goal) => Goal;
  /** Notes what the program asks for and what it is told. */
  readonly recorder?: Recorder;
  /** What a program asked for before is asked for again, and no program is started. */
  readonly replay?: Replay;
  /** More environment for policy packs. */
  readonly packEnv?: NodeJS.ProcessEnv;
  readonly stackOutputs: (name: string) => Properties | undefined;
  readonly emit: EventSink;
  /** Called when the state has changed; calls `state` when it wants to write it down. */
  readonly onStateChange?: (state: () => StackState) => void;
  readonly now: () => Date;
  readonly seed: string;
  readonly parallel: number;
  /** Milliseconds without a request or a line of output after which a program counts as hung. */
  readonly idleMs: number;
  /** First abort: let running steps finish. */
  readonly signal?: AbortSignal;
}

export interface OperationResult {
  readonly result: Result;
  readonly state: StackState;
  /** Stack outputs; in a preview as far as they are known. */
  readonly outputs: Properties;
  /** The program, a pack or the engine broke, rather than a resource or a policy saying no. */
  readonly broken: boolean;
}
