import { type Examples, UNKNOWN } from "../../core/examples.ts";

const group = "aws:cloudwatch/logGroup:LogGroup";
const bucket = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const workspace = "azure-native:operationalinsights:Workspace";
const table = "azure-native:operationalinsights:Table";
const config = { minDays: 30, maxDays: 365 };

export const examples: Examples = {
  pass: [
    { type: group, props: { retentionInDays: 90 }, config },
    { type: group, props: { retentionInDays: "1" } },
    { type: bucket, props: { retentionDays: 0 }, config },
    { type: workspace, props: {}, config },
    { type: table, props: { totalRetentionInDays: 365 }, config },
  ],
  fail: [
    { type: group, props: {} },
    { type: group, props: { retentionInDays: 0, logGroupClass: "STANDARD" } },
    { type: group, props: { retentionInDays: 7 }, config },
    { type: bucket, props: { retentionDays: 3650 }, config },
    { type: bucket, props: {}, config: { minDays: 90 } },
    { type: workspace, props: { retentionInDays: 730 }, config },
    { type: table, props: { totalRetentionInDays: 4 }, config },
  ],
  undetermined: [
    { type: group, props: { retentionInDays: UNKNOWN } },
    { type: group, props: { logGroupClass: UNKNOWN } },
    { type: bucket, props: { retentionDays: UNKNOWN }, config },
    { type: workspace, props: { retentionInDays: "long" }, config },
    { type: table, props: { totalRetentionInDays: UNKNOWN }, config },
  ],
  notApplicable: [
    { type: group, props: { logGroupClass: "DELIVERY" } },
    { type: table, props: { totalRetentionInDays: -1 }, config },
  ],
};
