import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

const RUNNER = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run-policy-pack");
export const LEVEL = { advisory: 0, mandatory: 1, disabled: 2, remediate: 3 } as const;

/** A resource as a host sends it. */
export interface Sent {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** Property to the names of the resources it was computed from. */
  readonly edges?: Readonly<Record<string, string>>;
  readonly ignoreChanges?: readonly string[];
}
export interface Configuration {
  readonly level?: keyof typeof LEVEL;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export const urn = ({ type, name }: Pick<Sent, "type" | "name">) => `urn:pulumi:prod::shop::${type}::${name}`;

/** A pack in a process of its own, driven as the engine drives it. */
export class RunningPack {
  readonly #process: ChildProcess;
  readonly #client: InstanceType<typeof services.AnalyzerClient>;

  private constructor(process: ChildProcess, port: string) {
    this.#process = process;
    this.#client = new services.AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  static async start(name: string, env: Readonly<Record<string, string>> = {}): Promise<RunningPack> {
    const folder = join(import.meta.dirname, name);
    const child = spawn(process.execPath, [RUNNER, "127.0.0.1:0", folder], {
      cwd: folder,
      env: { ...process.env, PULUMI_NODEJS_DRY_RUN: "true", ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await Promise.race([
      once(createInterface(child.stdout), "line"),
      once(child, "exit").then(([code]) => Promise.reject(new Error(`${name} ended with ${String(code)}`))),
    ]);
    return new RunningPack(child, String(line));
  }

  async info(): Promise<messages.AnalyzerInfo.AsObject> {
    const ask = promisify(this.#client.getAnalyzerInfo.bind(this.#client) as Unary<empty.Empty, messages.AnalyzerInfo>);
    return (await ask(new empty.Empty())).toObject();
  }

  async configure(policies: Readonly<Record<string, Configuration>>): Promise<void> {
    const request = new messages.ConfigureAnalyzerRequest();
    for (const [name, { level = "mandatory", properties = {} }] of Object.entries(policies)) {
      const config = new messages.PolicyConfig();
      config.setEnforcementlevel(LEVEL[level]);
      config.setProperties(structOf(properties));
      request.getPolicyconfigMap().set(name, config);
    }
    const send = promisify(
      this.#client.configure.bind(this.#client) as Unary<messages.ConfigureAnalyzerRequest, empty.Empty>,
    );
    await send(request);
  }

  async analyze(sent: Sent): Promise<readonly messages.AnalyzeDiagnostic.AsObject[]> {
    const send = promisify(
      this.#client.analyze.bind(this.#client) as Unary<messages.AnalyzeRequest, messages.AnalyzeResponse>,
    );
    return (await send(requestOf(sent))).toObject().diagnosticsList;
  }

  async remediate(sent: Sent): Promise<readonly unknown[]> {
    const send = promisify(
      this.#client.remediate.bind(this.#client) as Unary<messages.AnalyzeRequest, messages.RemediateResponse>,
    );
    return (await send(requestOf(sent))).getRemediationsList().map((change) => change.getProperties()?.toJavaScript());
  }

  async analyzeStack(all: readonly Sent[]): Promise<readonly messages.AnalyzeDiagnostic.AsObject[]> {
    const request = new messages.AnalyzeStackRequest();
    request.setResourcesList(all.map((sent) => resourceIn(sent, all)));
    const send = promisify(
      this.#client.analyzeStack.bind(this.#client) as Unary<messages.AnalyzeStackRequest, messages.AnalyzeResponse>,
    );
    return (await send(request)).toObject().diagnosticsList;
  }

  stop(): void {
    this.#client.close();
    this.#process.kill();
  }
}

type Unary<Request, Response> = (
  request: Request,
  callback: (error: Error | null, response: Response) => void,
) => unknown;

function requestOf(sent: Sent): messages.AnalyzeRequest {
  return filled(new messages.AnalyzeRequest(), sent);
}

// in a stack the outputs are sent, which a preview does not have
function resourceIn(sent: Sent, all: readonly Sent[]): messages.AnalyzerResource {
  const resource = filled(new messages.AnalyzerResource(), { ...sent, props: {} });
  for (const [key, target] of Object.entries(sent.edges ?? {})) {
    const edges = new messages.AnalyzerPropertyDependencies();
    edges.setUrnsList(all.filter(({ name }) => name === target).map(urn));
    resource.getPropertydependenciesMap().set(key, edges);
  }
  return resource;
}

function filled<M extends messages.AnalyzeRequest | messages.AnalyzerResource>(message: M, sent: Sent): M {
  message.setType(sent.type);
  message.setName(sent.name);
  message.setUrn(urn(sent));
  message.setProperties(structOf(sent.props));
  const options = new messages.AnalyzerResourceOptions();
  options.setIgnorechangesList([...(sent.ignoreChanges ?? [])]);
  message.setOptions(options);
  return message;
}

function structOf(value: Readonly<Record<string, unknown>>): struct.Struct {
  return struct.Struct.fromJavaScript(value as Parameters<typeof struct.Struct.fromJavaScript>[0]);
}
