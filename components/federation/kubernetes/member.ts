import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { FederationScope } from "../native.ts";
import { ON_MEMBER, type PlannedMember } from "../plan.ts";
import { memberRules } from "../rights.ts";
import { closedNamespace } from "./closed.ts";

// two agents, and one more while they are renewed
const AGENTS = { push: 0, pull: 3 } as const;

/** What the hub is on a member: a service account with the rights to place what is placed, and no word of the hub. */
export function onMember(scope: FederationScope, { name, kinds, mode }: PlannedMember) {
  const { child, cluster } = scope;
  const account = `karmada-${name}`;
  const labels = { "karmada.io/system": "true" };
  const inNamespace = (own: string) => ({ name: own, namespace: ON_MEMBER, labels });
  const { namespace } = closedNamespace(
    scope,
    "member",
    { name: ON_MEMBER, labels, pods: AGENTS[mode] },
    { of: name, dependsOn: [...cluster.ready] },
  );
  const after = { of: name, dependsOn: [namespace] };
  const identity = new ServiceAccount(
    ...child("memberAccount", { metadata: inNamespace(account), automountServiceAccountToken: false }, after),
  );
  const role = new ClusterRole(
    ...child(
      "memberRights",
      { metadata: { name: account, labels }, rules: memberRules(kinds) },
      { of: name, invariants: ["rules"], dependsOn: [...cluster.ready] },
    ),
  );
  const binding = new ClusterRoleBinding(
    ...child(
      "memberBinding",
      {
        metadata: { name: account, labels },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: account },
        subjects: [{ kind: "ServiceAccount", name: account, namespace: ON_MEMBER }],
      },
      { of: name, dependsOn: [role, identity] },
    ),
  );
  return { account, identity, binding, inNamespace };
}

/** The token by which the hub is known to a member in push mode; another generation is another token. */
export function memberToken(
  { child }: FederationScope,
  { name, tokenGeneration }: PlannedMember,
  { account, identity, inNamespace }: ReturnType<typeof onMember>,
) {
  return new Secret(
    ...child(
      "memberToken",
      {
        metadata: {
          ...inNamespace(`${account}-${tokenGeneration}`),
          annotations: { "kubernetes.io/service-account.name": account },
        },
        type: "kubernetes.io/service-account-token",
      },
      { of: `${name}-${tokenGeneration}`, dependsOn: [identity] },
    ),
  );
}
