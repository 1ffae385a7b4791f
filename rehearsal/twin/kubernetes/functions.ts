import { parseAllDocuments } from "yaml";
import { ProviderError } from "../../wire/provider.ts";
import type { Properties, Value } from "../../wire/value.ts";
import { type Answer, text } from "../type.ts";

/** Manifests as a list of objects; lists are taken apart. */
const decode: Answer = ({ args }) => {
  const documents = parseAllDocuments(text(args, "text") ?? "").map((document) => document.toJS() as Value);
  const objects = documents.filter((value) => value !== null && typeof value === "object") as {
    readonly items?: readonly Value[];
    readonly kind?: string;
  }[];
  const flat = objects.flatMap((object) =>
    object.kind?.endsWith("List") && object.items ? object.items : [object as Value],
  );
  return { result: flat };
};

/** Rendering needs Helm or Kustomize, and mostly a download: neither is done here. */
const notRendered =
  (what: string, named: string, instead: string): Answer =>
  ({ args }) => {
    const options = text(args, "jsonOpts") ?? "{}";
    const which = text(args, named) ?? text(JSON.parse(options) as Properties, named) ?? "";
    throw new ProviderError("unimplemented", `${what} '${which}' is not rendered in a rehearsal: ${instead}`);
  };

const TABLE: { readonly [token: string]: Answer } = {
  "kubernetes:yaml:decode": decode,
  "kubernetes:helm:template": notRendered(
    "the chart",
    "chart",
    "helm.v3.Release is simulated; or render it to YAML once (helm template) and use yaml.ConfigFile",
  ),
  "kubernetes:kustomize:directory": notRendered(
    "the kustomization",
    "directory",
    "render it to YAML once (kubectl kustomize) and use yaml.ConfigFile",
  ),
};

/** What the Kubernetes provider answers itself; charts and kustomizations are refused by name. */
export const functions: ReadonlyMap<string, Answer> = new Map(Object.entries(TABLE));
