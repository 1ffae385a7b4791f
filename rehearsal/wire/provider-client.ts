/* oxlint-disable typescript/unbound-method -- call() binds the client itself */
import * as grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { CHANNEL_OPTIONS, call, isServiceError, toProviderError, type Unary } from "./grpc.ts";
import { partialFailureOf } from "./partial-failure.ts";
import type {
  Autonaming,
  CheckResult,
  ConfigRequest,
  DiffKind,
  DiffResult,
  InvokeRequest,
  InvokeResult,
  PropertyDiff,
  Provider,
  ReadResult,
} from "./provider.ts";
import { type Accepts, decode, encode } from "./struct.ts";
import { nameOf, typeOf } from "./urn.ts";
import { type Properties, unwrapSecretsIn } from "./value.ts";

type Client = InstanceType<typeof services.ResourceProviderClient>;

const KINDS: readonly DiffKind[] = ["add", "add-replace", "delete", "delete-replace", "update", "update-replace"];
const MODES: { readonly [mode in Autonaming["mode"]]: 0 | 1 | 2 } = { propose: 0, enforce: 1, disable: 2 };

/** A provider plugin process behind the port. `close` ends the process that the caller started for it. */
export class ProviderClient implements Provider {
  readonly #client: Client;
  readonly #close: () => Promise<void>;
  version?: string;
  #accepts: Accepts = { secrets: false, references: false, outputs: false };

  constructor(port: number, close: () => Promise<void>) {
    this.#client = new services.ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
      CHANNEL_OPTIONS,
    );
    this.#close = close;
  }

  /** Tells the plugin what this engine understands; old plugins have no such call. */
  async handshake(engineAddress: string): Promise<void> {
    const request = new messages.ProviderHandshakeRequest();
    request.setEngineAddress(engineAddress);
    request.setConfigureWithUrn(true);
    try {
      const response = await this.#call(this.#client.handshake, request);
      this.#accepts = {
        secrets: response.getAcceptSecrets(),
        references: response.getAcceptResources(),
        outputs: false,
      };
    } catch (error) {
      if (!(isServiceError(error) && error.code === grpc.status.UNIMPLEMENTED)) throw toProviderError(error);
    }
  }

  /** Asks the plugin which build it is. */
  async learnVersion(): Promise<void> {
    const info = await this.#call(this.#client.getPluginInfo, new emptyPb.Empty()).catch(() => undefined);
    const version = info?.getVersion();
    if (version) this.version = version;
  }

  async parameterize(name: string, version: string, value: Uint8Array): Promise<void> {
    const request = new messages.ParameterizeRequest();
    const parameters = new messages.ParameterizeRequest.ParametersValue();
    parameters.setName(name);
    parameters.setVersion(version);
    parameters.setValue(value);
    request.setValue(parameters);
    await this.#send(this.#client.parameterize, request);
  }

  async checkConfig({ urn, oldInputs, news }: ConfigRequest): Promise<CheckResult> {
    const request = new messages.CheckRequest();
    of(request, urn);
    request.setOlds(encode(unwrapSecretsIn(oldInputs ?? {}), this.#accepts));
    request.setNews(encode(unwrapSecretsIn(news), this.#accepts));
    return await this.#orElse(this.#client.checkConfig, request, checked, { inputs: news, failures: [] });
  }

  async diffConfig({ urn, oldInputs, oldOutputs, news }: ConfigRequest & { readonly id: string }): Promise<DiffResult> {
    const request = new messages.DiffRequest();
    of(request, urn);
    request.setOldInputs(encode(unwrapSecretsIn(oldInputs ?? {}), this.#accepts));
    request.setOlds(encode(unwrapSecretsIn(oldOutputs ?? {}), this.#accepts));
    request.setNews(encode(unwrapSecretsIn(news), this.#accepts));
    const unknown: DiffResult = {
      changes: "unknown",
      replaces: [],
      diffs: [],
      stables: [],
      deleteBeforeReplace: false,
    };
    return await this.#orElse(this.#client.diffConfig, request, diffed, unknown);
  }

  async configure({ urn, id, args }: Parameters<Provider["configure"]>[0]): Promise<void> {
    const request = new messages.ConfigureRequest();
    const { version: _, ...variables } = args;
    for (const [key, value] of Object.entries(unwrapSecretsIn(variables))) {
      request.getVariablesMap().set(`${urn.split("::")[2]?.split(":").pop()}:config:${key}`, text(value));
    }
    request.setUrn(urn);
    request.setId(id);
    request.setName(nameOf(urn));
    request.setType(typeOf(urn));
    request.setArgs(encode(args, { secrets: true, references: true, outputs: false }));
    request.setAcceptsecrets(true);
    request.setAcceptresources(true);
    request.setSendsOldInputs(true);
    request.setSendsOldInputsToDelete(true);
    const response = await this.#send(this.#client.configure, request);
    this.#accepts = {
      secrets: this.#accepts.secrets || response.getAcceptsecrets(),
      references: this.#accepts.references || response.getAcceptresources(),
      outputs: false,
    };
  }

  async check(request: Parameters<Provider["check"]>[0]): Promise<CheckResult> {
    const message = new messages.CheckRequest();
    of(message, request.urn);
    message.setOlds(encode(request.oldInputs ?? {}, this.#accepts));
    message.setNews(encode(request.news, this.#accepts));
    message.setRandomseed(request.randomSeed);
    if (request.autonaming) {
      const naming = new messages.CheckRequest.AutonamingOptions();
      naming.setProposedName(request.autonaming.proposedName);
      naming.setMode(MODES[request.autonaming.mode]);
      message.setAutonaming(naming);
    }
    return checked(await this.#send(this.#client.check, message));
  }

  async diff(request: Parameters<Provider["diff"]>[0]): Promise<DiffResult> {
    const message = new messages.DiffRequest();
    of(message, request.urn);
    message.setId(request.id);
    message.setOldInputs(encode(request.oldInputs, this.#accepts));
    message.setOlds(encode(request.oldOutputs, this.#accepts));
    message.setNews(encode(request.news, this.#accepts));
    message.setIgnorechangesList([...request.ignoreChanges]);
    return diffed(await this.#send(this.#client.diff, message));
  }

  async create(request: Parameters<Provider["create"]>[0]): ReturnType<Provider["create"]> {
    const message = new messages.CreateRequest();
    of(message, request.urn);
    message.setProperties(encode(request.properties, this.#accepts));
    message.setTimeout(request.timeout);
    message.setPreview(request.preview);
    const response = await this.#send(this.#client.create, message);
    return { id: response.getId(), properties: decode(response.getProperties()) };
  }

  async update(request: Parameters<Provider["update"]>[0]): ReturnType<Provider["update"]> {
    const message = new messages.UpdateRequest();
    of(message, request.urn);
    message.setId(request.id);
    message.setOldInputs(encode(request.oldInputs, this.#accepts));
    message.setOlds(encode(request.oldOutputs, this.#accepts));
    message.setNews(encode(request.news, this.#accepts));
    message.setTimeout(request.timeout);
    message.setIgnorechangesList([...request.ignoreChanges]);
    message.setPreview(request.preview);
    return { properties: decode((await this.#send(this.#client.update, message)).getProperties()) };
  }

  async read(request: Parameters<Provider["read"]>[0]): Promise<ReadResult | undefined> {
    const message = new messages.ReadRequest();
    of(message, request.urn);
    message.setId(request.id);
    if (request.state) message.setProperties(encode(request.state, this.#accepts));
    if (request.inputs) message.setInputs(encode(request.inputs, this.#accepts));
    message.setTimeout(request.timeout);
    const response = await this.#send(this.#client.read, message);
    if (response.getId() === "" || !response.hasProperties()) return undefined;
    const inputs = response.getInputs();
    return {
      id: response.getId(),
      properties: decode(response.getProperties()),
      ...(inputs && { inputs: decode(inputs) }),
    };
  }

  async delete(request: Parameters<Provider["delete"]>[0]): Promise<void> {
    const message = new messages.DeleteRequest();
    of(message, request.urn);
    message.setId(request.id);
    message.setProperties(encode(request.oldOutputs, this.#accepts));
    message.setOldInputs(encode(request.oldInputs, this.#accepts));
    message.setTimeout(request.timeout);
    await this.#send(this.#client.delete, message);
  }

  async invoke({ token, args, preview }: InvokeRequest): Promise<InvokeResult> {
    const message = new messages.InvokeRequest();
    message.setTok(token);
    message.setArgs(encode(args, this.#accepts));
    message.setPreview(preview);
    const response = await this.#send(this.#client.invoke, message);
    return { result: decode(response.getReturn()), failures: failuresOf(response.getFailuresList()) };
  }

  async call({ token, args }: InvokeRequest): Promise<InvokeResult> {
    const message = new messages.CallRequest();
    message.setTok(token);
    message.setArgs(encode(args, this.#accepts));
    const response = await this.#send(this.#client.call, message);
    return { result: decode(response.getReturn()), failures: failuresOf(response.getFailuresList()) };
  }

  async cancel(): Promise<void> {
    await this.#call(this.#client.cancel, new emptyPb.Empty(), 2000).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#client.close();
    await this.#close();
  }

  #call<Req, Res>(method: Unary<Req, Res>, request: Req, deadlineMs?: number): Promise<Res> {
    return call(this.#client, method, request, deadlineMs);
  }

  async #send<Req, Res>(method: Unary<Req, Res>, request: Req): Promise<Res> {
    try {
      return await this.#call<Req, Res>(method, request);
    } catch (error) {
      throw (isServiceError(error) && partialFailureOf(error)) || toProviderError(error);
    }
  }

  // a plugin that lacks the call leaves the answer to the engine
  async #orElse<Req, Res, Result>(
    method: Unary<Req, Res>,
    request: Req,
    read: (response: Res) => Result,
    missing: Result,
  ): Promise<Result> {
    try {
      return read(await this.#send<Req, Res>(method, request));
    } catch (error) {
      const failed = toProviderError(error);
      if (failed.status === "unimplemented") return missing;
      throw failed;
    }
  }
}

interface OfResource {
  setUrn(urn: string): unknown;
  setName(name: string): unknown;
  setType(type: string): unknown;
}
function of(message: OfResource, urn: string): void {
  message.setUrn(urn);
  message.setName(nameOf(urn));
  message.setType(typeOf(urn));
}

const text = (value: Properties[string] | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value);
const failuresOf = (list: messages.CheckFailure[]): CheckResult["failures"] =>
  list.map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
const checked = (response: messages.CheckResponse): CheckResult => ({
  inputs: decode(response.getInputs()),
  failures: failuresOf(response.getFailuresList()),
});

function diffed(response: messages.DiffResponse): DiffResult {
  const detailed: Record<string, PropertyDiff> = {};
  for (const [path, diff] of response.getDetaileddiffMap().entries() as Iterable<[string, messages.PropertyDiff]>) {
    detailed[path] = { kind: KINDS[diff.getKind()] as DiffKind, inputDiff: diff.getInputdiff() };
  }
  return {
    changes: (["unknown", "none", "some"] as const)[response.getChanges()],
    replaces: response.getReplacesList(),
    diffs: response.getDiffsList(),
    stables: response.getStablesList(),
    deleteBeforeReplace: response.getDeletebeforereplace(),
    ...(response.getHasdetaileddiff() && { detailedDiff: detailed }),
  };
}
