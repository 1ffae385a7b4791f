import { lowerFirst, partsOf } from "../life/token.ts";
import type { Subject } from "../package.ts";

/** A function of a cloud that speaks of a type, and how the twin answers it. */
export interface KnownFunction {
  readonly token: string;
  readonly answered: "by hand" | "from what exists";
}

/** The functions that look a type up, and those written by hand that begin with its name. */
export function functionsOf({ token, package: pkg, schemas }: Subject): readonly KnownFunction[] {
  const { name } = partsOf(token);
  const module = token.split(":")[1] ?? "";
  const folder = module.split("/", 1)[0] as string;
  const plural = name.endsWith("y") ? `${name.slice(0, -1)}ies` : `${name}s`;
  const looked = [`get${name}`, `get${plural}`].map((one) =>
    module.includes("/") ? `${pkg.name}:${folder}/${lowerFirst(one)}:${one}` : `${pkg.name}:${module}:${one}`,
  );
  const here = `${pkg.name}:${folder}${module.includes("/") ? "/" : ":"}`;
  const own = [...pkg.functions.keys()].filter(
    (one) => one.startsWith(here) && new RegExp(`:(get|list)${name}`).test(one),
  );
  return [...new Set([...looked.filter((one) => schemas.function(one)), ...own])].sort().map((one) => ({
    token: one,
    answered: pkg.functions.has(one) ? "by hand" : "from what exists",
  }));
}
