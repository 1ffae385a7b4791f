import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { TableArgs } from "@pulumi/azure-native/operationalinsights/table.js";
import type { WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace.js";
import type { ProjectBucketConfigArgs } from "@pulumi/gcp/logging/projectBucketConfig.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { MAX_LOG_DAYS, MIN_LOG_DAYS } from "../../core/settings.ts";
import { holds } from "../../core/truth.ts";
import { decide, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const BUCKET = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const WORKSPACE = "azure-native:operationalinsights:Workspace";
const TABLE = "azure-native:operationalinsights:Table";

/** Days kept where nothing is said, by type; a log group keeps for ever. */
function bounded(days: Read<number>, byDefault: number, { config }: Run): Verdict {
  const [min, max] = [config.number(MIN_LOG_DAYS.name), config.number(MAX_LOG_DAYS.name)];
  const judge = (value: number, is: string) => {
    if (value === Number.POSITIVE_INFINITY) return `${is}: logs are kept for ever`;
    if (min.state === "known" && value < min.value) return `${is}, less than the ${min.value} days required`;
    return max.state === "known" && value > max.value ? `${is}, more than the ${max.value} days allowed` : undefined;
  };
  return decide(days, {
    known: (value) => judge(value > 0 ? value : byDefault, `is ${value}`),
    absent: judge(byDefault, Number.isFinite(byDefault) ? `is not set; default is ${byDefault}` : "is not set"),
  });
}

export const logRetentionBounded: Rule = {
  id: "log-retention-bounded",
  packs: ["gdpr", "cost"],
  title: "Logs are kept long enough, and not for ever",
  severity: "medium",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "Logs hold personal data and cost money every month; without an end they are kept, and paid for, for ever.",
  equivalents: ["CKV_AWS_66", "CKV_AWS_338"],
  fixText: ({ path }) => `Set \`${path}\` to the days the logs are needed.`,
  inPlace: [GROUP, BUCKET, WORKSPACE, TABLE],
  settings: [MIN_LOG_DAYS, MAX_LOG_DAYS],
  checks: {
    [GROUP]: (group: Resource<LogGroupArgs>, run) => {
      const delivery = holds(group.text("logGroupClass"), (name) => name === "DELIVERY");
      if (delivery === true) return notApplicable("the class DELIVERY always keeps two days");
      const verdict = bounded(group.number("retentionInDays"), Number.POSITIVE_INFINITY, run);
      return delivery === false || verdict.word !== "fail" ? verdict : undetermined(delivery);
    },
    [BUCKET]: (bucket: Resource<ProjectBucketConfigArgs>, run) => bounded(bucket.number("retentionDays"), 30, run),
    [WORKSPACE]: (workspace: Resource<WorkspaceArgs>, run) => bounded(workspace.number("retentionInDays"), 30, run),
    [TABLE]: (table: Resource<TableArgs>, run) => {
      const inherits = holds(table.number("totalRetentionInDays"), (days) => days <= 0, true);
      if (inherits === true) return notApplicable("keeps what its workspace keeps");
      return bounded(table.number("totalRetentionInDays"), 30, run);
    },
  },
};
