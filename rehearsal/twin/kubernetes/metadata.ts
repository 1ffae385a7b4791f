import { isObject, type Properties, UNKNOWN, type Value } from "../../wire/value.ts";
import { bare } from "../life/bookkeeping.ts";

/** The object at a key, or an empty one. */
export const objectAt = (value: Properties, key: string): Properties => {
  const inner = bare(value[key]);
  return isObject(inner) ? inner : {};
};
export const metadataOf = (object: Properties): Properties => objectAt(object, "metadata");

export const AUTONAMED = "pulumi.com/autonamed";
export const isAutonamed = (object: Properties): boolean =>
  objectAt(metadataOf(object), "annotations")[AUTONAMED] === "true";

/** The text of a member of the metadata; UNKNOWN stays. */
export const metadataText = (object: Properties, key: string): string | typeof UNKNOWN | undefined => {
  const value: Value | undefined = bare(metadataOf(object)[key]);
  return value === UNKNOWN || (typeof value === "string" && value !== "") ? (value as string) : undefined;
};
