import { ProviderError } from "../../wire/provider.ts";
import { packageOf } from "../../wire/urn.ts";
import { isList, type Value } from "../../wire/value.ts";
import { withHint } from "../hints.ts";
import type { Need } from "../package.ts";
import type { Context } from "../type.ts";
import type { Scene } from "./scene.ts";
import { partsOf } from "./token.ts";

/** Refuses an object whose references lead nowhere, as far as that can be known. */
export function mustExist(context: Context, { shared, site, subject }: Scene): void {
  const { existing, ledger, world } = shared;
  for (const { to, named, words } of needsOf(context, subject)) {
    const pkg = packageOf(to);
    const short = named.slice(named.lastIndexOf("/") + 1);
    if ((to === subject.token || world.find(pkg, to, named)) ?? world.find(pkg, to, short)) continue;
    if (existing === "none" && cameAlong(named, pkg, shared)) continue;
    if (existing === "none" || world.wasDeleted(pkg, to, named)) {
      throw new ProviderError("notFound", withHint(words(named), "missing", { what: partsOf(to).name }));
    }
    ledger.assumed(subject.token, `${to} ${named} exists${site.account === "" ? "" : ` in ${site.account}`}`);
  }
}

/** What was made under another type, or along with something else: a network's own route table and group. */
function cameAlong(named: string, pkg: string, { world, schemas }: Scene["shared"]): boolean {
  return world.things.some(({ package: of, id, type, outputs }) => {
    if (of !== pkg) return false;
    const known = schemas.resource(type)?.outputs ?? {};
    return id === named || Object.keys(outputs).some((key) => known[key]?.computed && outputs[key] === named);
  });
}

function needsOf(context: Context, { hand, package: pkg }: Scene["subject"]): readonly Need[] {
  const own = (hand?.needs ?? []).flatMap(({ property, to, words }) =>
    textsAt(context.inputs, property.split(".")).map((named) => ({ to, named, words })),
  );
  return [...own, ...(pkg.needs?.(context) ?? [])];
}

function textsAt(value: Value | undefined, path: readonly string[]): readonly string[] {
  if (isList(value)) return value.flatMap((item) => textsAt(item, path));
  const [head, ...tail] = path;
  if (head === undefined) return typeof value === "string" && value !== "" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return textsAt((value as { readonly [key: string]: Value })[head], tail);
}
