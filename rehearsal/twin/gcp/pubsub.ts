import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type Limit, type TwinType, text } from "../type.ts";
import { projectOf } from "./site.ts";

const source = "Pub/Sub API reference: projects.topics, projects.subscriptions";
const full = (context: Context, collection: string, name: string): string =>
  name.startsWith("projects/") ? name : `projects/${projectOf(context)}/${collection}/${name}`;
const seconds = (value: unknown): number | undefined =>
  typeof value === "string" && /^\d+(\.\d+)?s$/.test(value) ? Number.parseFloat(value) : undefined;
const range = (inputs: Properties, property: string, least: number, most: number): Limit => {
  const value = inputs[property];
  const number = typeof value === "number" ? value : seconds(value);
  const broken = number !== undefined && number !== 0 && (number < least || number > most);
  return [
    property,
    broken,
    `googleapi: Error 400: Invalid value for ${property}: must be between ${least} and ${most} seconds`,
  ];
};
const NAME = /^(?!goog)[A-Za-z][A-Za-z0-9._~+%-]{2,254}$/;
const named = (inputs: Properties): Limit => {
  const name = text(inputs, "name")?.split("/").at(-1);
  return [
    "name",
    name !== undefined && !NAME.test(name),
    `googleapi: Error 400: Invalid resource name given (name=${name ?? ""}).`,
  ];
};

const topic: TwinType = {
  token: "gcp:pubsub/topic:Topic",
  limits: (inputs) => [named(inputs), range(inputs, "messageRetentionDuration", 600, 2_678_400)],
  taken: (_context, id) =>
    `googleapi: Error 409: Resource already exists in the project (resource=${id.split("/").at(-1) ?? ""}).`,
  forceNew: ["name", "project"],
  inPlace: [
    "labels",
    "messageRetentionDuration",
    "messageStoragePolicy",
    "schemaSettings",
    "ingestionDataSourceSettings",
    "kmsKeyName",
  ],
  otherwise: "update",
  source,
};
const subscription: TwinType = {
  token: "gcp:pubsub/subscription:Subscription",
  defaults: { messageRetentionDuration: "604800s" },
  limits: (inputs) => [
    named(inputs),
    range(inputs, "ackDeadlineSeconds", 10, 600),
    range(inputs, "messageRetentionDuration", 600, 2_678_400),
    deadLetter(inputs),
  ],
  taken: (_context, id) =>
    `googleapi: Error 409: Resource already exists in the project (resource=${id.split("/").at(-1) ?? ""}).`,
  needs: [
    {
      property: "topic",
      to: "gcp:pubsub/topic:Topic",
      words: (value) => `googleapi: Error 404: Resource not found (resource=${value.split("/").at(-1) ?? ""}).`,
    },
    {
      property: "deadLetterPolicy.deadLetterTopic",
      to: "gcp:pubsub/topic:Topic",
      words: (value) => `googleapi: Error 404: Resource not found (resource=${value.split("/").at(-1) ?? ""}).`,
    },
  ],
  computed: (context) => ({
    ackDeadlineSeconds: context.inputs["ackDeadlineSeconds"] ?? 10,
    expirationPolicy: isObject(context.inputs["expirationPolicy"])
      ? context.inputs["expirationPolicy"]
      : { ttl: "2678400s" },
    topic: full(context, "topics", text(context.inputs, "topic") ?? ""),
  }),
  forceNew: ["name", "project", "topic", "enableMessageOrdering", "filter"],
  otherwise: "update",
  source,
};
function deadLetter(inputs: Properties): Limit {
  const policy = inputs["deadLetterPolicy"];
  const attempts = isObject(policy) ? policy["maxDeliveryAttempts"] : undefined;
  const broken = typeof attempts === "number" && (attempts < 5 || attempts > 100);
  return [
    "deadLetterPolicy.maxDeliveryAttempts",
    broken,
    "googleapi: Error 400: maxDeliveryAttempts must be between 5 and 100",
  ];
}

/** Topics and subscriptions. */
export const pubsub: readonly TwinType[] = [topic, subscription];
