import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud, Site } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import type { GitOpsArgs } from "./args.ts";

export const groups = {
  admins: { name: "leads", kubernetes: { gcp: "leads@acme.example" } },
  developers: { name: "developers" },
  viewers: { name: "viewers" },
};
/** What is the same wherever Argo CD runs. */
export const common = {
  repositories: [
    { name: "public", url: "https://git.example/public" },
    { name: "private", url: "ssh://git@git.example/private", credentials: { form: "sshKey", key: "deploy-key" } },
  ],
  secretStore: { name: "estate", ready: [] },
  sso: { issuer: "https://login.example", clientId: "argocd" },
  url: "https://argocd.example",
} as const satisfies Partial<GitOpsArgs>;

/** A cluster for plans, which look at no resource. */
export function planned(name: string, cloud: Cloud = "aws"): KubernetesCluster {
  const site = { cloud, name, environment: "prod" } as unknown as Site;
  return { name, site, network: testNetwork(cloud), ready: [] } as unknown as KubernetesCluster;
}
