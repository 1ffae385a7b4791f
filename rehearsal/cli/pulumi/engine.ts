import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineEvent, PackInfo } from "../../engine/events.ts";
import type { OperationResult } from "../../engine/operations/request.ts";
import { type PackContext, type PackSource, startPack } from "../../engine/policies/pack.ts";
import { readState } from "../../engine/state/file.ts";
import { EMPTY_STATE, type StackState } from "../../engine/state/snapshot.ts";
import { TwinHost } from "../../twin/plugin/host.ts";
import type { ProviderSource } from "../../wire/provider.ts";
import { isStackUrn } from "../../wire/urn.ts";
import { EXIT, UserError } from "../failure.ts";
import { isUnprotector } from "../rehearse/decommission.ts";
import type { Engine, EngineRequest } from "../rehearse/engine.ts";
import type { RehearseOptions } from "../rehearse/options.ts";
import type { Setup } from "../rehearse/setup.ts";
import { argumentsOf } from "./command-line.ts";
import { EventReader } from "./events.ts";
import type { PulumiCli } from "./find.ts";
import { withPlaces } from "./places.ts";
import { callPulumi } from "./process.ts";
import { seeded } from "./seeded.ts";
import { Workspace } from "./workspace.ts";

/** A Pulumi CLI on the simulated clouds of this process. */
export class PulumiEngine implements Engine {
  readonly name = "pulumi";
  readonly follows: string;
  readonly #cli: PulumiCli;
  readonly #setup: Setup;
  readonly #host: TwinHost;
  readonly #workspace: Workspace;
  readonly #ids: Map<string, string>;
  /** What the backend has. */
  #state: StackState = EMPTY_STATE;
  #packs: readonly PackInfo[] | undefined;

  private constructor(cli: PulumiCli, setup: Setup, host: TwinHost, workspace: Workspace, ids: Map<string, string>) {
    this.follows = cli.version;
    this.#cli = cli;
    this.#setup = setup;
    this.#host = host;
    this.#workspace = workspace;
    this.#ids = ids;
  }

  static async start(
    cli: PulumiCli,
    setup: Setup,
    { organization, seed }: RehearseOptions,
    clouds: ProviderSource,
    folder: string,
  ): Promise<PulumiEngine> {
    const others = [...setup.stackOutputs];
    const foreign = [organization, ...others.map(([name]) => name.split("/", 1)[0])].find((one) => one !== LOCAL);
    if (foreign !== undefined) {
      throw new UserError(
        `--engine pulumi keeps its stacks in a folder, where the organization is always '${LOCAL}', not '${foreign}': leave out --organization, or the engine`,
      );
    }
    const ids = new Map<string, string>();
    const host = await TwinHost.start(seeded(clouds, seed, ids));
    let workspace: Workspace | undefined;
    try {
      workspace = new Workspace(join(folder, "pulumi"), setup, host.port);
      const engine = new PulumiEngine(cli, setup, host, workspace, ids);
      await engine.#manage("init", engine.#workspace.scratch, engine.#stack);
      for (const [name, outputs] of others) {
        const scratch = engine.#workspace.project(name.split("/")[1] ?? "");
        await engine.#manage("init", scratch, name);
        await engine.#manage("import", scratch, name, ["--file", engine.#workspace.writeOutputs(name, outputs)]);
      }
      return engine;
    } catch (error) {
      host.close();
      workspace?.remove();
      throw error;
    }
  }

  get #stack(): string {
    return `${LOCAL}/${this.#setup.project.name}/${this.#setup.settings.name}`;
  }

  async operate(request: EngineRequest): Promise<OperationResult> {
    await this.#bring(request.state);
    if (!request.edit) return await this.#run(request, await this.#policies(request));
    if (!isUnprotector(request.edit)) {
      throw new UserError("a Pulumi CLI cannot change what a program registers: leave out --engine pulumi");
    }
    // the real engine takes no edit: its own means are a remediation of the clouds' guards, and the state's marks
    const emit = (event: EngineEvent): void => {
      if (event.kind !== "policy" && event.kind !== "remediation") request.emit(event);
    };
    const guards = ["--policy-pack", this.#workspace.guardsPack()];
    const opened = await this.#run({ ...request, emit }, guards);
    if (opened.result !== "succeeded") return opened;
    await this.#call(["state", "unprotect", "--all", "--yes", "--stack", this.#stack], this.#workspace.scratch);
    return { ...opened, state: await this.#export() };
  }

  close(): void {
    this.#host.close();
    if (!process.env["ARCHIPEL_DEBUG"]) this.#workspace.remove();
  }

  async #run(request: EngineRequest, policies: readonly string[]): Promise<OperationResult> {
    const { verb, flags, parallel, signal, idleMs } = request;
    const reader = new EventReader();
    const seen = new Seen();
    const emit = (event: EngineEvent): void => {
      seen.note(event);
      request.emit(event);
    };
    const where = ["--stack", this.#stack, "--config-file", this.#workspace.configFile];
    const { code, stderr, hung } = await callPulumi(this.#cli, {
      args: [...argumentsOf(verb, flags, parallel), ...where, ...policies],
      cwd: this.#setup.project.directory,
      env: this.#workspace.env,
      onLine: (line) => {
        if (!line.startsWith("{")) emit({ kind: "program", stream: "stdout", line });
        else for (const event of reader.read(line)) emit(event);
      },
      signal,
      idleMs,
    });
    const problem = hung ? `nothing happened for ${idleMs / 1000} s` : seen.summary ? "" : stderr.join("\n");
    if (problem) emit({ kind: "diagnostic", severity: "error", urn: "", message: problem });
    else for (const line of stderr) emit({ kind: "program", stream: "stderr", line });
    const state = verb === "preview" ? request.state : await this.#export();
    request.emit({ kind: "left", resources: state.resources });
    const failed = code !== 0 || hung;
    return {
      result: signal?.aborted ? "canceled" : failed ? "failed" : "succeeded",
      state,
      outputs: state.resources.find(({ urn }) => isStackUrn(urn))?.outputs ?? {},
      broken: failed && !signal?.aborted && !seen.refusal,
    };
  }

  /** Packs and their configurations as arguments; the report hears of them once. */
  async #policies({ verb, packs, emit, identity, config, packEnv }: EngineRequest): Promise<string[]> {
    if (packs.length === 0 || (verb !== "up" && verb !== "preview")) return [];
    const context = {
      options: { ...identity, preview: true },
      config,
      env: { ...this.#setup.program.env, ...packEnv },
      programDirectory: this.#setup.program.directory,
      engineAddress: "127.0.0.1:1",
      onLine: () => undefined,
    };
    // what is wrong with a pack is for the CLI to say
    this.#packs ??= await Promise.all(packs.map((source) => introduce(source, context))).catch(() => []);
    emit({ kind: "packs", packs: this.#packs });
    return packs.flatMap(({ path, config: settings }, i) => [
      "--policy-pack",
      path,
      "--policy-pack-config",
      this.#workspace.write(`policy-config-${i}.json`, settings),
    ]);
  }

  /** Gives the backend a state that did not come from it. */
  async #bring(state: StackState): Promise<void> {
    for (const { urn, id } of state.resources) this.#ids.set(urn, id);
    if (state === this.#state || state.resources.length + this.#state.resources.length === 0) return;
    const file = this.#workspace.writeState("state.json", state);
    await this.#manage("import", this.#workspace.scratch, this.#stack, ["--file", file]);
    this.#state = state;
  }

  async #export(): Promise<StackState> {
    const file = join(this.#workspace.directory, "export.json");
    await this.#manage("export", this.#workspace.scratch, this.#stack, ["--file", file]);
    const { state } = readState(readFileSync(file, "utf8"), "the CLI's state", this.#workspace.passphrase);
    const { directory } = this.#setup.project;
    this.#state = { ...state, resources: state.resources.map((resource) => withPlaces(resource, directory)) };
    return this.#state;
  }

  #manage(verb: "init" | "import" | "export", cwd: string, stack: string, more: readonly string[] = []): Promise<void> {
    return this.#call(["stack", verb, "--stack", stack, ...more], cwd);
  }

  async #call(args: readonly string[], cwd: string): Promise<void> {
    const { code, stderr } = await callPulumi(this.#cli, { args, cwd, env: this.#workspace.env });
    if (code !== 0)
      throw new UserError(`pulumi ${args.slice(0, 2).join(" ")} failed: ${stderr.join(" ")}`, EXIT.broken);
  }
}

/** What a pack says of itself. */
async function introduce(source: PackSource, context: PackContext): Promise<PackInfo> {
  const pack = await startPack(source, context);
  pack.close();
  return { name: pack.name, version: pack.version, policies: pack.policies };
}

/** The organization of every stack in a folder. */
const LOCAL = "organization";

/** Tells a resource or a policy that says no from a program that breaks. */
class Seen {
  summary = false;
  refusal = false;

  note(event: EngineEvent): void {
    if (event.kind === "summary") this.summary = true;
    else if (event.kind === "failed") this.refusal = true;
    else if (event.kind === "policy") this.refusal ||= event.finding.level === "mandatory";
    else if (event.kind === "diagnostic") {
      this.refusal ||= event.severity === "error" && event.urn !== "" && !isStackUrn(event.urn);
    }
  }
}
