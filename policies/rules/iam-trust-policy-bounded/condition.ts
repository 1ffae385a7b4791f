import type { WorkloadIdentityPoolProviderArgs } from "@pulumi/gcp/iam/workloadIdentityPoolProvider.js";
import type { Resource } from "../../core/resource.ts";
import { allOf, faultIf, holds } from "../../core/truth.ts";
import { decide, notCovered, type Verdict } from "../../core/verdict.ts";

const GITHUB = /^https:\/\/token[.]actions[.]githubusercontent[.]com\/?$/i;
// a claim, how it is compared, and the text it is compared with
const COMPARISON =
  /(?:assertion|attribute|google)[.](\w+)\s*(==|in\b|[.]startsWith\b|[.]matches\b)\s*[[(]?\s*(["'])(.*?)\3/g;
const SUBJECT = /^sub(ject)?$/;
// what names an owner of repositories, or one of them
const OWNERS = /^(repository|enterprise)(_owner)?(_id)?$/;

/** Whose tokens a provider of Google Cloud accepts: one issuer may speak for everybody who has an account there. */
export function accepts(provider: Resource<WorkloadIdentityPoolProviderArgs>): Verdict {
  const shared = holds(provider.text("oidc.issuerUri"), (issuer) => GITHUB.test(issuer));
  return decide(provider.text("attributeCondition"), {
    known: (condition) => {
      if (/^\s*(true)?\s*$/.test(condition)) return "lets everything in";
      if (shared === false) return undefined;
      const compared = [...condition.matchAll(COMPARISON)];
      if (compared.length === 0)
        return notCovered("attributeCondition", "compares in a way that this rule cannot read");
      const fixes = compared.map(([, claim = "", how = "", , value = ""]) => fixesOwner(claim, how, value));
      const bound = condition.includes("||") ? fixes.every(Boolean) : fixes.some(Boolean);
      return faultIf(allOf([shared, !bound]), "attributeCondition", "does not say whose repositories may come in");
    },
    absent: "is not set; every token of the issuer is accepted",
  });
}

// CEL takes a `*` as it is; whoever writes one means it, and the claim says as much as the text before it
function fixesOwner(claim: string, how: string, value: string): boolean {
  const isWhole = how === "==" || how === "in";
  // other subjects begin with what anybody may choose in a repository of their own
  if (SUBJECT.test(claim)) return /^\^?repo:[^*?.:/]+\//.test(value);
  if (!OWNERS.test(claim)) return false;
  // the beginning of a name is the beginning of other names, too
  return isWhole ? /^[^*?]+$/.test(value) : /^\^?[^*?.:/]+\//.test(value);
}
