import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { operate } from "../../engine/operations/operate.ts";
import type { OperationRequest, Verb } from "../../engine/operations/request.ts";
import { findSdk } from "../../engine/program/sdk.ts";
import { pluginSource } from "../../engine/providers/plugin.ts";
import type { ResourceState } from "../../engine/resource.ts";
import { resourceToJson } from "../../engine/state/codec.ts";
import type { Json, JsonForm, JsonObject } from "../../wire/json.ts";
import { objectToJson } from "../../wire/json.ts";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../wire/signatures.ts";
import { isStackUrn } from "../../wire/urn.ts";
import type { Properties } from "../../wire/value.ts";
import type { Bench } from "./bench-folder.ts";
import type { Case, Command } from "./case.ts";
import type { Observed } from "./compare.ts";
import { parseFlags } from "./flags.ts";
import { KeptPlugins } from "./kept-plugins.ts";
import { editLedger, readCalls } from "./ledger.ts";
import { Normaliser } from "./normalise.ts";
import { Recorder } from "./recorder.ts";
import { CaseStack } from "./stack.ts";

const STACK = "test";
const ORGANIZATION = "organization";
const SHOW_SECRETS: JsonForm = {
  secret: (inner) => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, plaintext: JSON.stringify(inner) }),
  spellNumbers: true,
};

/** Runs a case's commands in order, on one ledger and the states they leave. */
export class CaseRun {
  readonly #case: Case;
  readonly #bench: Bench;
  readonly #directory: string;
  readonly #copy: string;
  readonly #normaliser: Normaliser;
  readonly #stacks = new Map<string, CaseStack>();
  readonly #env: NodeJS.ProcessEnv;
  readonly #plugins = new KeptPlugins();

  constructor(test: Case, bench: Bench, profile: "a" | "b") {
    this.#case = test;
    this.#bench = bench;
    this.#directory = join(bench.directory, `${test.name}-${profile}`);
    this.#copy = join(this.#directory, "case");
    rmSync(this.#directory, { recursive: true, force: true });
    // a policy pack resolves its modules from its own folder
    cpSync(test.directory, this.#copy, { recursive: true });
    this.#normaliser = new Normaliser([
      [this.#copy, "<case>"],
      [this.#directory, "<run>"],
      [bench.modules, "<modules>"],
    ]);
    this.#env = { ...process.env, CONF_LEDGER: this.#ledger, CONF_CALLS: this.#calls, CONF_DELAY: profile };
  }

  get #ledger(): string {
    return join(this.#directory, "ledger.json");
  }
  get #calls(): string {
    return join(this.#directory, "calls.jsonl");
  }

  /** What the command did; undefined for commands that only prepare. */
  async command(command: Command): Promise<Observed | undefined> {
    if (command.do === "ledger") editLedger(this.#ledger, command);
    else if (command.do === "config") this.#stack(command).configure(command.values ?? {});
    else if (command.do === "state") this.#editState(command);
    else return await this.#operate(command, command.do);
    return undefined;
  }

  /** Ends what was started for the case. */
  async end(): Promise<void> {
    await this.#plugins.end();
  }

  #stack({ project = "proj" }: Command): CaseStack {
    const known = this.#stacks.get(project);
    if (known) return known;
    const stack = new CaseStack(project, join(this.#directory, project), this.#case.config[project] ?? {});
    this.#stacks.set(project, stack);
    return stack;
  }

  #editState(command: Command): void {
    const stack = this.#stack(command);
    const [action, urn] = command.args ?? [];
    if (action !== "taint") throw new Error(`the state command '${action}' is not supported`);
    stack.state = {
      ...stack.state,
      resources: stack.state.resources.map((entry) => (entry.urn === urn ? { ...entry, taint: true } : entry)),
    };
  }

  async #operate(command: Command, verb: Verb): Promise<Observed> {
    const stack = this.#stack(command);
    if (command.step !== undefined) stack.program(join(this.#copy, "steps", String(command.step)));
    rmSync(this.#calls, { force: true });
    const recorder = new Recorder(this.#normaliser, verb === "refresh");
    const { result, state, outputs } = await operate({ ...this.#request(command, verb, stack), emit: recorder.note });
    stack.state = state;
    const entries = state.resources.map((entry) => resourceToJson(entry, SHOW_SECRETS));
    this.#normaliser.learn(entries);
    const previewed = verb === "preview";
    const failed =
      result !== "succeeded" || (parseFlags(command.flags).expectNoChanges === true && changed(recorder.changes));
    return {
      do: verb,
      ...(command.preview && { preview: true }),
      result: failed ? "failure" : "success",
      changes: recorder.changes,
      ops: recorder.ops(),
      diagnostics: recorder.diagnostics,
      policies: recorder.policies,
      calls: readCalls(this.#calls).map((call) => this.#normaliser.value(call) as JsonObject),
      outputs: this.#outputs(previewed ? outputs : (rootOf(state.resources)?.outputs ?? {})),
      ...(!previewed && {
        state: entries.map((entry) => this.#normaliser.resource(entry)),
        pending: state.pending.map(({ type, resource }) => ({ type, urn: resource.urn })),
      }),
    };
  }

  #outputs(outputs: Properties): { readonly [key: string]: Json } {
    return this.#normaliser.value(objectToJson(outputs, SHOW_SECRETS)) as { readonly [key: string]: Json };
  }

  #request(command: Command, verb: Verb, stack: CaseStack): Omit<OperationRequest, "emit"> {
    const sdk = findSdk(stack.directory);
    if (!sdk) throw new Error("the scratch folder has no @pulumi/pulumi");
    const { directory } = stack;
    const [type = "", name = "", id = ""] = command.args ?? [];
    return {
      verb,
      ...(command.preview && { previewOnly: true }),
      identity: { organization: ORGANIZATION, project: stack.project, stack: STACK },
      state: stack.state,
      config: stack.config,
      program: {
        rootDirectory: directory,
        directory,
        entry: "index.js",
        typescript: false,
        nodeArgs: [],
        sdk,
        env: process.env,
      },
      providers: pluginSource(this.#bench.plugins(this.#env), () => "127.0.0.1:1", this.#plugins.start),
      packs: command.policy
        ? [{ path: join(this.#copy, command.policy), config: (command.policyConfig ?? {}) as never }]
        : [],
      flags: parseFlags(command.flags),
      ...(verb === "import" && { imports: [{ type, name, id, protect: true }] }),
      stackOutputs: (full) => this.#outputsOf(full),
      now: () => new Date(),
      seed: this.#case.name,
      parallel: 16,
      idleMs: 60_000,
    };
  }

  #outputsOf(full: string): Properties | undefined {
    const [organization, project = "", name] = full.split("/");
    const other = this.#stacks.get(project);
    if (organization !== ORGANIZATION || name !== STACK || !other) return undefined;
    return rootOf(other.state.resources)?.outputs ?? {};
  }
}

const rootOf = (resources: readonly ResourceState[]): ResourceState | undefined =>
  resources.find(({ urn }) => isStackUrn(urn));
const changed = (changes: { readonly [op: string]: number }): boolean =>
  Object.entries(changes).some(([op, count]) => op !== "same" && count > 0);
