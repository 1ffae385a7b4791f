import * as grpc from "@grpc/grpc-js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";
import services from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/resource_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { CHANNEL_OPTIONS, isServiceError, listen, unary } from "../../wire/grpc.ts";
import { decode } from "../../wire/struct.ts";
import { isStackUrn } from "../../wire/urn.ts";
import type { StackConfig } from "../config.ts";
import { Stopped } from "../deployment.ts";
import type { DiagnosticSeverity } from "../events.ts";
import { diagnose, messageOf } from "../run.ts";
import { Farewell } from "./farewell.ts";
import { deploymentInfo, supportsFeature } from "./features.ts";
import { call, invoke } from "./invoke.ts";
import { existsResource, readResource } from "./read.ts";
import { registerResource } from "./register.ts";
import { Rejection, type Session } from "./session.ts";

const { Empty } = emptyPb;
const SEVERITIES: readonly DiagnosticSeverity[] = ["debug", "info", "warning", "error"];

/** The two services that a program talks to, on one loopback port. */
export class MonitorServer {
  readonly #server = new grpc.Server(CHANNEL_OPTIONS);
  readonly #session: Session;
  readonly #config: StackConfig;
  readonly #onActivity: () => void;
  readonly #ready: Promise<boolean>;
  /** Resolves when the program says that it has registered everything. */
  readonly signaled: Promise<void>;
  #signal: () => void = () => undefined;
  #release: () => void = () => undefined;
  readonly #released: Promise<void>;
  #root = "";
  readonly #farewell = new Farewell();
  readonly #pending = new Map<string, number>();

  /** `ready`: a program is answered only then; false sends it away. */
  constructor(session: Session, config: StackConfig, ready: Promise<boolean>, onActivity: () => void) {
    this.#ready = ready;
    this.#session = session;
    this.#config = config;
    this.#onActivity = onActivity;
    this.signaled = new Promise((resolve) => {
      this.#signal = resolve;
    });
    this.#released = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** Starts serving; the address has no scheme. */
  async start(): Promise<string> {
    this.#server.addService(services.ResourceMonitorService, this.#monitor());
    this.#server.addService(engineServices.EngineService, this.#engine());
    return `127.0.0.1:${await listen(this.#server)}`;
  }

  /** Lets the program, which waits for the end of the deployment, go. */
  release(): void {
    this.#release();
  }

  stop(): void {
    this.#release();
    this.#session.callbacks.close();
    this.#server.forceShutdown();
  }

  /** Names of the resources whose registration is under way. */
  pending(): readonly string[] {
    return [...this.#pending.keys()].sort();
  }

  #monitor(): grpc.UntypedServiceImplementation {
    const session = this.#session;
    const { deployment } = session;
    const on = <Request, Response>(handle: (request: Request) => Response | Promise<Response>) =>
      unary<Request, Response>(async (request) => {
        this.#onActivity();
        this.#farewell.heard();
        if (!(await this.#ready)) throw new Stopped();
        try {
          return await handle(request);
        } catch (error) {
          if (error instanceof Stopped) await this.#farewell.ready();
          throw error;
        }
      }, failure) as grpc.UntypedHandleCall;
    return {
      getDeploymentInfo: on(() => deploymentInfo(deployment.run.options, this.#config)),
      supportsFeature: on((request: messages.SupportsFeatureRequest) => {
        const response = new messages.SupportsFeatureResponse();
        response.setHassupport(supportsFeature(request.getId()));
        return response;
      }),
      invoke: on((request: messages.ResourceInvokeRequest) => invoke(session, request)),
      streamInvoke: on(() =>
        Promise.reject(new Rejection(grpc.status.UNIMPLEMENTED, "streaming functions are not supported")),
      ),
      call: on((request: messages.ResourceCallRequest) => call(session, request)),
      readResource: on((request: messages.ReadResourceRequest) => readResource(session, request)),
      existsResource: on((request: messages.ExistsResourceRequest) => existsResource(session, request)),
      registerResource: on(async (request: messages.RegisterResourceRequest) => {
        const what = `${request.getName()} [${request.getType()}]`;
        this.#pending.set(what, (this.#pending.get(what) ?? 0) + 1);
        try {
          const response = await registerResource(session, request);
          if (isStackUrn(response.getUrn())) this.#farewell.stackRegistered();
          return response;
        } finally {
          this.#pending.delete(what);
        }
      }),
      registerResourceOutputs: on(async (request: messages.RegisterResourceOutputsRequest) => {
        if (isStackUrn(request.getUrn())) this.#farewell.outputsRegistered();
        await deployment.registerOutputs(request.getUrn(), decode(request.getOutputs()));
        return new Empty();
      }),
      registerStackTransform: on((request: Parameters<typeof session.transforms.addToStack>[0]) => {
        session.transforms.addToStack(request);
        return new Empty();
      }),
      registerStackInvokeTransform: on((request: Parameters<typeof session.transforms.addToInvokes>[0]) => {
        session.transforms.addToInvokes(request);
        return new Empty();
      }),
      registerResourceHook: on((request: messages.RegisterResourceHookRequest) => {
        const callback = request.getCallback();
        if (!callback) throw new Rejection(grpc.status.INVALID_ARGUMENT, "a resource hook needs a callback");
        const [onDryRun, ignoreErrors] = [request.getOnDryRun(), request.getIgnoreErrors()];
        session.hooks.register(request.getName(), { callback, onDryRun, ignoreErrors });
        return new Empty();
      }),
      registerErrorHook: on((request: messages.RegisterErrorHookRequest) => {
        const callback = request.getCallback();
        if (!callback) throw new Rejection(grpc.status.INVALID_ARGUMENT, "an error hook needs a callback");
        session.hooks.register(request.getName(), { callback, onDryRun: false, ignoreErrors: false });
        return new Empty();
      }),
      registerPackage: on((request: messages.RegisterPackageRequest) => {
        const response = new messages.RegisterPackageResponse();
        response.setRef(session.packages.register(request));
        return response;
      }),
      signalAndWaitForShutdown: on(async () => {
        this.#signal();
        await this.#released;
        return new Empty();
      }),
    };
  }

  #engine(): grpc.UntypedServiceImplementation {
    const on = <Request, Response>(handle: (request: Request) => Response) =>
      unary<Request, Response>((request) => {
        this.#onActivity();
        return handle(request);
      }, failure) as grpc.UntypedHandleCall;
    return {
      log: on((request: engineMessages.LogRequest) => {
        const severity = SEVERITIES[request.getSeverity()] ?? "info";
        if (!request.getEphemeral() && severity !== "debug")
          diagnose(this.#session.deployment.run, severity, request.getUrn(), request.getMessage());
        return new Empty();
      }),
      getRootResource: on(() => {
        const response = new engineMessages.GetRootResourceResponse();
        response.setUrn(this.#root);
        return response;
      }),
      setRootResource: on((request: engineMessages.SetRootResourceRequest) => {
        this.#root = request.getUrn();
        this.#farewell.stackNamed();
        return new engineMessages.SetRootResourceResponse();
      }),
      startDebugging: on(() => new Empty()),
      requirePulumiVersion: on(() => new engineMessages.RequirePulumiVersionResponse()),
    };
  }
}

function failure(error: unknown): Partial<grpc.StatusObject> {
  if (error instanceof Stopped) return { code: grpc.status.UNAVAILABLE, details: "resource monitor shut down" };
  if (error instanceof Rejection) return { code: error.code, details: error.message };
  if (isServiceError(error)) return { code: error.code, details: error.details };
  return { code: grpc.status.UNKNOWN, details: messageOf(error) };
}
