import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const namespace = (labels: unknown, name: unknown = "shop"): Example => ({
  type: "kubernetes:core/v1:Namespace",
  props: { metadata: { name, labels } },
});
const level = (word: unknown) => ({ "pod-security.kubernetes.io/enforce": word });

export const examples: Examples = {
  pass: [
    namespace(level("restricted")),
    namespace({ ...level("baseline"), "pod-security.kubernetes.io/warn": "restricted" }),
    { ...namespace(level("restricted")), type: "kubernetes:core/v1:NamespacePatch" },
    namespace(level("restricted"), UNKNOWN),
  ],
  fail: [
    namespace(undefined),
    namespace({}),
    namespace({ owner: "shop" }),
    namespace(level("privileged")),
    // these two only say that something is wrong
    namespace({ "pod-security.kubernetes.io/warn": "restricted", "pod-security.kubernetes.io/audit": "restricted" }),
    { type: "kubernetes:core/v1:Namespace", props: {} },
  ],
  undetermined: [namespace(UNKNOWN), namespace(level(UNKNOWN)), namespace(level("strict")), namespace({}, UNKNOWN)],
  notApplicable: [namespace({}, "kube-system")],
};
