import { exampleCluster } from "../_rehearse/estate.ts";
import { Addons } from "../addons/index.ts";
import { Backup } from "../backup/index.ts";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { GitOps, Team } from "./index.ts";

const group = (name: string) => ({ name });

export function example(...sites: readonly [Site, ...Site[]]) {
  const clusters = sites.map(exampleCluster);
  const [host] = clusters as [(typeof clusters)[number]];
  const addons = new Addons("addons", { cluster: host, only: ["external-secrets", "velero"] });
  const bucket = new Bucket("copies", {
    site: host.site,
    data: { class: "confidential", purpose: "backup", owner: "platform", retentionDays: 30 },
  });
  const gitops = new GitOps("gitops", {
    host,
    clusters: clusters.map((cluster, wave) => ({ cluster, wave })),
    repositories: [
      { name: "platform", url: "https://git.acme.example/platform/estate" },
      {
        name: "payments",
        url: "ssh://git@git.acme.example/payments/deploy",
        credentials: { form: "sshKey", key: "payments-deploy-key" },
      },
    ],
    secretStore: { name: "estate", ready: addons.after("external-secrets") },
    knownHosts: ["git.acme.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGFjbWUtZXhhbXBsZS1ub3QtYS1yZWFsLWtleQ=="],
    sso: { issuer: "https://login.acme.example", clientId: "argocd" },
    url: "https://argocd.acme.example",
    gatewayNamespace: "gateway",
    operators: ["platform-operators"],
    platform: {
      source: { repository: "platform" },
      namespaces: [{ name: "platform-apps" }],
      groups: {
        admins: group("platform-operators"),
        developers: group("platform-engineers"),
        viewers: group("everybody"),
      },
      kinds: ["settings", "monitoring"],
    },
    backup: { to: new Backup("backup", { cluster: host, addons, bucket }) },
  });
  const payments = new Team("payments", {
    gitops,
    source: { repository: "payments", path: "deploy" },
    namespaces: [
      {
        name: "payments-api",
        quota: { cpus: 8, memoryGb: 16, pods: 50 },
        ingress: [{ namespace: "gateway", ports: [8080] }],
      },
      { name: "payments-jobs", quota: { cpus: 4, memoryGb: 8, pods: 20 } },
    ],
    groups: {
      admins: group("payments-leads"),
      developers: group("payments"),
      viewers: group("everybody"),
    },
    prune: true,
  });
  return { applications: payments.plan.applications.map(({ name }) => name) };
}
