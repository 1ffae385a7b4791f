import type { ComponentResource, CustomResourceOptions } from "@pulumi/pulumi";
import { kebab } from "./name.ts";
import { applyTransform, type Transform } from "./transform.ts";

/** What a child is made of, ready to be spread into its constructor. */
export type Child<A> = [name: string, args: A, opts: CustomResourceOptions];
/** What a file that builds says of a child, beside its arguments. */
export interface ChildOptions extends CustomResourceOptions {
  /** Paths of properties that no transform may change. @default [] */
  readonly invariants?: readonly string[];
  /** Its loss hurts: it is protected where the site is. @default false */
  readonly lasting?: boolean;
  /** Which one it is, where a component has several of a kind. @default none */
  readonly of?: string;
}
/** Where a file builds children of these kinds. */
export interface ParentScope<Children extends object> {
  /** Name, arguments and options of a child, after the caller's transforms. */
  child<K extends keyof Children & string>(
    this: void,
    key: K,
    args: Children[K],
    opts?: ChildOptions,
  ): Child<Children[K]>;
}
/** Whose children they are. */
export interface Family {
  /** What every child's name starts with. */
  readonly name: string;
  readonly parent: ComponentResource;
  /** Whether things whose loss hurts refuse to be deleted here. */
  readonly protection: boolean;
  /** Changes asked for by the user, by child. */
  readonly transforms: Readonly<Record<string, unknown>>;
  /** The path of `transforms` in the component's arguments. */
  readonly at: string;
  /** What every child has among its options. @default {} */
  readonly opts?: CustomResourceOptions;
}

/** Names, options and user's changes of children; `changed` fills with the paths of the changes that were used. */
export function childrenOf(family: Family) {
  const { name, parent, protection, transforms } = family;
  const changed: string[] = [];
  const child = <A extends object>(
    key: string,
    args: A,
    { invariants = [], lasting = false, of, ...more }: ChildOptions = {},
  ): Child<A> => {
    const at = `${family.at}.${key}`;
    const transform = transforms[key] as Transform<A> | undefined;
    if (transform !== undefined) changed.push(at);
    const childName = [name, kebab(key), ...(of === undefined ? [] : [of])].join("-");
    const opts = { parent, ...family.opts, ...(lasting && protection && { protect: true }), ...more };
    return [childName, applyTransform(transform, [childName, args, opts], invariants, at), opts];
  };
  return { child, changed: changed as readonly string[] };
}
