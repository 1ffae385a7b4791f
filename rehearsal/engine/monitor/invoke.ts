import providerMessages from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/resource_pb.js";
import type { CheckFailure } from "../../wire/provider.ts";
import { decode, encode } from "../../wire/struct.ts";
import { isObject, Reference } from "../../wire/value.ts";
import { messageOf } from "../run.ts";
import type { Session } from "./session.ts";

const KEEP_REFERENCES = "pulumi:pulumi:getResource";

/** One function call. Runs in previews too. */
export async function invoke(
  session: Session,
  request: messages.ResourceInvokeRequest,
): Promise<messages.ResourceInvokeResponse> {
  const token = request.getTok();
  const options = new messages.TransformInvokeOptions();
  options.setProvider(session.choice.explicit(token, request.getProvider(), new Map(), request.getParent()));
  options.setVersion(request.getVersion());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  const transformed = await session.transforms.invoke(token, decode(request.getArgs()), options);
  const reference = await session.choice.reference({
    type: token,
    parent: request.getParent(),
    provider: transformed.options.getProvider(),
    version: transformed.options.getVersion(),
    pluginDownloadURL: transformed.options.getPluginDownloadUrl(),
    packageRef: request.getPackageref(),
  });
  const response = new messages.ResourceInvokeResponse();
  const { deployment } = session;
  if (await deployment.hasUnresolved(request.getDependsonList())) {
    response.setUnknown(true);
    return response;
  }
  const provider = await deployment.run.providers.get(reference);
  const { preview } = deployment.run.options;
  try {
    const { result, failures } = await provider.invoke({ token, args: transformed.args, preview });
    const references = request.getAcceptresources() || token === KEEP_REFERENCES;
    response.setReturn(encode(result, { secrets: true, references, outputs: false }));
    response.setFailuresList(failures.map(failureMessage));
    return response;
  } catch (error) {
    throw new Error(`invocation of ${token} returned an error: ${messageOf(error)}`);
  }
}

/** A method call on a resource: the resource's own provider answers. */
export async function call(
  session: Session,
  request: messages.ResourceCallRequest,
): Promise<providerMessages.CallResponse> {
  const args = decode(request.getArgs());
  const self = args["__self__"];
  const urn =
    self instanceof Reference ? self.urn : isObject(self) && typeof self["urn"] === "string" ? self["urn"] : "";
  const { run } = session.deployment;
  const state = run.news.get(urn) ?? run.reads.get(urn);
  const token = request.getTok();
  const reference =
    state?.provider ||
    (state && run.providerStates.has(urn) ? `${urn}::${state.id}` : "") ||
    (await session.choice.reference({
      type: token,
      parent: "",
      provider: request.getProvider(),
      version: request.getVersion(),
      pluginDownloadURL: request.getPlugindownloadurl(),
      packageRef: request.getPackageref(),
    }));
  const provider = await run.providers.get(reference);
  const { result, failures } = await provider.call({ token, args, preview: run.options.preview });
  const response = new providerMessages.CallResponse();
  response.setReturn(encode(result, { secrets: true, references: true, outputs: false }));
  response.setFailuresList(failures.map(failureMessage));
  return response;
}

function failureMessage({ property, reason }: CheckFailure): providerMessages.CheckFailure {
  const failure = new providerMessages.CheckFailure();
  failure.setProperty(property);
  failure.setReason(reason);
  return failure;
}
