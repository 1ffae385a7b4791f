import { ADMIN, ofAdmin } from "./held.ts";
import type { ObservabilityPlan } from "./plan.ts";
import { aroundMesh, room } from "./pods.ts";
import type { WayHome } from "./way-home.ts";

/** What Grafana shows, and what it needs to ask for metrics where they are not our own. */
interface Shown {
  readonly datasources: readonly object[];
  readonly dashboards: readonly string[];
  readonly asking: WayHome["grafana"];
}

export function grafanaValues(
  plan: ObservabilityPlan,
  { datasources, dashboards, asking }: Shown,
): Readonly<Record<string, unknown>> {
  const admin = ofAdmin(plan.admin);
  const folder = "/var/lib/grafana/dashboards";
  const providers = dashboards.map((name) => ({
    name,
    type: "file",
    disableDeletion: true,
    allowUiUpdates: false,
    options: { path: `${folder}/${name}` },
  }));
  return {
    fullnameOverride: "grafana",
    // sessions lie in a file of its own, which one process may write
    replicas: 1,
    resources: room("100m", "256Mi", "512Mi"),
    rbac: { create: false },
    serviceAccount: { name: "grafana", ...(asking && { annotations: asking.pod.annotations }) },
    automountServiceAccountToken: false,
    admin: { existingSecret: admin.name, passwordKey: admin.passwordKey },
    ...(typeof plan.admin !== "string" && { env: { GF_SECURITY_ADMIN_USER: ADMIN } }),
    // all it shows is declared: without a disk, which lies in one zone, it starts again in any
    persistence: { enabled: false },
    deploymentStrategy: { type: "RollingUpdate" },
    initChownData: { enabled: false },
    testFramework: { enabled: false },
    podAnnotations: aroundMesh(plan),
    ...(asking && { podLabels: asking.pod.labels, plugins: [asking.plugin] }),
    datasources: { "datasources.yaml": { apiVersion: 1, datasources } },
    dashboardProviders: { "providers.yaml": { apiVersion: 1, providers } },
    dashboardsConfigMaps: Object.fromEntries(dashboards.map((name) => [name, `dashboard-${name}`])),
    "grafana.ini": {
      analytics: {
        check_for_updates: false,
        check_for_plugin_updates: false,
        reporting_enabled: false,
        feedback_links_enabled: false,
      },
      news: { news_feed_enabled: false },
      security: { disable_gravatar: true, cookie_secure: true },
      "auth.anonymous": { enabled: false },
      users: { allow_sign_up: false },
      snapshots: { external_enabled: false },
      ...asking?.settings,
    },
  };
}
