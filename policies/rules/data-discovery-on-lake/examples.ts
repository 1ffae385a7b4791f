import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const stack = "pulumi:pulumi:Stack";
const macie = "aws:macie2/account:Account";
const trigger = "gcp:dataloss/preventionJobTrigger:PreventionJobTrigger";
const purview = "azure-native:purview:Account";

const s3: Sample = { type: "aws:s3/bucket:Bucket", name: "raw", props: {} };
const dataset: Sample = { type: "gcp:bigquery/dataset:Dataset", name: "tables", props: {} };
const account: Sample = { type: "azure-native:storage:StorageAccount", name: "files", props: {} };
const beside = (type: string, props: object = {}): Sample => ({ type, name: "search", props: { ...props } });
const discovery = "gcp:dataloss/preventionDiscoveryConfig:PreventionDiscoveryConfig";
const defender = "azure-native:security:DefenderForStorage";
const sensitive = (isEnabled: unknown) => ({ sensitiveDataDiscovery: { isEnabled } });
const lake = (resources: readonly Sample[], role: unknown = "lake"): Example => ({
  type: stack,
  props: {},
  beside: resources,
  config: { role },
});
const parent = "projects/shop/locations/europe-west3";

export const examples: Examples = {
  pass: [
    lake([]),
    lake([s3, beside(macie)]),
    lake([s3, beside(macie, { status: "ENABLED" })]),
    lake([dataset, beside(trigger, { parent })]),
    lake([dataset, beside(discovery, { status: "RUNNING" })]),
    lake([account, beside(purview)]),
    lake([account, beside(defender, sensitive(true))]),
    lake([s3, dataset, beside(macie), { ...beside(trigger, { parent }), name: "other" }]),
    { type: macie, props: {} },
    { type: macie, props: { status: "ENABLED", findingPublishingFrequency: "ONE_HOUR" } },
    { type: trigger, props: { parent } },
    { type: trigger, props: { parent, status: "HEALTHY" } },
    { type: purview, props: { publicNetworkAccess: "Disabled" } },
    { type: "azure-native:purview/v20211201:Account", props: { publicNetworkAccess: "disabled" } },
  ],
  fail: [
    lake([s3]),
    lake([dataset]),
    lake([account]),
    lake([s3, beside(macie, { status: "PAUSED" })]),
    lake([dataset, beside(trigger, { parent, status: "PAUSED" })]),
    lake([account, beside(defender, sensitive(false))]),
    // what looks into one cloud sees nothing of another
    lake([s3, dataset, beside(macie)]),
    lake([dataset, beside(macie)]),
    { type: macie, props: { status: "PAUSED" } },
    { type: trigger, props: { parent, status: "PAUSED" } },
    { type: trigger, props: { parent, status: "CANCELLED" } },
    { type: purview, props: {} },
    { type: purview, props: { publicNetworkAccess: "Enabled" } },
  ],
  undetermined: [
    lake([s3], UNKNOWN),
    lake([s3, beside(macie, { status: UNKNOWN })]),
    lake([account, beside(defender, sensitive(UNKNOWN))]),
    { type: macie, props: { status: UNKNOWN } },
    { type: macie, props: { status: "SLEEPING" } },
    { type: trigger, props: { parent, status: UNKNOWN } },
    { type: purview, props: { publicNetworkAccess: UNKNOWN } },
  ],
  notApplicable: [{ type: stack, props: {}, beside: [s3] }, lake([s3], "landing-zone"), lake([s3], "shop")],
};
