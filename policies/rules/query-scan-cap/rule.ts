import type { WorkgroupArgs } from "@pulumi/aws/athena/workgroup.js";
import type { TableArgs } from "@pulumi/gcp/bigquery/table.js";
import { mustBe } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { anyOf, isSet } from "../../core/truth.ts";
import { decide, notApplicable, undetermined } from "../../core/verdict.ts";

export const queryScanCap: Rule = {
  id: "query-scan-cap",
  packs: ["cost"],
  title: "A query cannot read the whole lake by mistake",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "Queries are paid by what they read, and one without a filter reads everything.",
  fixText: ({ type }) =>
    type === "aws:athena/workgroup:Workgroup"
      ? "Set `configuration.bytesScannedCutoffPerQuery` to what a query may read at most, in bytes."
      : "Set `requirePartitionFilter: true`.",
  inPlace: ["aws:athena/workgroup:Workgroup", "gcp:bigquery/table:Table"],
  checks: {
    "aws:athena/workgroup:Workgroup": (group: Resource<WorkgroupArgs>) =>
      decide(group.number("configuration.bytesScannedCutoffPerQuery"), {
        known: () => undefined,
        absent: "is not set; default is no limit",
      }),
    "gcp:bigquery/table:Table": (table: Resource<TableArgs>) => {
      const parted = anyOf([isSet(table.read("timePartitioning")), isSet(table.read("rangePartitioning"))]);
      if (parted === false) return notApplicable("has no partitions");
      return parted === true ? mustBe(table.flag("requirePartitionFilter"), true, false) : undetermined(parted);
    },
  },
};
