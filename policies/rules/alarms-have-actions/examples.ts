import { type Examples, UNKNOWN } from "../../core/examples.ts";

const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const policy = "gcp:monitoring/alertPolicy:AlertPolicy";
const alert = "azure-native:monitor:ActivityLogAlert";

const topic = ["arn:aws:sns:eu-central-1:222222222222:alarms"];
const channels = ["projects/shop/notificationChannels/1"];
const actions = { actionGroups: [{ actionGroupId: "/subscriptions/0/x/people" }] };

export const examples: Examples = {
  pass: [
    { type: alarm, props: { alarmActions: topic } },
    { type: alarm, props: { actionsEnabled: "true", alarmActions: topic } },
    // an ARN that is not known yet is an ARN
    { type: alarm, props: { alarmActions: [UNKNOWN] } },
    { type: policy, props: { notificationChannels: channels } },
    { type: policy, props: { enabled: true, notificationChannels: channels } },
    { type: alert, props: { actions } },
    { type: "azure-native:insights/v20201001:ActivityLogAlert", props: { enabled: true, actions } },
  ],
  fail: [
    { type: alarm, props: {} },
    { type: alarm, props: { alarmActions: [] } },
    { type: alarm, props: { actionsEnabled: false, alarmActions: topic } },
    // whoever is told that all is well was not told that it was not
    { type: alarm, props: { okActions: topic } },
    { type: policy, props: { enabled: true } },
    { type: policy, props: { enabled: false, notificationChannels: channels } },
    { type: policy, props: { notificationChannels: [] } },
    { type: alert, props: { enabled: "false", actions } },
    { type: alert, props: { actions: {} } },
    { type: alert, props: { actions: { actionGroups: [] } } },
  ],
  undetermined: [
    { type: alarm, props: { alarmActions: UNKNOWN } },
    { type: alarm, props: { actionsEnabled: UNKNOWN, alarmActions: topic } },
    { type: policy, props: { notificationChannels: UNKNOWN } },
    { type: alert, props: { actions: UNKNOWN } },
    { type: alert, props: { enabled: UNKNOWN, actions } },
  ],
};
