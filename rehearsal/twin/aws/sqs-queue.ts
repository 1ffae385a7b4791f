import type { Properties } from "../../wire/value.ts";
import { type Context, type Limit, type TwinType, text } from "../type.ts";
import { arn, regionOf } from "./arn.ts";

const nameOf = ({ inputs, dice }: Context): string =>
  text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? "terraform-"}${dice.digits("queue", 26)}`;
const urlOf = (context: Context): string =>
  `https://sqs.${regionOf(context)}.amazonaws.com/${context.site.account}/${nameOf(context)}`;

const RANGES: readonly (readonly [property: string, least: number, most: number, parameter: string])[] = [
  ["messageRetentionSeconds", 60, 1_209_600, "MessageRetentionPeriod"],
  ["visibilityTimeoutSeconds", 0, 43_200, "VisibilityTimeout"],
  ["delaySeconds", 0, 900, "DelaySeconds"],
  ["receiveWaitTimeSeconds", 0, 20, "ReceiveMessageWaitTimeSeconds"],
  ["maxMessageSize", 1024, 1_048_576, "MaximumMessageSize"],
];
const limits = (inputs: Properties): readonly Limit[] => [
  ...RANGES.map(([property, least, most, parameter]): Limit => {
    const value = inputs[property];
    const broken = typeof value === "number" && (value < least || value > most);
    return [property, broken, `InvalidAttributeValue: Invalid value for the parameter ${parameter}.`];
  }),
  [
    "name",
    inputs["fifoQueue"] === true && text(inputs, "name")?.endsWith(".fifo") === false,
    "InvalidParameterValue: The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix",
  ],
  [
    "contentBasedDeduplication",
    inputs["contentBasedDeduplication"] === true && inputs["fifoQueue"] !== true,
    "content-based deduplication can only be set for FIFO queue",
  ],
];

const target =
  (policy: string) =>
  (inputs: Properties): string | undefined => {
    try {
      const parsed: unknown = JSON.parse(text(inputs, policy) ?? "{}");
      const arn = (parsed as { deadLetterTargetArn?: unknown }).deadLetterTargetArn;
      return typeof arn === "string" ? arn : undefined;
    } catch {
      return undefined;
    }
  };
const deadLetter = target("redrivePolicy");
/** A redrive policy must name a queue that is there. */
const refuses = ({ inputs, world }: Context): readonly Limit[] => {
  const arn = deadLetter(inputs);
  const gone =
    arn !== undefined &&
    world.wasDeleted("aws", "aws:sqs/queue:Queue", arn) &&
    !world.find("aws", "aws:sqs/queue:Queue", arn);
  return [
    [
      "redrivePolicy",
      gone,
      `InvalidParameterValue: Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
    ],
  ];
};

const queue: TwinType = {
  token: "aws:sqs/queue:Queue",
  defaults: {
    delaySeconds: 0,
    fifoQueue: false,
    maxMessageSize: 262_144,
    messageRetentionSeconds: 345_600,
    receiveWaitTimeSeconds: 0,
    visibilityTimeoutSeconds: 30,
  },
  limits,
  refuses,
  id: urlOf,
  taken: (context) =>
    `QueueAlreadyExists: A queue already exists with the same name and a different value for attribute: ${nameOf(context)}`,
  computed: (context, id) => ({
    arn: arn(context, "sqs", nameOf(context)),
    url: id,
    name: nameOf(context),
    kmsDataKeyReusePeriodSeconds: Number(context.inputs["kmsDataKeyReusePeriodSeconds"] ?? 300),
    sqsManagedSseEnabled: context.inputs["sqsManagedSseEnabled"] ?? context.inputs["kmsMasterKeyId"] === undefined,
    ...(context.inputs["fifoQueue"] === true && {
      deduplicationScope: context.inputs["deduplicationScope"] ?? "queue",
      fifoThroughputLimit: context.inputs["fifoThroughputLimit"] ?? "perQueue",
    }),
  }),
  fromId: (id) => ({ name: id.slice(id.lastIndexOf("/") + 1) }),
  forceNew: ["name", "namePrefix", "fifoQueue", "region"],
  otherwise: "update",
  source: "Amazon SQS API Reference: CreateQueue, SetQueueAttributes",
};

const attribute = (kind: string): TwinType => ({
  token: `aws:sqs/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`,
  id: ({ inputs }) => text(inputs, "queueUrl") ?? "",
  shared: true,
  needs: [
    {
      property: "queueUrl",
      to: "aws:sqs/queue:Queue",
      words: () => "AWS.SimpleQueueService.NonExistentQueue: The specified queue does not exist.",
    },
  ],
  fromId: (id) => ({ queueUrl: id }),
  forceNew: ["queueUrl", "region"],
  otherwise: "update",
  source: "Amazon SQS API Reference: SetQueueAttributes",
});

/** The queue, and its attributes that are resources of their own. */
export const sqsQueue: readonly TwinType[] = [
  queue,
  attribute("QueuePolicy"),
  attribute("RedrivePolicy"),
  attribute("RedriveAllowPolicy"),
];
