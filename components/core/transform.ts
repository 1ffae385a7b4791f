import { isDeepStrictEqual } from "node:util";
import { type CustomResourceOptions, InputPropertiesError } from "@pulumi/pulumi";
import type { Cloud } from "./site.ts";

/** Changes what a component asks of one child: values to merge, or a function that changes `args` and `opts` in place. */
export type Transform<A> = Partial<A> | ((args: A, opts: CustomResourceOptions, name: string) => void);
/** Cloud -> child -> change; the keys of children are public names. */
export type Transforms<Children extends Record<Cloud, object>> = {
  readonly [C in Cloud]?: { readonly [K in keyof Children[C]]?: Transform<Children[C][K]> };
};

/** Applies a transform after the defaults; what is listed in `invariants` (paths) must come out unchanged. */
export function applyTransform<A extends object>(
  transform: Transform<A> | undefined,
  [name, args, opts]: readonly [string, A, CustomResourceOptions],
  invariants: readonly string[],
  at: string,
): A {
  if (transform === undefined) return args;
  const before = structuredPaths(args, invariants);
  const changed = typeof transform === "function" ? merge({}, args) : merge(args, transform);
  if (typeof transform === "function") transform(changed as A, opts, name);
  const after = structuredPaths(changed, invariants);
  const broken = invariants.filter((_, index) => !isDeepStrictEqual(before[index], after[index]));
  if (broken.length > 0) {
    const errors = broken.map((path) => ({
      propertyPath: `${at}.${path}`,
      reason: "is an invariant and must not change",
    }));
    throw new InputPropertiesError({ message: "a transform breaks an invariant", errors });
  }
  return changed as A;
}

function structuredPaths(args: object, paths: readonly string[]): unknown[] {
  return paths.map((path) =>
    path.split(".").reduce<unknown>((value, key) => (isPlain(value) ? value[key] : undefined), args),
  );
}

// arrays are replaced, Outputs and resources are taken as they are
function merge(base: object, change: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const old = merged[key];
    merged[key] = isPlain(value) ? merge(isPlain(old) ? old : {}, value) : value;
  }
  return merged;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
