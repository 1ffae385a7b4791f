import type { Input } from "@pulumi/pulumi";

type Plain = string | number | boolean | null | undefined;

/** Every value of `T`, at any depth, as it may be wired from other resources. */
export type Inputs<T> = [T] extends [Plain] ? Input<T> : Input<Held<T>>;
/** An object or a list whose parts may be wired. */
export type Held<T> = T extends Plain
  ? T
  : T extends readonly (infer E)[]
    ? readonly Inputs<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Inputs<T[K]> }
      : T;
