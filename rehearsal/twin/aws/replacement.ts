import type { Replacement, Subject } from "../package.ts";

/** What can be told of replacements on AWS without looking at single types. */
export function replacement(_subject: Subject, path: string): Replacement | undefined {
  if (path === "region") return { replace: true, source: "aws-region", confidence: "high" };
  return undefined;
}
