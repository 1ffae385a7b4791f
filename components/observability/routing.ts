import type { Kinds } from "../objects/index.ts";
import {
  type Address,
  type Alerting,
  type Email,
  type Pager,
  type Receiver,
  SEVERITIES,
  type Severity,
  type Slack,
  type Webhook,
} from "./alerting.ts";
import { ofReceiver } from "./held.ts";

type Said = Kinds["monitoring.coreos.com/v1alpha1/AlertmanagerConfig"]["spec"];
type Spoken = Omit<NonNullable<Said["receivers"]>[number], "name">;

const TITLE = "{{ .CommonAnnotations.summary }} ({{ .CommonLabels.alertname }}, {{ .Status }})";
/** What is said of each alert: what is wrong, and what to do. */
export const TEXT = "{{ range .Alerts }}{{ .Annotations.summary }}: {{ .Annotations.runbook_url }}\n{{ end }}";

/** What is said together, and how often. */
export const GROUPING = {
  groupBy: ["alertname", "cluster", "namespace"],
  groupWait: "30s",
  groupInterval: "5m",
  repeatInterval: "4h",
};
/** Who is woken need not be written to as well. */
export const INHIBITING = {
  source: "page",
  target: "ticket",
  equal: ["slo", "cluster", "namespace"],
} as const satisfies { source: Severity; target: Severity; equal: readonly string[] };

/** How each kind of receiver is spoken to. */
const speech = {
  pagerduty: (one: Pager) => ({
    pagerdutyConfigs: [{ routingKey: ofReceiver(one, "routing-key"), description: TITLE, sendResolved: true }],
  }),
  webhook: (one: Webhook) => ({
    webhookConfigs: [{ urlSecret: ofReceiver(one, "url"), sendResolved: true }],
  }),
  slack: (one: Slack) => ({
    slackConfigs: [
      { apiURL: ofReceiver(one, "url"), channel: one.channel, title: TITLE, text: TEXT, sendResolved: true },
    ],
  }),
  // the cloud writes: there is none of it where metrics are our own
  address: () => ({}),
  email: ({ name, secret, to, from, username, server }: Email) => ({
    emailConfigs: [
      {
        to,
        from,
        smarthost: server,
        authUsername: username,
        authPassword: ofReceiver({ name, secret }, "password"),
        requireTLS: true,
        headers: [{ key: "Subject", value: TITLE }],
        sendResolved: true,
      },
    ],
  }),
};

/** Whom each severity goes to: a receiver of Alertmanager's for each, that speaks to all who are named for it. */
export function routingSpec({ receivers, routes }: Alerting) {
  return {
    route: {
      receiver: "ticket",
      ...GROUPING,
      routes: SEVERITIES.map((severity) => ({
        receiver: severity,
        matchers: [{ name: "severity", value: severity, matchType: "=" }],
      })),
    },
    receivers: SEVERITIES.map((severity) => ({
      name: severity,
      ...together(namedFor({ receivers, routes }, severity).map(spoken)),
    })),
    inhibitRules: [
      {
        sourceMatch: [{ name: "severity", value: INHIBITING.source, matchType: "=" }],
        targetMatch: [{ name: "severity", value: INHIBITING.target, matchType: "=" }],
        equal: [...INHIBITING.equal],
      },
    ],
  };
}

/** Those of a severity whom the cloud itself writes to. */
export function addressesOf(alerting: Alerting, severity: Severity): readonly Address[] {
  return namedFor(alerting, severity).filter((one) => one.kind === "address");
}

function namedFor({ receivers, routes }: Alerting, severity: Severity): readonly Receiver[] {
  return routes[severity].flatMap((name) => receivers.filter((one) => one.name === name));
}

function spoken(receiver: Receiver): Spoken {
  const speak = speech[receiver.kind] as (receiver: Receiver) => Spoken;
  return speak(receiver);
}

// several of one kind stand in one list
function together(parts: readonly Spoken[]): Spoken {
  const lists: Record<string, unknown[]> = {};
  for (const [kind, list] of parts.flatMap((part) => Object.entries(part))) {
    lists[kind] = [...(lists[kind] ?? []), ...(list as unknown[])];
  }
  return lists as Spoken;
}
