import type { Replacement, Subject } from "../package.ts";
import { pathParameters } from "./path.ts";

/** What the path of a resource and its location tell. */
export function replacement({ schema, schemas }: Subject, path: string): Replacement | undefined {
  if (!schema) return undefined;
  if (pathParameters(schema, schemas).all.includes(path)) {
    return { replace: true, source: "azure-path", confidence: "high" };
  }
  return path === "location" ? { replace: true, source: "azure-location", confidence: "low" } : undefined;
}
