/* oxlint-disable typescript/unbound-method -- call() binds the client itself */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import * as grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { CHANNEL_OPTIONS, call, isServiceError, type Unary } from "../../wire/grpc.ts";
import { objectFromJson } from "../../wire/json.ts";
import { encode, PLAIN } from "../../wire/struct.ts";
import type { StackConfig } from "../config.ts";
import type { PolicyInfo } from "../events.ts";
import { PRELOAD } from "../program/node.ts";
import { findSdk } from "../program/sdk.ts";
import type { RunOptions } from "../run.ts";
import { LEVELS, type PackConfig, resolveConfig } from "./config.ts";
import { PackError } from "./pack-error.ts";

type Client = InstanceType<typeof services.AnalyzerClient>;

export interface PackSource {
  /** A folder with PulumiPolicy.yaml, or an executable file. */
  readonly path: string;
  /** What the user's file says of its policies. */
  readonly config: PackConfig;
  /** Milliseconds that it may take for one answer. */
  readonly deadlineMs?: number;
}

/** The real engine waits for ever; a rehearsal says which call got no answer. */
const CALL_DEADLINE_MS = 120_000;
const START_TIMEOUT_MS = 120_000;

/** A policy pack at work. */
export class PolicyPack {
  readonly name: string;
  readonly version: string;
  readonly policies: readonly PolicyInfo[];
  /** What its configuration lost without a word of the real engine. */
  readonly warnings: readonly string[];
  readonly path: string;
  /** Whether any policy may change inputs, or came as one that may; asking others gives the same answer later. */
  readonly remediates: boolean;
  readonly #client: Client;
  readonly #kill: () => void;
  readonly #deadlineMs: number;

  constructor(
    path: string,
    info: Pick<PolicyPack, "name" | "version" | "policies" | "warnings" | "remediates">,
    client: Client,
    kill: () => void,
    deadlineMs: number,
  ) {
    this.#deadlineMs = deadlineMs;
    this.path = path;
    this.name = info.name;
    this.version = info.version;
    this.policies = info.policies;
    this.warnings = info.warnings;
    this.remediates = info.remediates;
    this.#client = client;
    this.#kill = kill;
  }

  async analyze(request: messages.AnalyzeRequest): Promise<readonly messages.AnalyzeDiagnostic[]> {
    return (
      await this.#call<messages.AnalyzeRequest, messages.AnalyzeResponse>(this.#client.analyze, request)
    ).getDiagnosticsList();
  }
  async remediate(request: messages.AnalyzeRequest): Promise<readonly messages.Remediation[]> {
    return (
      await this.#call<messages.AnalyzeRequest, messages.RemediateResponse>(this.#client.remediate, request)
    ).getRemediationsList();
  }
  async analyzeStack(request: messages.AnalyzeStackRequest): Promise<readonly messages.AnalyzeDiagnostic[]> {
    return (
      await this.#call<messages.AnalyzeStackRequest, messages.AnalyzeResponse>(this.#client.analyzeStack, request)
    ).getDiagnosticsList();
  }

  close(): void {
    this.#client.close();
    this.#kill();
  }

  async #call<Request, Response>(method: Unary<Request, Response>, request: Request): Promise<Response> {
    try {
      return await call(this.#client, method, request, this.#deadlineMs);
    } catch (error) {
      if (isServiceError(error) && error.code === grpc.status.DEADLINE_EXCEEDED) {
        throw new PackError(`policy pack '${this.name}' gave no answer within ${this.#deadlineMs / 1000} s`);
      }
      throw error;
    }
  }
}

export interface PackContext {
  readonly options: Pick<RunOptions, "organization" | "project" | "stack" | "preview">;
  readonly config: StackConfig;
  readonly env: NodeJS.ProcessEnv;
  readonly programDirectory: string;
  readonly engineAddress: string;
  readonly onLine: (line: string) => void;
}

/** Starts a pack as the real engine does, tells it about the stack, and hands it its configuration. */
export async function startPack(source: PackSource, context: PackContext): Promise<PolicyPack> {
  const process = launch(source.path, context);
  const { port, kill } = await process;
  const client = new services.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
  try {
    await configureStack(client, context);
    const info = await call(
      client,
      client.getAnalyzerInfo as Unary<emptyPb.Empty, messages.AnalyzerInfo>,
      new emptyPb.Empty(),
      CALL_DEADLINE_MS,
    );
    const { policies, configs, warnings } = resolveConfig(info, source.config);
    const request = new messages.ConfigureAnalyzerRequest();
    for (const [name, { level, properties }] of configs) {
      const config = new messages.PolicyConfig();
      config.setEnforcementlevel(level);
      config.setProperties(encode(objectFromJson(properties), PLAIN));
      request.getPolicyconfigMap().set(name, config);
    }
    await call(
      client,
      client.configure as Unary<messages.ConfigureAnalyzerRequest, emptyPb.Empty>,
      request,
      CALL_DEADLINE_MS,
    );
    const version = info.getVersion();
    const declared = info.getPoliciesList().map((policy) => LEVELS[policy.getEnforcementlevel()]);
    const remediates = [...declared, ...policies.map(({ level }) => level)].includes("remediate");
    const known = { name: info.getName(), version, policies, warnings, remediates };
    return new PolicyPack(source.path, known, client, kill, source.deadlineMs ?? CALL_DEADLINE_MS);
  } catch (error) {
    client.close();
    kill();
    // what a pack says of its configuration is for people
    if (error instanceof PackError || isServiceError(error)) {
      throw new PackError(`${source.path}: ${error instanceof PackError ? error.message : error.details}`);
    }
    throw error;
  }
}

async function configureStack(client: Client, { options, config }: PackContext): Promise<void> {
  const request = new messages.AnalyzerStackConfigureRequest();
  request.setStack(options.stack);
  request.setProject(options.project);
  request.setOrganization(options.organization);
  request.setDryRun(options.preview);
  request.setConfigSecretKeysList(config.secretKeys());
  for (const [key, value] of Object.entries(config.plain())) request.getConfigMap().set(key, value);
  try {
    await call(
      client,
      client.configureStack as Unary<typeof request, messages.AnalyzerStackConfigureResponse>,
      request,
      CALL_DEADLINE_MS,
    );
  } catch (error) {
    if (!(isServiceError(error) && error.code === grpc.status.UNIMPLEMENTED)) throw error;
  }
}

async function launch(path: string, context: PackContext): Promise<{ port: number; kill: () => void }> {
  if (!existsSync(path)) throw new PackError(`policy pack ${path} does not exist`);
  const { command, args, cwd, env } = statSync(path).isDirectory()
    ? directoryForm(path, context)
    : fileForm(path, context);
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    said.push(line);
    context.onLine(line);
  });
  const lines = createInterface({ input: child.stdout });
  const kill = (): void => void child.kill("SIGKILL");
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string): void => reject(new PackError(`policy pack ${path} did not start: ${why}`));
    const timer = setTimeout(() => {
      kill();
      fail(`no port within ${START_TIMEOUT_MS / 1000} s`);
    }, START_TIMEOUT_MS);
    child.once("error", (error) => fail(error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      const why = reasonIn(said);
      fail(`it ended with code ${code}: ${why}`);
    });
    lines.on("line", (line) => {
      const number = Number(line.trim());
      if (line.trim() === "" || !Number.isInteger(number)) return context.onLine(line);
      clearTimeout(timer);
      resolve(number);
    });
  });
  return { port, kill };
}

/** What a dying pack said, without its stack. */
function reasonIn(said: readonly string[]): string {
  const lines = said
    .map((line) => stripVTControlCharacters(line).trim())
    .filter((line) => line && !line.startsWith("at "));
  return lines.slice(0, 3).join(" ") || "it printed nothing";
}

interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

function directoryForm(path: string, { options, config, env, engineAddress }: PackContext): Launch {
  if (!existsSync(join(path, "PulumiPolicy.yaml")))
    throw new PackError(`${path} is no policy pack: it has no PulumiPolicy.yaml`);
  const runtime = /runtime:\s*(?:\{?\s*name:\s*)?["']?([\w-]+)/.exec(
    readFileSync(join(path, "PulumiPolicy.yaml"), "utf8"),
  )?.[1];
  if (runtime && runtime !== "nodejs")
    throw new PackError(`policy pack ${path} needs the runtime '${runtime}'; only nodejs packs can be rehearsed`);
  const sdk = findSdk(path);
  if (!sdk) throw new PackError(`policy pack ${path} lacks its dependencies: run \`npm install\` there`);
  return {
    command: process.execPath,
    args: ["--require", PRELOAD, join(sdk.directory, "cmd/run-policy-pack"), engineAddress, path],
    cwd: path,
    env: {
      ...env,
      ARCHIPEL_PROGRAM_DIRECTORY: path,
      PULUMI_NODEJS_TYPESCRIPT: "true",
      PULUMI_NODEJS_ORGANIZATION: options.organization,
      PULUMI_NODEJS_PROJECT: options.project,
      PULUMI_NODEJS_STACK: options.stack,
      PULUMI_NODEJS_DRY_RUN: String(options.preview),
      PULUMI_CONFIG: JSON.stringify(config.plain()),
    },
  };
}

const fileForm = (path: string, { env, engineAddress, programDirectory }: PackContext): Launch => ({
  command: path,
  args: [engineAddress, dirname(path)],
  cwd: programDirectory,
  env,
});
