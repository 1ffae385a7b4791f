import type { Bag, Read } from "../../core/props.ts";
import { anyOf, holds, not, type Truth } from "../../core/truth.ts";
import { every, fail, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

// a preflight carries no token
const OPERATION = /^(get|put|post|delete|patch|head|trace|x-amazon-apigateway-any-method)$/i;

// one entry is enough to get in, and an empty one asks for nothing
const areAsked = (schemes: readonly Bag[]): boolean =>
  schemes.length > 0 && schemes.every((scheme) => !isEmpty(scheme.keys()));
const isEmpty = (names: Read<readonly string[]>): boolean => names.state === "known" && names.value.length === 0;

/** Whether somebody is asked for: a scheme is named, for the operation or for all that name none. */
function asks(operation: Bag, everywhere: Truth): Truth {
  const own = operation.list("security");
  const signed = holds(
    operation.under("x-amazon-apigateway-auth").text("type"),
    (type) => type.toUpperCase() !== "NONE",
  );
  const named = own.state === "absent" ? everywhere : holds(own, areAsked);
  return anyOf([named, signed]);
}

/** Each operation that an API takes from an OpenAPI document; without one its routes speak for themselves. */
export function describedOperations(api: Bag): readonly Verdict[] {
  const body = api.json("body");
  const document = body.self();
  if (document.state !== "known") return [document.state === "unknown" ? undetermined(document) : PASS];
  const everywhere = holds(body.list("security"), areAsked);
  const paths = body.bag("paths");
  const names = paths.keys();
  if (names.state !== "known") return [names.state === "unknown" ? undetermined(names) : PASS];
  return every(names.value.flatMap((path) => operationsOf(paths.under(path), path, everywhere)));
}

function operationsOf(place: Bag, path: string, everywhere: Truth): readonly Verdict[] {
  const names = place.keys();
  if (names.state !== "known") return names.state === "unknown" ? [undetermined(names)] : [];
  return names.value
    .filter((name) => OPERATION.test(name))
    .map((name) => {
      const open = not(asks(place.under(name), everywhere));
      if (typeof open !== "boolean") return undetermined(open);
      const operation = name.startsWith("x-") ? "ANY" : name.toUpperCase();
      return open ? fail("body", `lets anybody call ${operation} ${path}`) : PASS;
    });
}
