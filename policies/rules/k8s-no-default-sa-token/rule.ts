import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { POD_TYPES, podOf } from "../../models/pod.ts";

const ACCOUNT = "kubernetes:core/v1:ServiceAccount";

// on purpose is on purpose: only the default account may never have it
function account(own: Resource<ServiceAccountArgs>): Verdict {
  const mount = own.flag("automountServiceAccountToken");
  const isDefault = holds(own.text("metadata.name"), (name) => name === "default");
  const verdict = decide(mount, {
    known: (on) => (on ? faultIf(isDefault, mount.path, "is true, for the default account") : undefined),
    absent: "is not set; default is true",
  });
  return verdict;
}

function pod(workload: Resource): Verdict {
  const found = podOf(workload);
  if (found === undefined) return notApplicable("its pods stand in another object");
  const { spec } = found;
  const self = spec.self();
  if (self.state === "unknown") return undetermined(self);
  const said = spec.text("serviceAccountName");
  const name = said.state === "absent" ? spec.text("serviceAccount") : said;
  const mount = spec.flag("automountServiceAccountToken");
  const byDefault = holds(name, (text) => text === "default" || text === "", true);
  const off = holds(mount, (on) => !on);
  const what = mount.state === "absent" ? "is not set; default is true" : "is true";
  return faultIf(allOf([byDefault, not(off)]), mount.path, `${what}, for the default service account`);
}

export const k8sNoDefaultSaToken: Rule = {
  id: "k8s-no-default-sa-token",
  packs: ["zero-trust"],
  title: "Pods get a token only where they need one",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A token that nobody needs is what an intruder in the pod talks to the API server with.",
  equivalents: ["CKV_K8S_38", "CKV_K8S_41", "CKV_K8S_42", "KSV-0036"],
  fixText: ({ type }) =>
    type === ACCOUNT
      ? "Set `automountServiceAccountToken: false`; a pod that needs the token sets it to true."
      : "Set `automountServiceAccountToken: false`, or give the pod a service account of its own in `serviceAccountName`.",
  inPlace: [ACCOUNT, ...POD_TYPES.filter((type) => !/:(Pod|Job)$/.test(type))],
  checks: { [ACCOUNT]: account, ...each(POD_TYPES, pod) },
};
