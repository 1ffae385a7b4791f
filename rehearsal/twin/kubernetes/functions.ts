import { parseAllDocuments } from "yaml";
import type { Value } from "../../wire/value.ts";
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

const TABLE: { readonly [token: string]: Answer } = { "kubernetes:yaml:decode": decode };

/** What the Kubernetes provider answers itself; charts and kustomizations are not rendered. */
export const functions: ReadonlyMap<string, Answer> = new Map(Object.entries(TABLE));
