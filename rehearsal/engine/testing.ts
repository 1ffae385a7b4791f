import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ProviderSource } from "../wire/provider.ts";
import { StackConfig } from "./config.ts";
import type { EngineEvent, Op } from "./events.ts";
import { Callbacks } from "./monitor/callbacks.ts";
import { assemble, baseOf, optionsOf } from "./operations/assemble.ts";
import { conclude } from "./operations/conclude.ts";
import { destroyWithoutProgram } from "./operations/destroy.ts";
import { operate } from "./operations/operate.ts";
import type { OperationRequest, OperationResult } from "./operations/request.ts";
import { PolicyHost } from "./policies/host.ts";
import { findSdk, type SdkTraits } from "./program/sdk.ts";
import { DefaultProviders } from "./providers/defaults.ts";
import { bareGoal, type Goal, type ResourceState } from "./resource.ts";
import { EMPTY_STATE } from "./state/snapshot.ts";

const MODULES = dirname(dirname(dirname(createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json"))));

/** What programs of tests find in scope: a resource, a provider and a component of the package `mem`. */
const PREAMBLE = `
const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
  constructor(name, props = {}, opts = {}, ref) { super("mem:index:Thing", name, { made: undefined, ...props }, opts, false, ref); }
}
class Mem extends pulumi.ProviderResource {
  constructor(name, props = {}, opts = {}, ref) { super("mem", name, props, opts, false, ref); }
}
class Group extends pulumi.ComponentResource {
  constructor(name, opts = {}) { super("app:index:Group", name, {}, opts); }
}
`;

export const IDENTITY = { organization: "org", project: "shop", stack: "dev" };
export const urnOf = (name: string, type = "mem:index:Thing"): string => `urn:pulumi:dev::shop::${type}::${name}`;
export const STACK_URN = urnOf("shop-dev", "pulumi:pulumi:Stack");

type Passed = Omit<Partial<OperationRequest>, "config" | "emit" | "providers" | "program" | "identity">;
export interface DeployOptions extends Passed {
  readonly cloud: ProviderSource;
  readonly config?: { readonly [key: string]: string };
  readonly onEvent?: (event: EngineEvent) => void;
}

/** What an operation left behind, in the forms that tests ask for. */
export interface Deployed extends OperationResult {
  readonly events: readonly EngineEvent[];
  /** `op name` of every step begun, without the stack and default providers. */
  readonly ops: readonly string[];
  readonly said: (severity: "info" | "warning" | "error") => string;
  readonly entry: (name: string) => ResourceState | undefined;
}

/** Everything of a request but what the test says. */
export function requestOf({ cloud, config = {}, onEvent, ...passed }: DeployOptions): {
  request: OperationRequest;
  events: EngineEvent[];
} {
  const events: EngineEvent[] = [];
  const request: OperationRequest = {
    verb: "up",
    identity: IDENTITY,
    state: EMPTY_STATE,
    config: new StackConfig(new Map(Object.entries(config).map(([key, value]) => [key, { value, secret: false }]))),
    providers: cloud,
    packs: [],
    flags: {},
    stackOutputs: () => undefined,
    emit: (event) => {
      events.push(event);
      onEvent?.(event);
    },
    now: () => new Date("2030-01-01T00:00:00Z"),
    seed: "seed",
    parallel: 4,
    idleMs: 60_000,
    ...passed,
  };
  return { request, events };
}

export function deployedOf(result: OperationResult, events: readonly EngineEvent[]): Deployed {
  const hidden = (urn: string): boolean => urn === STACK_URN || /::default(_[^:]*)?$/.test(urn);
  return {
    ...result,
    events,
    ops: events.flatMap((event) =>
      event.kind === "pre" && !hidden(event.step.urn) ? [named(event.step.op, event.step.urn)] : [],
    ),
    said: (severity) =>
      events
        .flatMap((event) => (event.kind === "diagnostic" && event.severity === severity ? [event.message] : []))
        .join("\n"),
    entry: (name) => result.state.resources.find((state) => state.urn.endsWith(`::${name}`) && !state.delete),
  };
}
const named = (op: Op, urn: string): string => `${op} ${urn.split("::").slice(3).join("::")}`;

/** A folder with a program's modules, for one test file. */
export class Workshop {
  readonly directory = mkdtempSync(join(tmpdir(), "archipel-engine-"));
  readonly #sdk: SdkTraits;

  constructor() {
    symlinkSync(MODULES, join(this.directory, "node_modules"), "dir");
    writeFileSync(join(this.directory, "package.json"), '{"name": "shop"}');
    this.#sdk = findSdk(this.directory) as SdkTraits;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  write(name: string, text: string, mode = 0o644): string {
    const file = join(this.directory, name);
    writeFileSync(file, text, { mode });
    return file;
  }

  program(source: string): OperationRequest["program"] {
    return {
      rootDirectory: this.directory,
      directory: this.directory,
      entry: this.write("index.js", PREAMBLE + source),
      typescript: false,
      nodeArgs: [],
      sdk: this.#sdk,
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "archipel-engine-cache") },
    };
  }

  /** Runs a JavaScript program, or none where the source is undefined. */
  async deploy(source: string | undefined, options: DeployOptions): Promise<Deployed> {
    const { request, events } = requestOf(options);
    const program = source === undefined ? undefined : this.program(source);
    return deployedOf(await operate({ ...request, ...(program && { program }) }), events);
  }
}

/** One registration of a program that lives in the test: `needs` are names, whose entries `goal` gets. */
export interface Registered {
  readonly name: string;
  readonly needs: readonly string[];
  readonly goal: (entries: ReadonlyMap<string, ResourceState>, provider: string) => Goal;
}

/** Does what a program with these registrations would make the engine do, without a program. */
export async function deployGoals(program: readonly Registered[], options: DeployOptions): Promise<Deployed> {
  const { request, events } = requestOf(options);
  const runOptions = optionsOf(request);
  const base = baseOf(request);
  const outcome = { sawError: false, afterHookFailed: false, maybeCorrupt: false };
  const { run, deployment } = assemble(
    request,
    runOptions,
    base,
    request.emit,
    outcome,
    new Callbacks(),
    new PolicyHost(),
  );
  let ok = true;
  if (request.verb === "destroy") ok = await destroyWithoutProgram(run, deployment);
  else {
    const defaults = new DefaultProviders(request.config, request.state.plugins, (goal) => deployment.register(goal));
    await deployment.register(bareGoal("pulumi:pulumi:Stack", "shop-dev", ""));
    const entries = new Map<string, ResourceState>();
    const under = new Map<string, Promise<void>>();
    for (const { name, needs, goal } of program) {
      const begin = async (): Promise<void> => {
        await Promise.all(needs.map((needed) => under.get(needed) ?? Promise.resolve()));
        const provider = await defaults.get({ package: "mem", version: "1.0.0", pluginDownloadURL: "" });
        entries.set(name, (await deployment.register(goal(entries, provider))).state);
      };
      under.set(name, begin());
    }
    const settled = await Promise.allSettled(under.values());
    ok = settled.every(({ status }) => status === "fulfilled");
    await deployment.drain();
    if (ok) await deployment.deleteLeftovers();
  }
  const { failed } = conclude(run, deployment, ok);
  await run.providers.close();
  const state = runOptions.preview ? request.state : run.snapshot.state();
  return deployedOf({ result: failed ? "failed" : "succeeded", state, outputs: {}, broken: false }, events);
}
