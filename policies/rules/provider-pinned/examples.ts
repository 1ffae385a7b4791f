import { type Examples, UNKNOWN } from "../../core/examples.ts";

const aws = "pulumi:providers:aws";
const gcp = "pulumi:providers:gcp";
const azure = "pulumi:providers:azure-native";
const prod = { environment: "prod" };

export const examples: Examples = {
  pass: [
    { type: aws, props: { allowedAccountIds: '["111111111111"]', region: "eu-central-1" } },
    { type: aws, props: { allowedAccountIds: ["111111111111"], region: "eu-central-1" }, config: prod },
    { type: gcp, props: { project: "acme-prod" } },
    { type: azure, props: { subscriptionId: "00000000-0000-0000-0000-000000000000" } },
  ],
  fail: [
    { type: aws, props: { region: "eu-central-1" } },
    { type: aws, props: { allowedAccountIds: "[]", region: "eu-central-1" } },
    { type: aws, props: { allowedAccountIds: '["111111111111"]' } },
    { type: gcp, props: { region: "europe-west3" } },
    { type: azure, props: {} },
    { type: azure, props: { subscriptionId: "" } },
  ],
  undetermined: [
    { type: aws, props: { allowedAccountIds: UNKNOWN, region: "eu-central-1" } },
    { type: gcp, props: { project: UNKNOWN } },
    { type: azure, props: { subscriptionId: UNKNOWN } },
  ],
};
