import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type Limit, type TwinType, text } from "../type.ts";

const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const nameOf = ({ inputs }: Context): string => text(inputs, "namespaceName") ?? "";
const source = "Azure Service Bus management REST API; Service Bus quotas";
const noNamespace = (value: string): string =>
  `Code="ParentResourceNotFound" Message="Can not perform requested operation on nested resource. Parent resource '${value}' not found."`;
const inNamespace = [{ property: "namespaceName", to: "azure-native:servicebus:Namespace", words: noNamespace }];

const namespace: TwinType = {
  token: "azure-native:servicebus:Namespace",
  claims: (context) => [`azure servicebus ${nameOf(context)}`],
  taken: () => `Code="Conflict" Message="The specified service namespace is not available."`,
  refuses: (context): readonly Limit[] => [
    [
      "namespaceName",
      !/^[a-zA-Z][a-zA-Z0-9-]{4,48}[a-zA-Z0-9]$/.test(nameOf(context)),
      `Code="BadRequest" Message="The specified name '${nameOf(context)}' is not a valid namespace name."`,
    ],
  ],
  computed: (context) => ({
    createdAt: context.now,
    disableLocalAuth: context.inputs["disableLocalAuth"] ?? false,
    metricId: `${context.site.account}:${nameOf(context)}`,
    minimumTlsVersion: text(context.inputs, "minimumTlsVersion") ?? "1.2",
    publicNetworkAccess: text(context.inputs, "publicNetworkAccess") ?? "Enabled",
    serviceBusEndpoint: `https://${nameOf(context)}.servicebus.windows.net:443/`,
    sku: {
      name: "Standard",
      tier: text(member(context.inputs, "sku"), "name") ?? "Standard",
      ...member(context.inputs, "sku"),
    },
    status: "Active",
    updatedAt: context.now,
    zoneRedundant: context.inputs["zoneRedundant"] ?? true,
  }),
  renewed: ["updatedAt"],
  forceNew: ["namespaceName", "resourceGroupName", "location"],
  otherwise: "update",
  source,
};

const queueLimits: NonNullable<TwinType["limits"]> = (inputs) => [
  [
    "lockDuration",
    /^P\d*DT?|^PT(\d+H|([6-9]|\d{2,})M)/.test(text(inputs, "lockDuration") ?? "") &&
      text(inputs, "lockDuration") !== "PT5M",
    "The lock duration must be at most 5 minutes (PT5M)",
  ],
  [
    "maxDeliveryCount",
    typeof inputs["maxDeliveryCount"] === "number" && inputs["maxDeliveryCount"] < 1,
    "The supplied MaxDeliveryCount must be greater than or equal to 1",
  ],
];

const messages = (kind: "Queue" | "Topic", forceNew: readonly string[]): TwinType => ({
  token: `azure-native:servicebus:${kind}`,
  needs: inNamespace,
  taken: () => `Code="Conflict" Message="Entity already exists."`,
  ...(kind === "Queue" && { limits: queueLimits }),
  computed: ({ inputs, now }) => ({
    accessedAt: "0001-01-01T00:00:00Z",
    autoDeleteOnIdle: text(inputs, "autoDeleteOnIdle") ?? "P10675199DT2H48M5.4775807S",
    createdAt: now,
    defaultMessageTimeToLive: text(inputs, "defaultMessageTimeToLive") ?? "P10675199DT2H48M5.4775807S",
    duplicateDetectionHistoryTimeWindow: text(inputs, "duplicateDetectionHistoryTimeWindow") ?? "PT10M",
    enableBatchedOperations: inputs["enableBatchedOperations"] ?? true,
    enableExpress: inputs["enableExpress"] ?? false,
    enablePartitioning: inputs["enablePartitioning"] ?? false,
    maxSizeInMegabytes: inputs["maxSizeInMegabytes"] ?? 1024,
    requiresDuplicateDetection: inputs["requiresDuplicateDetection"] ?? false,
    status: text(inputs, "status") ?? "Active",
    updatedAt: now,
    ...(kind === "Queue" && {
      deadLetteringOnMessageExpiration: inputs["deadLetteringOnMessageExpiration"] ?? false,
      lockDuration: text(inputs, "lockDuration") ?? "PT1M",
      maxDeliveryCount: inputs["maxDeliveryCount"] ?? 10,
      messageCount: 0,
      requiresSession: inputs["requiresSession"] ?? false,
    }),
  }),
  renewed: ["updatedAt"],
  forceNew: ["namespaceName", "resourceGroupName", "requiresDuplicateDetection", "enablePartitioning", ...forceNew],
  otherwise: "update",
  source,
});

/** Namespaces, queues and topics. */
export const serviceBus: readonly TwinType[] = [
  namespace,
  messages("Queue", ["queueName", "requiresSession"]),
  messages("Topic", ["topicName"]),
];
