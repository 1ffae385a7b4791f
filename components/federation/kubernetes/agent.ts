import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { FederationScope } from "../native.ts";
import { API_PORT, type FederationPlan, ON_MEMBER, type PlannedMember } from "../plan.ts";
import { begunWith, type Pair } from "../trust.ts";
import type { onMember } from "./member.ts";
import { labelsOf, RESTRICTED, RESTRICTED_POD, room, spread } from "./place.ts";

const APP = "karmada-agent";
const ACCESS = "/etc/karmada";

/** What a member in pull mode runs: it asks the hub what is to be placed here, and tells it what is. The hub holds no token of it. */
export function agent(
  { child, cluster }: FederationScope,
  { version, addresses }: FederationPlan,
  { name, mode }: PlannedMember,
  hubAccess: { readonly kubeconfig: Input<string>; readonly by: Pair },
  { account, inNamespace }: ReturnType<typeof onMember>,
  after: readonly Resource[],
) {
  if (mode !== "pull") return [];
  const metadata = { ...inNamespace(APP), labels: labelsOf(APP) };
  const opts = { of: name, dependsOn: [...after] };
  const selector = { matchLabels: { app: APP } };
  const access = new Secret(
    ...child("agentAccess", { metadata, type: "Opaque", stringData: { kubeconfig: hubAccess.kubeconfig } }, opts),
  );
  const { services, controlPlane } = cluster.network.allocation;
  const reached = [...addresses.map((address) => `${address}/32`), services, controlPlane];
  new NetworkPolicy(
    ...child(
      "agentTraffic",
      {
        metadata,
        spec: {
          podSelector: selector,
          policyTypes: ["Ingress", "Egress"],
          // the hub, and the member's own API server; by address, so it asks nobody for names
          egress: reached.map((cidr) => ({
            to: [{ ipBlock: { cidr } }],
            ports: [443, API_PORT].map((port) => ({ protocol: "TCP", port })),
          })),
        },
      },
      opts,
    ),
  );
  const election = new Role(
    ...child(
      "agentElection",
      {
        metadata,
        rules: [
          { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["get", "create", "update"] },
          { apiGroups: [""], resources: ["events"], verbs: ["create", "patch"] },
        ],
      },
      opts,
    ),
  );
  const elected = new RoleBinding(
    ...child(
      "agentElectionBinding",
      {
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: APP },
        subjects: [{ kind: "ServiceAccount", name: account, namespace: ON_MEMBER }],
      },
      { of: name, dependsOn: [election] },
    ),
  );
  const budget = new PodDisruptionBudget(
    ...child("agentBudget", { metadata, spec: { maxUnavailable: 1, selector } }, opts),
  );
  const running = new Deployment(
    ...child(
      "agent",
      {
        metadata,
        spec: {
          replicas: 2,
          selector,
          template: {
            metadata: { labels: labelsOf(APP), annotations: begunWith(hubAccess.by) },
            spec: {
              ...RESTRICTED_POD,
              serviceAccountName: account,
              automountServiceAccountToken: true,
              topologySpreadConstraints: spread(APP),
              containers: [
                {
                  ...RESTRICTED,
                  name: APP,
                  image: `docker.io/karmada/karmada-agent:v${version}`,
                  command: ["/bin/karmada-agent"],
                  args: [
                    `--karmada-kubeconfig=${ACCESS}/kubeconfig`,
                    `--cluster-name=${name}`,
                    // where it is said what a member is, nothing is said twice
                    `--cluster-provider=${cluster.site.cloud}`,
                    `--cluster-region=${cluster.region}`,
                    `--cluster-zones=${cluster.network.zones.join(",")}`,
                    "--report-secrets=None",
                    `--leader-elect-resource-namespace=${ON_MEMBER}`,
                    "--metrics-bind-address=:8080",
                    "--health-probe-bind-address=:10357",
                  ],
                  readinessProbe: { httpGet: { path: "/healthz", port: 10_357 }, periodSeconds: 10 },
                  livenessProbe: {
                    httpGet: { path: "/healthz", port: 10_357 },
                    initialDelaySeconds: 15,
                    periodSeconds: 15,
                  },
                  resources: room("100m", "512Mi"),
                  volumeMounts: [{ name: "access", mountPath: ACCESS, readOnly: true }],
                },
              ],
              volumes: [{ name: "access", secret: { secretName: APP, defaultMode: 0o440 } }],
            },
          },
        },
      },
      { of: name, dependsOn: [...after, access, elected] },
    ),
  );
  return [running, budget];
}
