import { kebab, physicalName } from "../../core/name.ts";
import type { AwsScope } from "../native.ts";

/** The tags of what EC2 gives no name, but shows this tag as one. */
export function named({ site, name }: AwsScope, tags: object, ...words: readonly string[]) {
  return { ...tags, Name: physicalName(site, [name, ...words].map(kebab).join("-"), { max: 255 }) };
}
