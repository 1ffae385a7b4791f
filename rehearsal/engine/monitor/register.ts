import * as grpc from "@grpc/grpc-js";
import aliasMessages from "@pulumi/pulumi/proto/alias_pb.js";
import messages from "@pulumi/pulumi/proto/resource_pb.js";
import { hashAssets } from "../../wire/assets.ts";
import { decode, encode } from "../../wire/struct.ts";
import { isProviderType, packageOf } from "../../wire/urn.ts";
import { containsUnknown, type Properties, type Value } from "../../wire/value.ts";
import { INTERNAL_KEY } from "../plan/provider-change.ts";
import { DefaultProviderDenied } from "../providers/defaults.ts";
import type { Goal } from "../resource.ts";
import type { RegisterResult } from "../steps/step.ts";
import { goalOf, requestedDependencies, transformedDependencies, withOutputValues } from "./goal.ts";
import { positionOf, stackOf } from "./positions.ts";
import { fitsPackage } from "./provider-choice.ts";
import { Rejection, type Session } from "./session.ts";
import type { Registering, ResourceOptions } from "./transforms.ts";

type Request = messages.RegisterResourceRequest;
type Response = messages.RegisterResourceResponse;

/** One RegisterResource call: request to goal, goal to result, result to answer. */
export async function registerResource(session: Session, request: Request): Promise<Response> {
  const registering = identify(request);
  if (request.getRemote()) {
    throw new Rejection(
      grpc.status.UNIMPLEMENTED,
      `${registering.type} is a remote component: its provider would build it in its own process, which is not supported in a rehearsal`,
    );
  }
  inherit(session, request, registering);
  const { custom, type, parent } = registering;
  const own = request.getTransformsList();
  const decoded = await hashAssets(decode(request.getObject()), session.workingDirectory);
  const requested = requestedDependencies(request, decoded);
  const explicit = custom
    ? session.choice.explicit(
        type,
        request.getProvider(),
        new Map(request.getProvidersMap().toArray() as [string, string][]),
        parent,
      )
    : request.getProvider();
  const before = own.length > 0 ? withOutputValues(decoded, requested.byProperty) : decoded;
  const { properties, options } = await session.transforms.resource(
    own,
    registering,
    before,
    optionsOf(request, explicit),
  );
  const dependencies = transformedDependencies(requested, options, properties, own.length > 0);
  const provider = await providerOf(session, request, registering, options);
  const inputs = isProviderType(type) ? providerInputs(session, request, options, properties) : properties;
  const root = session.rootDirectory;
  const position = {
    sourcePosition: positionOf(request.getSourceposition(), root),
    stackTrace: stackOf(request.getStacktrace(), root),
  };
  const goal = goalOf(registering, inputs, options, provider, dependencies, position);
  if (!custom) session.pendingComponents.set(goal, new Map(options.getProvidersMap().toArray() as [string, string][]));
  const result = await session.register(goal, own);
  return answer(session, request, goal, result);
}

function identify(request: Request): Registering {
  const type = request.getType();
  if (request.getCustom() && type.split(":").length !== 3) {
    throw new Rejection(grpc.status.INVALID_ARGUMENT, `'${type}' is not a type token (package:module:Type)`);
  }
  if (request.getEnvvarmappingsMap().getLength() > 0 && !isProviderType(type)) {
    throw new Rejection(grpc.status.INVALID_ARGUMENT, "envVarMappings can only be used with provider resources");
  }
  return { type, name: request.getName(), custom: request.getCustom(), parent: request.getParent() };
}

/** What a child takes from its parent's registration when it says nothing itself. */
function inherit(session: Session, request: Request, { type, custom, parent }: Registering): void {
  const goal = session.goalOf(parent);
  if (!goal) return;
  const saysAlways = session.sdk.alwaysSendsProtect;
  if (!request.getDeletedwith()) request.setDeletedwith(goal.deletedWith);
  if (goal.protect !== undefined && (!request.hasProtect() || (saysAlways && !request.getProtect())))
    request.setProtect(goal.protect);
  if (
    goal.retainOnDelete !== undefined &&
    (!request.hasRetainondelete() || (saysAlways && !request.getRetainondelete()))
  ) {
    request.setRetainondelete(goal.retainOnDelete);
  }
  const fits = !custom || (goal.provider !== "" && fitsPackage(goal.provider, packageOf(type)));
  if (!request.getProvider() && fits) request.setProvider(goal.provider);
}

function optionsOf(request: Request, provider: string): ResourceOptions {
  const options = new messages.TransformResourceOptions();
  options.setImport(request.getImportid());
  options.setDependsOnList(request.getDependenciesList());
  if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setReplacementTrigger(request.getReplacementTrigger());
  options.setVersion(request.getVersion());
  options.setAliasesList([...urnAliases(request), ...request.getAliasesList()]);
  options.setProvider(provider);
  for (const [pkg, reference] of request.getProvidersMap().toArray() as [string, string][])
    options.getProvidersMap().set(pkg, reference);
  options.setHideDiffList(request.getHidediffsList());
  options.setCustomTimeouts(request.getCustomtimeouts());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
  options.setDeletedWith(request.getDeletedwith());
  options.setReplaceWithList(request.getReplaceWithList());
  if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()) {
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  }
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  options.setHooks(request.getHooks());
  return options;
}

function urnAliases(request: Request): aliasMessages.Alias[] {
  return request.getAliasurnsList().map((urn) => {
    const alias = new aliasMessages.Alias();
    alias.setUrn(urn);
    return alias;
  });
}

async function providerOf(
  session: Session,
  request: Request,
  { type, custom, parent }: Registering,
  options: ResourceOptions,
): Promise<string> {
  if (!custom || isProviderType(type)) return custom ? "" : options.getProvider();
  try {
    return await session.choice.reference({
      type,
      parent,
      provider: options.getProvider(),
      version: options.getVersion(),
      pluginDownloadURL: options.getPluginDownloadUrl(),
      packageRef: request.getPackageref(),
    });
  } catch (error) {
    if (error instanceof DefaultProviderDenied)
      return session.denyDefault(error.package, type, request.getName(), parent);
    throw error;
  }
}

/** A provider's inputs also say which build of the plugin they are for. */
function providerInputs(
  session: Session,
  request: Request,
  options: ResourceOptions,
  properties: Properties,
): Properties {
  const ref = request.getPackageref();
  const known = ref ? session.packages.get(ref) : undefined;
  const version = known?.parameterization?.baseVersion ?? known?.version ?? options.getVersion();
  const url = known?.pluginDownloadURL ?? options.getPluginDownloadUrl();
  const mappings = request.getEnvvarmappingsMap().toArray() as [string, string][];
  const parameterization = known?.parameterization;
  const internal: Record<string, Value> = {
    ...(url && { pluginDownloadURL: url }),
    ...(mappings.length > 0 && { envVarMappings: Object.fromEntries(mappings) }),
    ...(parameterization && {
      name: parameterization.baseName,
      parameterization: { version: parameterization.version, value: parameterization.value },
    }),
  };
  return { ...properties, ...(version && { version }), [INTERNAL_KEY]: internal };
}

function answer(session: Session, request: Request, goal: Goal, result: RegisterResult): Response {
  const { state, outcome, unknown } = result;
  if (outcome !== "success" && !request.getSupportsresultreporting()) {
    throw new Rejection(grpc.status.UNKNOWN, `resource ${goal.name} [${goal.type}] failed to register`);
  }
  const response = new messages.RegisterResourceResponse();
  response.setUrn(state.urn);
  response.setId(state.id);
  response.setResult(OUTCOMES[outcome]);
  if (unknown) response.setUnknown(true);
  if (goal.custom) {
    const accepts = { secrets: request.getAcceptsecrets(), references: request.getAcceptresources(), outputs: false };
    const outputs = request.getSupportspartialvalues() ? state.outputs : withoutUnknowns(state.outputs);
    response.setObject(encode(outputs, accepts));
  } else response.setObject(encode({}, { secrets: true, references: true, outputs: false }));
  return response;
}

const OUTCOMES: { readonly [outcome in RegisterResult["outcome"]]: messages.Result } = {
  success: messages.Result.SUCCESS,
  fail: messages.Result.FAIL,
  // the stubs' types lack it
  skip: 2 as number as messages.Result,
};

const withoutUnknowns = (outputs: Properties): Properties =>
  Object.fromEntries(Object.entries(outputs).filter(([, value]) => !containsUnknown(value)));
