import { type TwinType, text } from "../type.ts";
import { arn } from "./arn.ts";

/** Topics and what listens to them. */
export const sns: readonly TwinType[] = [
  {
    token: "aws:sns/topic:Topic",
    defaults: { contentBasedDeduplication: false, fifoTopic: false },
    id: (context) => arn(context, "sns", text(context.inputs, "name") ?? context.dice.hex("topic", 26)),
    computed: ({ site }, id) => ({
      arn: id,
      owner: site.account,
      policy: JSON.stringify({
        Version: "2008-10-17",
        Id: "__default_policy_ID",
        Statement: [
          {
            Sid: "__default_statement_ID",
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: ["SNS:Publish", "SNS:Subscribe"],
            Resource: id,
            Condition: { StringEquals: { "AWS:SourceOwner": site.account } },
          },
        ],
      }),
    }),
    fromId: (id) => ({ name: id.slice(id.lastIndexOf(":") + 1) }),
    forceNew: ["name", "namePrefix", "fifoTopic", "region"],
    otherwise: "update",
    source: "Amazon SNS API Reference: CreateTopic, SetTopicAttributes",
  },
  {
    token: "aws:sns/topicSubscription:TopicSubscription",
    defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
    id: ({ inputs, dice }) => `${text(inputs, "topic") ?? ""}:${dice.uuid("subscription")}`,
    computed: ({ site }, id) => ({
      arn: id,
      ownerId: site.account,
      confirmationWasAuthenticated: true,
      pendingConfirmation: false,
    }),
    needs: [{ property: "topic", to: "aws:sns/topic:Topic", words: () => "NotFound: Topic does not exist" }],
    forceNew: ["topic", "protocol", "endpoint", "region"],
    otherwise: "update",
    source: "Amazon SNS API Reference: Subscribe",
  },
  {
    token: "aws:sns/topicPolicy:TopicPolicy",
    needs: [{ property: "arn", to: "aws:sns/topic:Topic", words: () => "NotFound: Topic does not exist" }],
    id: ({ inputs }) => text(inputs, "arn") ?? "",
    shared: true,
    computed: ({ site }) => ({ owner: site.account }),
    forceNew: ["arn", "region"],
    otherwise: "update",
    source: "Amazon SNS API Reference: SetTopicAttributes",
  },
];
