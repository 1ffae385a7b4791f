import type { Kinds } from "../objects/index.ts";
import type { Alerting, Email, Pager, Receiver, Slack, Webhook } from "./alerting.ts";
import { SEVERITIES } from "./alerting.ts";

type Said = Kinds["monitoring.coreos.com/v1alpha1/AlertmanagerConfig"]["spec"];
type Spoken = Omit<NonNullable<Said["receivers"]>[number], "name">;

const key = (name: string, secretName: string) => ({ name: secretName, key: name });
const TITLE = "{{ .CommonAnnotations.summary }} ({{ .CommonLabels.alertname }}, {{ .Status }})";
const TEXT = "{{ range .Alerts }}{{ .Annotations.summary }}: {{ .Annotations.runbook_url }}\n{{ end }}";

/** How each kind of receiver is spoken to. */
const speech = {
  pagerduty: ({ secretName }: Pager) => ({
    pagerdutyConfigs: [{ routingKey: key("routing-key", secretName), description: TITLE, sendResolved: true }],
  }),
  webhook: ({ secretName }: Webhook) => ({
    webhookConfigs: [{ urlSecret: key("url", secretName), sendResolved: true }],
  }),
  slack: ({ secretName, channel }: Slack) => ({
    slackConfigs: [{ apiURL: key("url", secretName), channel, title: TITLE, text: TEXT, sendResolved: true }],
  }),
  email: ({ secretName, to, from, username, server }: Email) => ({
    emailConfigs: [
      {
        to,
        from,
        smarthost: server,
        authUsername: username,
        authPassword: key("password", secretName),
        requireTLS: true,
        headers: [{ key: "Subject", value: TITLE }],
        sendResolved: true,
      },
    ],
  }),
};

/** Whom each severity goes to: a receiver of Alertmanager's for each, that speaks to all who are named for it. */
export function routingSpec({ receivers, routes }: Alerting) {
  const named = (name: string) => receivers.filter((one) => one.name === name);
  return {
    route: {
      receiver: "ticket",
      groupBy: ["alertname", "cluster", "namespace"],
      groupWait: "30s",
      groupInterval: "5m",
      repeatInterval: "4h",
      routes: SEVERITIES.map((severity) => ({
        receiver: severity,
        matchers: [{ name: "severity", value: severity, matchType: "=" }],
      })),
    },
    receivers: SEVERITIES.map((severity) => ({
      name: severity,
      ...together(routes[severity].flatMap(named).map(spoken)),
    })),
    // who is woken need not be written to as well
    inhibitRules: [
      {
        sourceMatch: [{ name: "severity", value: "page", matchType: "=" }],
        targetMatch: [{ name: "severity", value: "ticket", matchType: "=" }],
        equal: ["slo", "cluster", "namespace"],
      },
    ],
  };
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
