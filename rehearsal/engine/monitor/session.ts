import type * as grpc from "@grpc/grpc-js";
import { makeUrn } from "../../wire/urn.ts";
import { type Deployment, Stopped } from "../deployment.ts";
import type { SdkTraits } from "../program/sdk.ts";
import type { Goal } from "../resource.ts";
import { diagnose } from "../run.ts";
import type { RegisterResult } from "../steps/step.ts";
import type { Callback, Callbacks } from "./callbacks.ts";
import type { HookRunner } from "./hooks.ts";
import type { Packages } from "./packages.ts";
import type { ProviderChoice } from "./provider-choice.ts";
import type { Transforms } from "./transforms.ts";

/** An answer of the monitor that is an error with a status of its own. */
export class Rejection extends Error {
  override readonly name = "Rejection";
  readonly code: grpc.status;
  constructor(code: grpc.status, message: string) {
    super(message);
    this.code = code;
  }
}

export interface SessionParts {
  readonly deployment: Deployment;
  readonly callbacks: Callbacks;
  readonly transforms: Transforms;
  readonly hooks: HookRunner;
  readonly packages: Packages;
  readonly choice: ProviderChoice;
  readonly sdk: SdkTraits;
  readonly workingDirectory: string;
  readonly rootDirectory: string;
  readonly edit: (goal: Goal) => Goal;
}

/** What the calls of one program share. */
export class Session {
  readonly deployment: Deployment;
  readonly callbacks: Callbacks;
  readonly transforms: Transforms;
  readonly hooks: HookRunner;
  readonly packages: Packages;
  readonly choice: ProviderChoice;
  readonly sdk: SdkTraits;
  readonly workingDirectory: string;
  readonly rootDirectory: string;
  readonly #edit: (goal: Goal) => Goal;
  /** Components under way, with the providers given to them. */
  readonly pendingComponents = new Map<Goal, ReadonlyMap<string, string>>();

  constructor(parts: SessionParts) {
    this.deployment = parts.deployment;
    this.callbacks = parts.callbacks;
    this.transforms = parts.transforms;
    this.hooks = parts.hooks;
    this.packages = parts.packages;
    this.choice = parts.choice;
    this.sdk = parts.sdk;
    this.workingDirectory = parts.workingDirectory;
    this.rootDirectory = parts.rootDirectory;
    this.#edit = parts.edit;
  }

  goalOf(urn: string): Goal | undefined {
    return urn ? this.deployment.run.goals.get(urn) : undefined;
  }

  async register(goal: Goal, own: readonly Callback[]): Promise<RegisterResult> {
    const providers = this.pendingComponents.get(goal);
    this.pendingComponents.delete(goal);
    const result = await this.deployment.register(this.#edit(goal));
    this.transforms.note(result.state.urn, goal.parent, own);
    if (providers) this.choice.noteComponent(result.state.urn, goal.parent, providers);
    return result;
  }

  /** The stack forbids default providers, and the resource names none: the operation stops. */
  denyDefault(pkg: string, type: string, name: string, parent: string): never {
    const { run } = this.deployment;
    const urn = makeUrn(run.options.stack, run.options.project, parent, type, name);
    diagnose(run, "error", urn, `Default provider for '${pkg}' disabled. '${urn}' must use an explicit provider.`);
    this.deployment.abort();
    throw new Stopped();
  }
}
