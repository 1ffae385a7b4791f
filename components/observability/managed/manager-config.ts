import { SEVERITIES } from "../alerting.ts";
import { GROUPING, INHIBITING, TEXT } from "../routing.ts";

// SNS takes 100 characters: a summary may be longer
const SUBJECT = "{{ .CommonLabels.alertname }} ({{ .Status }})";

/** Whom alerts go to, in Alertmanager's own words: each severity to its topic. */
export function managerConfig(topics: readonly string[], region: string): object {
  const { groupBy, groupWait, groupInterval, repeatInterval } = GROUPING;
  return {
    route: {
      receiver: "ticket",
      group_by: groupBy,
      group_wait: groupWait,
      group_interval: groupInterval,
      repeat_interval: repeatInterval,
      routes: SEVERITIES.map((severity) => ({ receiver: severity, matchers: [`severity="${severity}"`] })),
    },
    receivers: SEVERITIES.map((name, index) => ({
      name,
      sns_configs: [
        { topic_arn: topics[index], sigv4: { region }, subject: SUBJECT, message: TEXT, send_resolved: true },
      ],
    })),
    inhibit_rules: [
      {
        source_matchers: [`severity="${INHIBITING.source}"`],
        target_matchers: [`severity="${INHIBITING.target}"`],
        equal: INHIBITING.equal,
      },
    ],
  };
}
