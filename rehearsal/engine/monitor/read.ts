import messages from "@pulumi/pulumi/proto/resource_pb.js";
import { UNKNOWN_STRING } from "../../wire/signatures.ts";
import { decode, encode } from "../../wire/struct.ts";
import { nameOf } from "../../wire/urn.ts";
import { DefaultProviderDenied } from "../providers/defaults.ts";
import { positionOf, stackOf } from "./positions.ts";
import type { Session } from "./session.ts";

/** One `.get`. */
export async function readResource(
  session: Session,
  request: messages.ReadResourceRequest,
): Promise<messages.ReadResourceResponse> {
  const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
  const provider = await providerOf(session, request);
  const { state } = await session.deployment.read({
    type,
    name,
    parent,
    provider,
    id: request.getId(),
    properties: decode(request.getProperties()),
    dependencies: request.getDependenciesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    sourcePosition: positionOf(request.getSourceposition(), session.rootDirectory),
    stackTrace: stackOf(request.getStacktrace(), session.rootDirectory),
  });
  const response = new messages.ReadResourceResponse();
  response.setUrn(state.urn);
  const accepts = { secrets: request.getAcceptsecrets(), references: request.getAcceptresources(), outputs: false };
  response.setProperties(encode(state.outputs, accepts));
  return response;
}

/** Whether an object exists, asked of its provider. */
export async function existsResource(
  session: Session,
  request: messages.ExistsResourceRequest,
): Promise<messages.ExistsResourceResponse> {
  const response = new messages.ExistsResourceResponse();
  const id = request.getId();
  if (id === UNKNOWN_STRING) {
    response.setUnknown(true);
    return response;
  }
  const type = request.getType();
  const reference = await session.choice.reference({
    type,
    provider: session.choice.explicit(type, request.getProvider(), new Map(), request.getParent()),
    parent: request.getParent(),
    version: request.getVersion(),
    pluginDownloadURL: request.getPlugindownloadurl(),
    packageRef: request.getPackageref(),
  });
  const provider = await session.deployment.run.providers.get(reference);
  const state = decode(request.getProperties());
  const urn = `urn:pulumi:exists::exists::${type}::${id}`;
  const found = await provider.read({ urn, name: nameOf(urn), type, id, inputs: state, state, timeout: 0 });
  response.setExists(found !== undefined && found.id !== "");
  return response;
}

async function providerOf(session: Session, request: messages.ReadResourceRequest): Promise<string> {
  const [type, parent] = [request.getType(), request.getParent()];
  try {
    return await session.choice.reference({
      type,
      parent,
      provider: session.choice.explicit(type, request.getProvider(), new Map(), parent),
      version: request.getVersion(),
      pluginDownloadURL: request.getPlugindownloadurl(),
      packageRef: request.getPackageref(),
    });
  } catch (error) {
    if (error instanceof DefaultProviderDenied)
      return session.denyDefault(error.package, type, request.getName(), parent);
    throw error;
  }
}
