import type { ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, anyItem, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { every, forAll, type Verdict } from "../../core/verdict.ts";

const PROJECT = "kubernetes:argoproj.io/v1alpha1:AppProject";
const EVERYBODY = new Set(["system:anonymous", "system:authenticated", "system:unauthenticated", "system:masters"]);
// what Kubernetes itself binds to everybody
const PUBLIC_ROLES = new Set(["system:basic-user", "system:discovery", "system:public-info-viewer"]);

function noStar(rule: Bag, keys: readonly string[]): readonly Verdict[] {
  return keys.map((key) => {
    const list = rule.list(key);
    return faultIf(
      anyItem(list, (item) => item === "*"),
      list.path,
      "holds *",
    );
  });
}

function role(own: Resource<ClusterRoleArgs>): readonly Verdict[] {
  const keys = ["verbs", "resources", "apiGroups", "nonResourceURLs"];
  return forAll(own.list("rules"), (rule) => every(noStar(rule, keys))[0] as Verdict);
}

function binding(own: Resource<ClusterRoleBindingArgs>): readonly Verdict[] {
  const isPublic = holds(own.text("roleRef.name"), (name) => PUBLIC_ROLES.has(name));
  return forAll(own.list("subjects"), (subject) => {
    const name = subject.text("name");
    const everybody = allOf([
      holds(name, (text) => EVERYBODY.has(text)),
      not(holds(subject.text("kind"), (kind) => kind === "ServiceAccount")),
      not(isPublic),
    ]);
    return faultIf(everybody, name.path, `is ${name.state === "known" ? name.value : "everybody"}`);
  });
}

function project(own: Bag): readonly Verdict[] {
  const star = (list: string, keys: readonly string[]) =>
    forAll(own.list(`spec.${list}`), (item) =>
      faultIf(anyOf(keys.map((key) => holds(item.text(key), (text) => text === "*"))), item.path, "holds *"),
    );
  return every([
    ...noStar(own.bag("spec"), ["sourceRepos", "sourceNamespaces"]),
    ...star("destinations", ["server", "namespace", "name"]),
    ...star("clusterResourceWhitelist", ["group", "kind"]),
    ...star("namespaceResourceWhitelist", ["group", "kind"]),
  ]);
}

export const k8sRbacNoWildcards: Rule = {
  id: "k8s-rbac-no-wildcards",
  packs: ["zero-trust"],
  title: "Rights in a cluster are written out",
  severity: "high",
  scope: "resource",
  since: "0.2.0",
  why: "A wildcard also grants what is installed next year, and a binding to everybody grants it to who is not logged in.",
  equivalents: ["CKV_K8S_49", "KSV-0044", "KSV-0045", "KSV-0046", "KSV-0122", "KSV-0123"],
  fixText: ({ type }) => {
    if (type === PROJECT) return "List the repositories, destinations and kinds that the project needs.";
    return type.endsWith("Binding")
      ? "Bind the users, groups or service accounts that need it."
      : "List the verbs, resources and groups that are needed.";
  },
  checks: {
    ...each(
      ["kubernetes:rbac.authorization.k8s.io/v1:Role", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole"],
      role,
    ),
    ...each(
      [
        "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
      ],
      binding,
    ),
    [PROJECT]: project,
  },
};
