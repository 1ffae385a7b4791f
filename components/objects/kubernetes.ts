import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { Child } from "../core/children.ts";
import type { Kind, ObjectOf } from "./kinds.ts";

/** An object of a kind that another project defines, with the fields that the kind has and no others. */
export function custom<K extends Kind>(kind: K, ...[name, args, opts]: Child<ObjectOf<K>>): CustomResource {
  const at = kind.lastIndexOf("/");
  return new CustomResource(name, { ...args, apiVersion: kind.slice(0, at), kind: kind.slice(at + 1) }, opts);
}
