import messages from "@pulumi/pulumi/proto/resource_pb.js";
import { encode, NO_OUTPUTS } from "../../wire/struct.ts";
import { nameOf, typeOf } from "../../wire/urn.ts";
import type { HookKind } from "../resource.ts";
import { type HookData, type HookSubject, type Hooks, messageOf } from "../run.ts";
import type { Callback, Callbacks } from "./callbacks.ts";
import { optionsOfState } from "./hook-options.ts";

interface Hook {
  readonly callback: Callback;
  readonly onDryRun: boolean;
  readonly ignoreErrors: boolean;
}

/** Runs the program's hooks around operations. */
export class HookRunner implements Hooks {
  readonly #callbacks: Callbacks;
  readonly #preview: boolean;
  readonly #hooks = new Map<string, Hook>();
  readonly #onAfterFailure: (urn: string, message: string) => void;
  readonly #warn: (urn: string, message: string) => void;

  constructor(
    callbacks: Callbacks,
    preview: boolean,
    onAfterFailure: (urn: string, message: string) => void,
    warn: (urn: string, message: string) => void,
  ) {
    this.#callbacks = callbacks;
    this.#preview = preview;
    this.#onAfterFailure = onAfterFailure;
    this.#warn = warn;
  }

  register(name: string, hook: Hook): void {
    if (this.#hooks.has(name)) throw new Error(`resource hook already registered for name "${name}"`);
    this.#hooks.set(name, hook);
  }

  /** A failing hook fails the step before anything is done. */
  async before(kind: HookKind, subject: HookSubject, data: HookData): Promise<void> {
    for (const [name, hook] of this.#of(kind, subject)) {
      const error = await this.#run(hook, subject, data);
      if (error === undefined) continue;
      const message = `before hook "${name}" failed: ${error}`;
      if (!hook.ignoreErrors) throw new Error(message);
      this.#warn(subject.urn, message);
    }
  }

  /** The step counts as done whatever its hooks say; a failure stops the operation after it. */
  async after(kind: HookKind, subject: HookSubject, data: HookData): Promise<void> {
    for (const [name, hook] of this.#of(kind, subject)) {
      const error = await this.#run(hook, subject, data);
      if (error === undefined) continue;
      const message = `after hook "${name}" failed: ${error}`;
      if (hook.ignoreErrors) this.#warn(subject.urn, message);
      else return this.#onAfterFailure(subject.urn, message);
    }
  }

  /** Whether any error hook wants the failed operation tried again. `failures`: newest first. */
  async shouldRetry(operation: string, subject: HookSubject, failures: readonly string[]): Promise<boolean> {
    let retry = false;
    for (const [name, hook] of this.#of("onError", subject)) {
      const request = new messages.ErrorHookRequest();
      fill(request, subject, dataOf(subject));
      request.setFailedOperation(operation);
      request.setErrorsList([...failures]);
      const answer = messages.ErrorHookResponse.deserializeBinary(
        await this.#callbacks.invoke(hook.callback, request.serializeBinary()),
      );
      if (answer.getError()) throw new Error(`error hook "${name}" failed: ${answer.getError()}`);
      retry ||= answer.getRetry();
    }
    return retry;
  }

  #of(kind: HookKind, { hooks }: HookSubject): (readonly [string, Hook])[] {
    return (hooks[kind] ?? []).flatMap((name) => {
      const hook = this.#hooks.get(name);
      if (!hook) throw new Error(`resource hook "${name}" was not registered`);
      return this.#preview && !hook.onDryRun ? [] : [[name, hook] as const];
    });
  }

  async #run(hook: Hook, subject: HookSubject, data: HookData): Promise<string | undefined> {
    const request = new messages.ResourceHookRequest();
    fill(request, subject, data);
    try {
      const bytes = await this.#callbacks.invoke(hook.callback, request.serializeBinary());
      return messages.ResourceHookResponse.deserializeBinary(bytes).getError() || undefined;
    } catch (error) {
      return messageOf(error);
    }
  }
}

const dataOf = ({ old, new: now }: HookSubject): HookData => ({
  ...((now?.id || old?.id) && { id: now?.id || (old?.id as string) }),
  ...(now && { newInputs: now.inputs }),
  ...(old && { oldInputs: old.inputs, oldOutputs: old.outputs }),
});

function fill(
  request: messages.ResourceHookRequest | messages.ErrorHookRequest,
  { urn, old, new: now }: HookSubject,
  { id, newInputs, oldInputs, newOutputs, oldOutputs }: HookData,
): void {
  request.setUrn(urn);
  request.setName(nameOf(urn));
  request.setType(typeOf(urn));
  if (id) request.setId(id);
  if (newInputs) request.setNewInputs(encode(newInputs, NO_OUTPUTS));
  if (oldInputs) request.setOldInputs(encode(oldInputs, NO_OUTPUTS));
  if (newOutputs && "setNewOutputs" in request) request.setNewOutputs(encode(newOutputs, NO_OUTPUTS));
  if (oldOutputs) request.setOldOutputs(encode(oldOutputs, NO_OUTPUTS));
  if (old) request.setOldOptions(optionsOfState(old));
  if (now) request.setNewOptions(optionsOfState(now));
}
