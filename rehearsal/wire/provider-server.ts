import * as grpc from "@grpc/grpc-js";
import pluginMessages from "@pulumi/pulumi/proto/plugin_pb.js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { CHANNEL_OPTIONS, listen, statusCode, toProviderError, unary } from "./grpc.ts";
import { statusOfPartialFailure } from "./partial-failure.ts";
import { type CheckResult, type DiffKind, type DiffResult, PartialFailure, type Provider } from "./provider.ts";
import { decode, encode, NO_OUTPUTS } from "./struct.ts";

const { Empty } = emptyPb;
const KINDS: { readonly [kind in DiffKind]: messages.PropertyDiff.Kind } = {
  add: messages.PropertyDiff.Kind.ADD,
  "add-replace": messages.PropertyDiff.Kind.ADD_REPLACE,
  delete: messages.PropertyDiff.Kind.DELETE,
  "delete-replace": messages.PropertyDiff.Kind.DELETE_REPLACE,
  update: messages.PropertyDiff.Kind.UPDATE,
  "update-replace": messages.PropertyDiff.Kind.UPDATE_REPLACE,
};
const MODES = ["propose", "enforce", "disable"] as const;
const CHANGES: { readonly [changes in DiffResult["changes"]]: messages.DiffResponse.DiffChanges } = {
  unknown: messages.DiffResponse.DiffChanges.DIFF_UNKNOWN,
  none: messages.DiffResponse.DiffChanges.DIFF_NONE,
  some: messages.DiffResponse.DiffChanges.DIFF_SOME,
};

/** Serves a provider on a free loopback port, as a Pulumi provider plugin does. */
export async function serveProvider(provider: Provider): Promise<{ readonly port: number; close(): void }> {
  const server = new grpc.Server(CHANNEL_OPTIONS);
  server.addService(services.ResourceProviderService, handlersOf(provider));
  const port = await listen(server);
  return { port, close: () => server.forceShutdown() };
}

function handlersOf(provider: Provider): grpc.UntypedServiceImplementation {
  const on = <Request, Response>(handle: (request: Request) => Response | Promise<Response>) =>
    unary<Request, Response>(handle, failure) as grpc.UntypedHandleCall;
  return {
    handshake: on(() => {
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    attach: on(() => new Empty()),
    cancel: on(async () => {
      await provider.cancel();
      return new Empty();
    }),
    getPluginInfo: on(() => {
      const info = new pluginMessages.PluginInfo();
      info.setVersion(provider.version ?? "");
      return info;
    }),
    checkConfig: on(async (request: messages.CheckRequest) =>
      checked(await provider.checkConfig(configRequest(request))),
    ),
    diffConfig: on(async (request: messages.DiffRequest) => {
      const [oldInputs, oldOutputs, news] = [request.getOldInputs(), request.getOlds(), request.getNews()].map(decode);
      return diffed(
        await provider.diffConfig({
          urn: request.getUrn(),
          id: request.getId(),
          oldInputs,
          oldOutputs,
          news: news ?? {},
        }),
      );
    }),
    configure: on(async (request: messages.ConfigureRequest) => {
      await provider.configure({
        urn: request.getUrn() ?? "",
        id: request.getId() ?? "",
        args: decode(request.getArgs()),
      });
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    check: on(async (request: messages.CheckRequest) => checked(await provider.check(checkRequest(request)))),
    diff: on(async (request: messages.DiffRequest) =>
      diffed(
        await provider.diff({
          ...named(request),
          id: request.getId(),
          oldInputs: decode(request.getOldInputs()),
          oldOutputs: decode(request.getOlds()),
          news: decode(request.getNews()),
          ignoreChanges: request.getIgnorechangesList(),
        }),
      ),
    ),
    create: on(async (request: messages.CreateRequest) => {
      const [timeout, preview] = [request.getTimeout(), request.getPreview()];
      const { id, properties } = await provider.create({
        ...named(request),
        properties: decode(request.getProperties()),
        timeout,
        preview,
      });
      const response = new messages.CreateResponse();
      response.setId(id);
      response.setProperties(encode(properties, NO_OUTPUTS));
      return response;
    }),
    update: on(async (request: messages.UpdateRequest) => {
      const { properties } = await provider.update({
        ...named(request),
        id: request.getId(),
        oldInputs: decode(request.getOldInputs()),
        oldOutputs: decode(request.getOlds()),
        news: decode(request.getNews()),
        timeout: request.getTimeout(),
        ignoreChanges: request.getIgnorechangesList(),
        preview: request.getPreview(),
      });
      const response = new messages.UpdateResponse();
      response.setProperties(encode(properties, NO_OUTPUTS));
      return response;
    }),
    read: on(async (request: messages.ReadRequest) => {
      const [inputs, state] = [request.getInputs(), request.getProperties()];
      const found = await provider.read({
        ...named(request),
        id: request.getId(),
        inputs: inputs && decode(inputs),
        state: state && decode(state),
        timeout: request.getTimeout(),
      });
      const response = new messages.ReadResponse();
      if (!found) return response;
      response.setId(found.id);
      response.setProperties(encode(found.properties, NO_OUTPUTS));
      if (found.inputs) response.setInputs(encode(found.inputs, NO_OUTPUTS));
      return response;
    }),
    delete: on(async (request: messages.DeleteRequest) => {
      const [oldOutputs, oldInputs] = [decode(request.getProperties()), decode(request.getOldInputs())];
      await provider.delete({
        ...named(request),
        id: request.getId(),
        oldInputs,
        oldOutputs,
        timeout: request.getTimeout(),
      });
      return new Empty();
    }),
    invoke: on(async (request: messages.InvokeRequest) => {
      const { result, failures } = await provider.invoke({
        token: request.getTok(),
        args: decode(request.getArgs()),
        preview: request.getPreview(),
      });
      const response = new messages.InvokeResponse();
      response.setReturn(encode(result, NO_OUTPUTS));
      response.setFailuresList(failureList(failures));
      return response;
    }),
    call: on(async (request: messages.CallRequest) => {
      const { result, failures } = await provider.call({
        token: request.getTok(),
        args: decode(request.getArgs()),
        preview: false,
      });
      const response = new messages.CallResponse();
      response.setReturn(encode(result, NO_OUTPUTS));
      response.setFailuresList(failureList(failures));
      return response;
    }),
  };
}

interface Named {
  getUrn(): string;
  getName(): string;
  getType(): string;
}
const named = (request: Named): { urn: string; name: string; type: string } => ({
  urn: request.getUrn(),
  name: request.getName(),
  type: request.getType(),
});

const configRequest = (request: messages.CheckRequest): Parameters<Provider["checkConfig"]>[0] => ({
  urn: request.getUrn(),
  oldInputs: decode(request.getOlds()),
  oldOutputs: undefined,
  news: decode(request.getNews()),
});

function checkRequest(request: messages.CheckRequest): Parameters<Provider["check"]>[0] {
  const naming = request.getAutonaming();
  const olds = decode(request.getOlds());
  return {
    ...named(request),
    // on the wire a new object has empty old inputs
    oldInputs: Object.keys(olds).length > 0 ? olds : undefined,
    news: decode(request.getNews()),
    randomSeed: request.getRandomseed_asU8(),
    ...(naming && {
      autonaming: { proposedName: naming.getProposedName(), mode: MODES[naming.getMode()] },
    }),
  };
}

function checked({ inputs, failures }: CheckResult): messages.CheckResponse {
  const response = new messages.CheckResponse();
  response.setInputs(encode(inputs, NO_OUTPUTS));
  response.setFailuresList(failureList(failures));
  return response;
}

function failureList(failures: CheckResult["failures"]): messages.CheckFailure[] {
  return failures.map(({ property, reason }) => {
    const failed = new messages.CheckFailure();
    failed.setProperty(property);
    failed.setReason(reason);
    return failed;
  });
}

function diffed(diff: DiffResult): messages.DiffResponse {
  const response = new messages.DiffResponse();
  response.setChanges(CHANGES[diff.changes]);
  response.setReplacesList([...diff.replaces]);
  response.setDiffsList([...diff.diffs]);
  response.setStablesList([...diff.stables]);
  response.setDeletebeforereplace(diff.deleteBeforeReplace);
  response.setHasdetaileddiff(diff.detailedDiff !== undefined);
  for (const [path, { kind, inputDiff }] of Object.entries(diff.detailedDiff ?? {})) {
    const property = new messages.PropertyDiff();
    property.setKind(KINDS[kind]);
    property.setInputdiff(inputDiff);
    response.getDetaileddiffMap().set(path, property);
  }
  return response;
}

function failure(error: unknown): Partial<grpc.StatusObject> {
  if (error instanceof PartialFailure) return statusOfPartialFailure(error);
  const { status, message } = toProviderError(error);
  return { code: statusCode(status), details: message };
}
