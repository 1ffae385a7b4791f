import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { fail, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { leavesOf } from "../../models/leaves.ts";

const OUTPUT = /Calling \[to(?:String|JSON)\] on an \[Output<T>\]/;
const OBJECT = "[object Object]";
// code that tells objects apart names them so
const COMPARED = /[=!]==?\s*(["'`])\[object Object\]\1|(["'`])\[object Object\]\2\s*[=!]=/g;
const CODE = /\bfunction\s*\w*\s*\(|=>\s*[{(]/;
// a part of an identifier that is the word itself, or begins with it
const NOWHERE =
  /\barn:[\w-]*:[^\s"',]*(?::undefined(?=[:/*\-"'\s,]|$)|\/undefined(?=[:/*"'\s,]|$))|\b(?:projects|subscriptions|resourceGroups)\/undefined(?=[/"'\s,]|$)|\bserviceAccount:undefined\b/;

function wrong(text: string): string | undefined {
  if (OUTPUT.test(text)) return "holds an Output that was turned into text before it had a value";
  if (text.includes(OBJECT) && !CODE.test(text) && text.replace(COMPARED, "").includes(OBJECT)) {
    return "holds an object that was turned into text";
  }
  return NOWHERE.test(text) ? "holds an identifier with the word undefined in it" : undefined;
}

function judge(resource: Resource): readonly Verdict[] {
  const faults: Verdict[] = [];
  let open: Verdict | undefined;
  for (const leaf of leavesOf(resource)) {
    if ("state" in leaf) {
      open ??= undetermined(leaf);
      continue;
    }
    const what = wrong(leaf.text);
    if (what !== undefined) faults.push(fail(leaf.path, what));
  }
  return faults.length > 0 ? faults : [open ?? PASS];
}

export const noStringifiedOutput: Rule = {
  id: "no-stringified-output",
  packs: ["zero-trust", "reliability"],
  title: "No property holds the text of an Output or an object",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "The text is deployed as it stands: names, policies and addresses that mean nothing, and that other rules take for real.",
  fixText: () => "Use `pulumi.interpolate`, `pulumi.jsonStringify` or `.apply()` where the text is made.",
  checks: each(["aws:*", "gcp:*", "azure-native:*", "kubernetes:*"], judge),
};
