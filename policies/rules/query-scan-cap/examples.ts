import { type Examples, UNKNOWN } from "../../core/examples.ts";

const group = "aws:athena/workgroup:Workgroup";
const table = "gcp:bigquery/table:Table";
const daily = { timePartitioning: { type: "DAY" } };

export const examples: Examples = {
  pass: [
    { type: group, props: { configuration: { bytesScannedCutoffPerQuery: 10_000_000_000 } } },
    { type: group, props: { configuration: { bytesScannedCutoffPerQuery: "10000000" } } },
    { type: table, props: { ...daily, requirePartitionFilter: true } },
    { type: table, props: { rangePartitioning: { field: "id" }, requirePartitionFilter: "true" } },
  ],
  fail: [
    { type: group, props: {} },
    { type: group, props: { configuration: { enforceWorkgroupConfiguration: true } } },
    { type: table, props: daily },
    { type: table, props: { ...daily, requirePartitionFilter: false } },
    { type: table, props: { rangePartitioning: { field: "id" } } },
  ],
  undetermined: [
    { type: group, props: { configuration: UNKNOWN } },
    { type: table, props: { ...daily, requirePartitionFilter: UNKNOWN } },
    { type: table, props: { timePartitioning: UNKNOWN } },
  ],
  notApplicable: [{ type: table, props: { tableId: "customers" } }],
};
