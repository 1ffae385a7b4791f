import type { Input } from "@pulumi/pulumi";
import { KIND_SETS, type KindName, kindsOf, MADE } from "./kinds.ts";
import type { GitOpsPlan } from "./planned.ts";

/** The chart, as its project published it in 2026 (Argo CD 3.4). */
export const CHART = {
  chart: "argo-cd",
  repository: "https://argoproj.github.io/argo-helm",
  version: "10.1.1",
} as const;

const room = (cpu: string, memory: string, most: string) => ({ requests: { cpu, memory }, limits: { memory: most } });

/** The chart's values: no local account, no shell, no right outside its namespace. */
export function valuesOf(plan: GitOpsPlan): Record<string, Input<unknown>> {
  const { replicas, url, knownHosts, destinations } = plan;
  const many = { replicas, pdb: { enabled: replicas > 1, maxUnavailable: 1 } };
  return {
    fullnameOverride: "argocd",
    // its definitions outlive it: with them, every application would go
    crds: { install: true, keep: true },
    // the chart's cluster roles are `*`; ours are in rights.ts
    createClusterRoles: false,
    global: { domain: new URL(url).host, networkPolicy: { create: false } },
    configs: {
      cm: settings(plan),
      params: {
        "applicationsetcontroller.enable.progressive.syncs": "true",
        "server.insecure": "false",
      },
      rbac: { "policy.default": "", "policy.csv": operatorPolicy(plan.operators), scopes: `[${plan.sso.groupsClaim}]` },
      ssh: { extraHosts: knownHosts.join("\n") },
    },
    // clusters are divided among the controllers
    controller: { replicas: Math.min(replicas, destinations.length), resources: room("250m", "512Mi", "2Gi") },
    server: { ...many, resources: room("50m", "128Mi", "512Mi") },
    repoServer: { ...many, resources: room("100m", "256Mi", "1Gi") },
    applicationSet: { ...many, resources: room("50m", "128Mi", "512Mi") },
    redis: { enabled: replicas === 1, resources: room("50m", "64Mi", "256Mi") },
    "redis-ha": { enabled: replicas > 1 },
    dex: { enabled: false },
    notifications: { enabled: false },
  };
}

function settings({ url, sso }: GitOpsPlan): Record<string, string> {
  return {
    url,
    "admin.enabled": "false",
    "users.anonymous.enabled": "false",
    "exec.enabled": "false",
    "statusbadge.enabled": "false",
    "application.resourceTrackingMethod": "annotation",
    "application.sync.impersonation.enabled": "true",
    "resource.respectRBAC": "normal",
    // JSON is YAML
    "resource.inclusions": JSON.stringify(inclusions([...kindsOf(KIND_SETS), ...MADE])),
    "resource.exclusions": JSON.stringify([{ apiGroups: [""], kinds: ["Secret"], clusters: ["*"] }]),
    "oidc.config": JSON.stringify({
      name: "SSO",
      issuer: sso.issuer,
      clientID: sso.clientId,
      enablePKCEAuthentication: true,
      requestedScopes: ["openid", "profile", "email", sso.groupsClaim],
      requestedIDTokenClaims: { [sso.groupsClaim]: { essential: true } },
    }),
  };
}

function inclusions(kinds: readonly KindName[]) {
  return [...new Set(kinds.map(({ group }) => group))].map((group) => ({
    apiGroups: [group],
    kinds: kinds.filter((one) => one.group === group).map(({ kind }) => kind),
    clusters: ["*"],
  }));
}

const OPERATOR = "role:operator";
function operatorPolicy(groups: readonly string[]): string {
  const rights = [
    ["applications", "get"],
    ["applications", "sync"],
    ["logs", "get"],
  ];
  return [
    ...rights.map(([resource, action]) => `p, ${OPERATOR}, ${resource}, ${action}, */*, allow`),
    ...["clusters", "repositories", "projects"].map((resource) => `p, ${OPERATOR}, ${resource}, get, *, allow`),
    ...groups.map((group) => `g, ${group}, ${OPERATOR}`),
  ].join("\n");
}
