import { GitOps, Team } from "../components/gitops/index.ts";
import type { ServiceMesh } from "../components/mesh/index.ts";
import type { DeliverySettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** What teams bring from their repositories: one cluster's Argo CD deploys it to all, each team's to its own namespaces. */
export function delivery(members: readonly Member[], mesh: ServiceMesh, { teams, ...settings }: DeliverySettings) {
  const [{ cluster: host, backup }] = members as readonly [Member, ...Member[]];
  const gitops = new GitOps("gitops", {
    ...settings,
    host,
    // a change reaches one cluster after the other
    clusters: members.map(({ cluster }, wave) => ({ cluster, wave })),
    backup: { to: backup },
  });
  for (const { name, repository, namespaces: own, groups } of teams) {
    const namespaces = own.map((namespace) => ({ name: namespace, mesh: true }));
    const { ready } = new Team(name, { gitops, source: { repository }, namespaces, groups });
    for (const namespace of own) mesh.sees(namespace, [], ready);
  }
}
