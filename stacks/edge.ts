import { connect, Gateway, type Zone } from "../components/gateway/index.ts";
import { DnsZone, GlobalDns } from "../components/global-dns/index.ts";
import type { ServiceMesh } from "../components/mesh/index.ts";
import type { EdgeSettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** A way in at each cluster, and one name for all of them: it leads to who is well and not drained. */
export function edge(members: readonly Member[], mesh: ServiceMesh, settings: EdgeSettings) {
  const { domain, drained = [], steering = "weight" } = settings;
  const [{ cluster: first }] = members as readonly [Member, ...Member[]];
  // zones of AWS alone steer between clouds
  const { cluster: home } = members.find(({ cluster }) => cluster.site.cloud === "aws") ?? { cluster: first };
  const zone = new DnsZone("zone", { site: home.site, domain });
  const gateways = members.map((member) => gatewayOf(member, mesh, zone, settings));
  connect(mesh, gateways);
  const door = new GlobalDns("front-door", {
    zone,
    endpoints: gateways.map((gateway) => ({ gateway })),
    steering,
    drained,
  });
  return { gateways, door };
}

function gatewayOf({ cluster, addons }: Member, mesh: ServiceMesh, zone: Zone, { shop, jwt }: EdgeSettings) {
  return new Gateway(`${cluster.name}-gateway`, {
    cluster,
    mesh,
    zone,
    hosts: [{ host: shop, routedBy: [{ namespace: "shop", podPorts: [8080] }] }],
    jwt,
    addons,
  });
}
