import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const group = "kubernetes:rbac.authorization.k8s.io/v1";
const roles = [`${group}:Role`, `${group}:ClusterRole`];
const bindings = [`${group}:RoleBinding`, `${group}:ClusterRoleBinding`];
const project = "kubernetes:argoproj.io/v1alpha1:AppProject";

const all = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const rule = { apiGroups: ["apps"], resources: ["deployments"], verbs: ["get", "list"] };
const role = (...rules: readonly object[]) => ({ metadata: { name: "r" }, rules });
const bound = (name: unknown, roleName = "view", kind = "Group") => ({
  roleRef: { kind: "ClusterRole", name: roleName },
  subjects: [{ kind, name }],
});
const argo = (spec: object): Example => ({ type: project, props: { spec } });

export const examples: Examples = {
  pass: [
    ...all(roles, role(rule)),
    ...all(roles, role({ ...rule, apiGroups: [""], resources: ["pods", "pods/*"] })),
    ...all(roles, role({ nonResourceURLs: ["/metrics", "/healthz/*"], verbs: ["get"] })),
    { type: roles[1] ?? "", props: { aggregationRule: {} } },
    ...all(bindings, bound("team")),
    ...all(bindings, bound("system:authenticated", "system:discovery")),
    ...all(bindings, bound("system:masters", "view", "ServiceAccount")),
    ...all(bindings, { roleRef: { name: "view" } }),
    argo({
      sourceRepos: ["https://github.com/acme/app"],
      destinations: [{ server: "https://kubernetes.default.svc", namespace: "shop" }],
    }),
    argo({
      sourceRepos: ["https://github.com/acme/*"],
      namespaceResourceWhitelist: [{ group: "apps", kind: "Deployment" }],
    }),
    argo({ clusterResourceBlacklist: [{ group: "*", kind: "*" }] }),
    ...all(bindings, bound("system:authenticated", "system:basic-user")),
    ...all(bindings, bound("system:unauthenticated", "system:public-info-viewer")),
  ],
  fail: [
    ...all(roles, role({ ...rule, verbs: ["*"] })),
    ...all(roles, role({ ...rule, resources: ["*"] })),
    ...all(roles, role(rule, { ...rule, apiGroups: ["*"] })),
    ...all(roles, role({ nonResourceURLs: ["*"], verbs: ["get"] })),
    ...all(roles, role({ ...rule, verbs: "*" })),
    ...all(bindings, bound("system:anonymous")),
    ...all(bindings, bound("system:unauthenticated", "system:discovery-of-mine")),
    ...all(bindings, bound("system:masters")),
    ...all(bindings, {
      roleRef: { name: "edit" },
      subjects: [
        { kind: "User", name: "a" },
        { kind: "Group", name: "system:authenticated" },
      ],
    }),
    { type: "kubernetes:rbac.authorization.k8s.io/v1beta1:ClusterRole", props: role({ ...rule, verbs: ["*"] }) },
    argo({ sourceRepos: ["*"] }),
    argo({ destinations: [{ server: "*", namespace: "shop" }] }),
    argo({ destinations: [{ server: "https://kubernetes.default.svc", namespace: "*" }] }),
    argo({ clusterResourceWhitelist: [{ group: "*", kind: "*" }] }),
    argo({ namespaceResourceWhitelist: [{ group: "apps", kind: "*" }] }),
    argo({ sourceNamespaces: ["*"] }),
    argo({ destinations: [{ name: "*", namespace: "shop" }] }),
    argo({ clusterResourceWhitelist: [{ group: "apps", kind: "*" }] }),
    argo({ clusterResourceWhitelist: [{ group: "*", kind: "Namespace" }] }),
    argo({ namespaceResourceWhitelist: [{ group: "*", kind: "Deployment" }] }),
  ],
  undetermined: [
    ...all(roles, { rules: UNKNOWN }),
    ...all(roles, role({ ...rule, verbs: [UNKNOWN] })),
    ...all(bindings, bound(UNKNOWN)),
    ...all(bindings, { roleRef: UNKNOWN, subjects: [{ kind: "Group", name: "system:authenticated" }] }),
    argo({ sourceRepos: UNKNOWN }),
  ],
};
