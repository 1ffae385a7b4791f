import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

type Props = Readonly<Record<string, unknown>>;
/** A resource as a host sends it. */
export interface Sent {
  readonly type: string;
  readonly name: string;
  readonly props: Props;
  readonly provider?: Props | undefined;
  /** Name of its provider, where there are several. */
  readonly site?: string;
  /** URN of its provider, where that is one of the stack. */
  readonly maker?: string | undefined;
  readonly protect?: boolean | undefined;
  readonly ignoreChanges?: readonly string[] | undefined;
  /** Whether its secrets are marked, so that it may be shown to what asks for them. */
  readonly marked?: boolean;
  /** Values that the program's configuration holds, where it is known. */
  readonly held?: readonly unknown[] | undefined;
  /** Property to the URNs of the resources it was computed from. */
  readonly edges?: Readonly<Record<string, readonly string[]>>;
}

export const urn = ({ type, name }: Pick<Sent, "type" | "name">): string => `urn:pulumi:prod::shop::${type}::${name}`;

/** What a provider keeps for itself is shown to remediations only, which give it back. */
export function analyzeRequest(sent: Sent): messages.AnalyzeRequest {
  const shown = Object.entries(sent.props).filter(([key]) => !key.startsWith("__"));
  return remediateRequest({ ...sent, props: Object.fromEntries(shown) });
}

export function remediateRequest(sent: Sent): messages.AnalyzeRequest {
  return filled(new messages.AnalyzeRequest(), sent, sent.props);
}

/** The same resources with their outputs, which a preview may lack. */
export function stackRequest(
  all: readonly Sent[],
  outputs: (inputs: Props) => Props = () => ({}),
): messages.AnalyzeStackRequest {
  const request = new messages.AnalyzeStackRequest();
  request.setResourcesList(all.map((sent) => resourceOf(sent, outputs(sent.props))));
  return request;
}

export function structOf(value: Props): struct.Struct {
  return struct.Struct.fromJavaScript(value as Parameters<typeof struct.Struct.fromJavaScript>[0]);
}

function resourceOf(sent: Sent, outputs: Props): messages.AnalyzerResource {
  const resource = filled(new messages.AnalyzerResource(), sent, outputs);
  for (const [key, urns] of Object.entries(sent.edges ?? {})) {
    const edges = new messages.AnalyzerPropertyDependencies();
    edges.setUrnsList([...urns]);
    resource.getPropertydependenciesMap().set(key, edges);
  }
  return resource;
}

function filled<M extends messages.AnalyzeRequest | messages.AnalyzerResource>(
  message: M,
  sent: Sent,
  props: Props,
): M {
  message.setType(sent.type);
  message.setName(sent.name);
  message.setUrn(urn(sent));
  message.setProperties(structOf(props));
  const options = new messages.AnalyzerResourceOptions();
  options.setProtect(sent.protect ?? false);
  options.setIgnorechangesList([...(sent.ignoreChanges ?? [])]);
  message.setOptions(options);
  if (sent.provider !== undefined || sent.maker !== undefined) {
    const provider = new messages.AnalyzerProviderResource();
    const id = { type: "pulumi:providers:any", name: sent.site ?? "site" };
    provider.setType(id.type);
    provider.setName(id.name);
    provider.setUrn(sent.maker ?? urn(id));
    provider.setProperties(structOf(sent.provider ?? {}));
    message.setProvider(provider);
  }
  return message;
}
