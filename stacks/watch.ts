import type { ServiceMesh } from "../components/mesh/index.ts";
import { Observability, Slo } from "../components/observability/index.ts";
import type { WatchSettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** What is seen of all clusters in one place, what the shop promises, and who is called. */
export function watch(members: readonly Member[], mesh: ServiceMesh, { runbooks, channel }: WatchSettings) {
  const clusters = members.map(({ cluster }) => cluster);
  const [home] = clusters as [(typeof clusters)[number]];
  const observability = new Observability("observability", {
    clusters,
    home,
    mesh,
    owner: "platform",
    alerts: {
      receivers: [
        { name: "on-call", kind: "pagerduty", secretName: "on-call-pager" },
        { name: "platform", kind: "slack", channel, secretName: "platform-slack" },
      ],
      routes: { page: ["on-call", "platform"], ticket: ["platform"] },
    },
    adminSecretName: "grafana-admin",
  });
  const service = { namespace: "shop", name: "shop-front" };
  const runbook = `${runbooks}/shop-availability`;
  const shop = new Slo("shop-availability", { observability, service, objective: 99.9, runbook });
  return { observability, shop };
}
