import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { encode } from "../../wire/struct.ts";
import { nameOf } from "../../wire/urn.ts";
import type { Properties } from "../../wire/value.ts";
import { providerUrnOf } from "../links.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";

const FOR_PACKS = { secrets: true, references: false, outputs: false };

/** Packs see no key that providers keep for themselves, except where their answer replaces the inputs. */
export const withoutInternals = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !key.startsWith("__")));

export function analyzeRequest(
  run: Run,
  state: ResourceState,
  properties: Properties,
  deleteBeforeReplace: boolean | undefined,
): messages.AnalyzeRequest {
  const request = new messages.AnalyzeRequest();
  request.setType(state.type);
  request.setUrn(state.urn);
  request.setName(nameOf(state.urn));
  request.setProperties(encode(properties, FOR_PACKS));
  request.setOptions(optionsOf(state, deleteBeforeReplace));
  const provider = providerOf(run, state);
  if (provider) request.setProvider(provider);
  return request;
}

export function stackResource(
  run: Run,
  state: ResourceState,
  deleteBeforeReplace: boolean | undefined,
): messages.AnalyzerResource {
  const resource = new messages.AnalyzerResource();
  resource.setType(state.type);
  resource.setUrn(state.urn);
  resource.setName(nameOf(state.urn));
  resource.setProperties(encode(withoutInternals(state.outputs), FOR_PACKS));
  resource.setOptions(optionsOf(state, deleteBeforeReplace));
  resource.setParent(state.parent);
  resource.setDependenciesList([...state.dependencies]);
  for (const [key, urns] of Object.entries(state.propertyDependencies)) {
    if (urns.length === 0) continue;
    const list = new messages.AnalyzerPropertyDependencies();
    list.setUrnsList([...urns]);
    resource.getPropertydependenciesMap().set(key, list);
  }
  const provider = providerOf(run, state);
  if (provider) resource.setProvider(provider);
  return resource;
}

function optionsOf(state: ResourceState, deleteBeforeReplace: boolean | undefined): messages.AnalyzerResourceOptions {
  const options = new messages.AnalyzerResourceOptions();
  options.setProtect(state.protect);
  options.setIgnorechangesList([...state.ignoreChanges]);
  options.setDeletebeforereplace(deleteBeforeReplace ?? false);
  options.setDeletebeforereplacedefined(deleteBeforeReplace !== undefined);
  options.setAdditionalsecretoutputsList([...state.additionalSecretOutputs]);
  options.setAliasesList([...state.aliases]);
  options.setParent(state.parent);
  const timeouts = new messages.AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(state.customTimeouts.create);
  timeouts.setUpdate(state.customTimeouts.update);
  timeouts.setDelete(state.customTimeouts.delete);
  options.setCustomtimeouts(timeouts);
  return options;
}

function providerOf(run: Run, state: ResourceState): messages.AnalyzerProviderResource | undefined {
  const urn = providerUrnOf(state);
  const entry = urn ? (run.providerStates.get(urn) ?? run.base.get(urn)) : undefined;
  if (!entry) return undefined;
  const provider = new messages.AnalyzerProviderResource();
  provider.setType(entry.type);
  provider.setUrn(entry.urn);
  provider.setName(nameOf(entry.urn));
  provider.setProperties(encode(withoutInternals(entry.inputs), FOR_PACKS));
  return provider;
}
