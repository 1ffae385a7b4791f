import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const entities = ["azure-native:servicebus:Queue", "azure-native:servicebus:Subscription"];
const events = "azure-native:eventgrid:EventSubscription";

const namespace = (criticality?: string): readonly Sample[] => [
  {
    type: "azure-native:servicebus:Namespace",
    name: "bus",
    props: { namespaceName: "bus", ...(criticality && { tags: { criticality } }) },
  },
];

export const azure: Examples = {
  pass: [
    ...entities.flatMap((type): readonly Example[] => [
      { type, props: {} },
      { type, props: { defaultMessageTimeToLive: "P4D", deadLetteringOnMessageExpiration: "true" } },
      { type, props: { defaultMessageTimeToLive: "P10675199DT2H48M5.4775807S", maxDeliveryCount: 10 } },
      // a queue that may lose what nobody reads in time, and says so
      {
        type,
        props: { namespaceName: "bus", defaultMessageTimeToLive: "P4D" },
        beside: namespace("standard"),
      },
    ]),
    {
      type: events,
      props: { deadLetterDestination: { endpointType: "StorageBlob", blobContainerName: "dead" } },
    },
    { type: events, props: { deadLetterWithResourceIdentity: { identity: { type: "SystemAssigned" } } } },
    { type: entities[0] ?? "", props: { maxDeliveryCount: 1000 } },
    ...["low", "medium", "normal"].map((word) => ({
      type: entities[0] ?? "",
      props: { namespaceName: UNKNOWN, defaultMessageTimeToLive: "P4D" },
      edges: { namespaceName: "azure-native:servicebus:Namespace::bus" },
      beside: namespace(word),
    })),
  ],
  fail: [
    ...entities.flatMap((type): readonly Example[] => [
      { type, props: { defaultMessageTimeToLive: "P4D" } },
      { type, props: { defaultMessageTimeToLive: "PT1H", deadLetteringOnMessageExpiration: false } },
      { type, props: { maxDeliveryCount: "2147483647" } },
      {
        type,
        props: { namespaceName: "bus", defaultMessageTimeToLive: "P4D" },
        beside: namespace("high"),
      },
      { type, props: { namespaceName: "bus", defaultMessageTimeToLive: "P4D" }, beside: namespace() },
    ]),
    { type: events, props: { destination: { endpointType: "WebHook" } } },
    { type: "azure-native:eventgrid/v20220615:EventSubscription", props: {} },
  ],
  undetermined: [
    ...entities.flatMap((type): readonly Example[] => [
      { type, props: { maxDeliveryCount: UNKNOWN } },
      { type, props: { defaultMessageTimeToLive: UNKNOWN } },
    ]),
    { type: events, props: { deadLetterDestination: UNKNOWN } },
  ],
};
