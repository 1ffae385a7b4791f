import type { Replacement, Subject } from "../package.ts";
import { cloudFormation, votes } from "./cfn/table.ts";

const REGION: Replacement = { replace: true, source: "aws-region", confidence: "high" };
let counted: ReturnType<typeof votes> | undefined;

/** What the region, CloudFormation and the vote of all types on a name tell. */
export function replacement({ token, name }: Subject, path: string): Replacement | undefined {
  if (path === "region") return REGION;
  const top = path.split(/[.[]/, 1)[0] as string;
  if (top === name?.property || top === name?.unless) return { replace: true, source: "own-name", confidence: "high" };
  const known = cloudFormation(token);
  if (known?.replaces.has(top)) return { replace: true, source: "cfn", confidence: top === path ? "medium" : "low" };
  if (known?.mayReplace.has(top)) return { replace: true, source: "cfn", confidence: "low" };
  if (known?.updates.has(top)) return { replace: false, source: "cfn", confidence: "medium" };
  if (top === "tags" || top === "tagsAll") return { replace: false, source: "aws-tags", confidence: "high" };
  counted ??= votes();
  const vote = counted.get(top);
  return vote && vote.yes !== vote.no ? { replace: vote.yes > vote.no, source: "vote", confidence: "low" } : undefined;
}
