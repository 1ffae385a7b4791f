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
    { type: gcp, name: "default-project", props: { project: "acme-prod" }, config: prod },
    { type: gcp, name: "my-default", props: { project: "acme-prod" }, config: prod },
  ],
  fail: [
    { type: aws, props: { region: "eu-central-1" } },
    { type: aws, props: { allowedAccountIds: "[]", region: "eu-central-1" } },
    { type: aws, props: { allowedAccountIds: '["111111111111"]' } },
    { type: gcp, props: { region: "europe-west3" } },
    { type: azure, props: {} },
    { type: azure, props: { subscriptionId: "" } },
    // what the engine made, whatever the environment has put into it
    {
      type: aws,
      name: "default",
      props: { allowedAccountIds: ["111111111111"], region: "eu-central-1" },
      config: prod,
    },
    { type: gcp, name: "default_9_0_0", props: { project: "acme-prod" }, config: prod },
  ],
  undetermined: [
    { type: aws, props: { allowedAccountIds: UNKNOWN, region: "eu-central-1" } },
    { type: gcp, props: { project: UNKNOWN } },
    { type: azure, props: { subscriptionId: UNKNOWN } },
    { type: gcp, name: "default", props: { project: "acme" }, config: { environment: UNKNOWN } },
  ],
  notApplicable: [{ type: gcp, name: "default_9_0_0", props: { project: "acme-dev" }, config: { environment: "dev" } }],
};
