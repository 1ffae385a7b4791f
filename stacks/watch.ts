import type { ServiceMesh } from "../components/mesh/index.ts";
import { Observability, Slo } from "../components/observability/index.ts";
import { Secret } from "../components/secret/index.ts";
import type { WatchSettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** What is seen of all clusters in one place, what the shop promises, and who is called. */
export function watch(members: readonly Member[], mesh: ServiceMesh, { runbooks, channel }: WatchSettings) {
  const clusters = members.map(({ cluster }) => cluster);
  const [{ cluster: home, addons }] = members as readonly [Member, ...Member[]];
  // whoever may puts the values there: the program never sees them
  const data = { class: "confidential", owner: "platform", retentionDays: 365 } as const;
  const secretOf = (name: string) => new Secret(name, { site: home.site, data });
  const observability = new Observability("observability", {
    clusters,
    home,
    mesh,
    addons,
    owner: "platform",
    alerts: {
      receivers: [
        { name: "on-call", kind: "pagerduty", secret: secretOf("on-call-pager") },
        { name: "platform", kind: "slack", channel, secret: secretOf("platform-slack") },
      ],
      routes: { page: ["on-call", "platform"], ticket: ["platform"] },
    },
    admin: secretOf("grafana-admin"),
  });
  const service = { namespace: "shop", name: "shop-front" };
  const runbook = `${runbooks}/shop-availability`;
  const shop = new Slo("shop-availability", { observability, service, objective: 99.9, runbook });
  return { observability, shop };
}
