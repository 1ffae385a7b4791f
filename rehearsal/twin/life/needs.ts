import { ProviderError } from "../../wire/provider.ts";
import { packageOf } from "../../wire/urn.ts";
import { isList, type Value } from "../../wire/value.ts";
import type { Context, Needs } from "../type.ts";
import type { Scene } from "./lifecycle.ts";

/** Refuses an object whose references lead nowhere, as far as that can be known. */
export function mustExist(context: Context, { shared, subject }: Scene): void {
  for (const needs of subject.hand?.needs ?? []) {
    for (const named of textsAt(context.inputs, needs.property.split(".")))
      look(named, needs, context, shared, subject);
  }
}

function look(
  named: string,
  { to, words }: Needs,
  { world }: Context,
  { existing, ledger }: Scene["shared"],
  { token }: Scene["subject"],
): void {
  const pkg = packageOf(to);
  if (world.find(pkg, to, named)) return;
  const last = named.slice(named.lastIndexOf("/") + 1);
  if (last !== named && last !== "" && world.find(pkg, to, last)) return;
  if (existing === "none" || world.wasDeleted(pkg, to, named)) throw new ProviderError("notFound", words(named));
  ledger.assumed(token, `${to} ${named} exists`);
}

function textsAt(value: Value | undefined, path: readonly string[]): readonly string[] {
  if (isList(value)) return value.flatMap((item) => textsAt(item, path));
  const [head, ...tail] = path;
  if (head === undefined) return typeof value === "string" && value !== "" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return textsAt((value as { readonly [key: string]: Value })[head], tail);
}
