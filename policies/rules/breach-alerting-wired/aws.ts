import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import { listed } from "../../core/expected.ts";
import type { Graph, Join } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyItem, anyOf, faultIf, holds, not, onlyIf, type Truth } from "../../core/truth.ts";
import { every, type Verdict } from "../../core/verdict.ts";
import { meantBy, nameOf, type Pointer, pointsTo } from "../../models/reference.ts";
import { ofStore } from "../../models/versioning.ts";

const TARGET: Join = { type: "aws:cloudwatch/eventTarget:EventTarget", key: "rule", name: "name" };
const TOPIC = "aws:sns/topic:Topic";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const CHAT = [
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
];
// what tells of intrusions and of data that lies open
const DETECTORS = new Set([
  "aws.access-analyzer",
  "aws.detective",
  "aws.guardduty",
  "aws.inspector",
  "aws.inspector2",
  "aws.macie",
  "aws.macie2",
  "aws.securityhub",
]);
// a pager is called by HTTPS
const TO_PEOPLE = new Set(["email", "email-json", "sms", "http", "https", "application"]);
// kept, and read by nobody until somebody asks
const SILENT = /^arn:[\w-]+:(logs|kinesis|firehose|sqs):/;

/** A rule that listens to detectors has a target that tells somebody. */
export function rule(rule: Resource<EventRuleArgs>, { graph }: GraphRun): readonly Verdict[] {
  const pattern = rule.json("eventPattern");
  const unreadable = pattern.self();
  const listens =
    unreadable.state === "unknown"
      ? unreadable
      : anyOf([
          anyItem(pattern.list("source"), (source) => DETECTORS.has(source)),
          anyItem(pattern.list("detail-type"), (type) => /\bFindings?\b/.test(type)),
        ]);
  return onlyIf(listens, "listens to no detector", () => {
    const off = anyOf([
      holds(rule.text("state"), (state) => state.toUpperCase() === "DISABLED"),
      not(holds(rule.flag("isEnabled"), (on) => on, true)),
    ]);
    const heard = ofStore(rule as Resource, graph, TARGET, (target) => tellsSomebody(target, graph));
    return every([
      faultIf(off, "state", "is switched off"),
      faultIf(not(heard), "", "has no target that tells a person: a topic with an address, a pager or a chat"),
    ]);
  });
}

function tellsSomebody(target: Resource, graph: Graph): Truth {
  const value = target.text("arn");
  const topics = meantBy({ from: target, key: "arn", value }, TOPIC, graph);
  if (topics.length > 0) return anyOf(topics.map((topic) => isHeard(topic, graph)));
  if (value.state === "unknown" && (target.edges["arn"] ?? []).length === 0) return value;
  if (value.state === "known" && SILENT.test(value.value)) return false;
  const reason = "hands on to something that is no topic of this stack";
  return { state: "unknown", path: `${target.name}.arn`, reason };
}

function isHeard(topic: Resource, graph: Graph): Truth {
  const about = (pointer: Pointer) => pointsTo(pointer, topic, nameOf(topic));
  const subscribed = graph.ofType(SUBSCRIPTION).map((from) => {
    const toPeople = holds(from.text("protocol"), (protocol) => TO_PEOPLE.has(protocol.toLowerCase()));
    return allOf([about({ from, key: "topic", value: from.text("topic") }), toPeople]);
  });
  const chats = CHAT.flatMap((type) => graph.ofType(type)).map((from) =>
    anyOf(listed(from, "snsTopicArns").map((value) => about({ from, key: "snsTopicArns", value }))),
  );
  return anyOf([...subscribed, ...chats]);
}
