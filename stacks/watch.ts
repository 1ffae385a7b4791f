import type { ServiceMesh } from "../components/mesh/index.ts";
import { Alert, Observability, Slo } from "../components/observability/index.ts";
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
  // who sends nothing raises no alert of its own
  for (const { name } of clusters) {
    new Alert(`${name}-silent`, {
      observability,
      expression: `absent(up{cluster="${name}"})`,
      forSeconds: 600,
      severity: "page",
      summary: `nothing is heard of ${name}: its agent, or the way home`,
      runbook: `${runbooks}/cluster-silent`,
    });
  }
  const service = { namespace: "shop", name: "shop-front" };
  const runbook = `${runbooks}/shop-availability`;
  const shop = new Slo("shop-availability", { observability, service, objective: 99.9, runbook });
  return { observability, shop };
}
