import { GitOps, Team } from "../components/gitops/index.ts";
import type { DeliverySettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** What teams bring from their repositories: one cluster's Argo CD deploys it to all, each one's to its own namespaces. */
export function delivery(members: readonly Member[], { teams, ...settings }: DeliverySettings) {
  const [{ cluster: host, backup }] = members as readonly [Member, ...Member[]];
  const gitops = new GitOps("gitops", {
    ...settings,
    host,
    // a change reaches one cluster after the other
    clusters: members.map(({ cluster }, wave) => ({ cluster, wave })),
    backup: { to: backup },
  });
  for (const { name, repository, namespaces, groups } of teams)
    new Team(name, { gitops, source: { repository }, namespaces: namespaces.map((own) => ({ name: own })), groups });
}
