import type { ResourceSchema } from "../schema/types.ts";

/** Releases and charts are no objects of the API server; everything else has metadata. */
export const hasMetadata = (token: string, schema: ResourceSchema | undefined): boolean =>
  schema ? schema.inputs["metadata"] !== undefined && !token.endsWith("List") : true;
