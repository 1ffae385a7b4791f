import { exampleCluster } from "../_rehearse/estate.ts";
import { Addons } from "../addons/index.ts";
import type { Site } from "../core/site.ts";
import { CertificateAuthority } from "./index.ts";

export function example(...sites: readonly Site[]) {
  const members = sites.map((site) => {
    const cluster = exampleCluster(site);
    return { cluster, addons: new Addons(`${site.name}-addons`, { cluster, only: ["gateway-api", "cert-manager"] }) };
  });
  const home = CertificateAuthority.homeOf(members.map(({ cluster }) => cluster));
  // on Azure alone nobody keeps a root
  if (home === undefined) return { issuers: [] };
  const authority = new CertificateAuthority("root", { site: home, organization: "mesh.acme.example" });
  return { issuers: members.map((member) => authority.issueIn(member).kind) };
}
