import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { ComponentArgs } from "@pulumi/azure-native/applicationinsights/component.js";
import type { TableArgs } from "@pulumi/azure-native/operationalinsights/table.js";
import type { WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace.js";
import type { ProjectExclusionArgs } from "@pulumi/gcp/logging/projectExclusion.js";
import { mustBe, mustSay } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { type Setting, strings } from "../../core/settings.ts";
import { decide, every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

/** Words in names of what is written much and read little; a wrong one costs a hint of low severity. */
const USUALLY_NOISY = ["flow", "access", "debug", "trace", "ContainerLogV2"];
const NOISY = {
  name: "noisyLogs",
  schema: {
    type: "array",
    items: { type: "string" },
    description: `Words in the names of log groups and tables that are written much and read little; ${USUALLY_NOISY.join(", ")} unless said.`,
  },
} as const satisfies Setting;

/** Judges only logs whose name says that they are many. */
function ifNoisy(name: Read<string>, { config }: Run, judge: () => Verdict): Verdict {
  const words = (strings(config, NOISY) ?? USUALLY_NOISY).map((word) => word.toLowerCase());
  const isNoisy = (text: string) => words.some((word) => text.toLowerCase().includes(word));
  if (name.state === "absent" || (name.state === "known" && !isNoisy(name.value)))
    return notApplicable("is not said to be written much");
  const verdict = judge();
  return name.state === "unknown" && verdict.word === "fail" ? undetermined(name) : verdict;
}

function component(own: Resource<ComponentArgs>): Verdict {
  const inWorkspace = own.text("workspaceResourceId").state !== "absent";
  const elsewhere = notApplicable("keeps all of it in a workspace, which has the cap");
  return decide(own.number("samplingPercentage"), {
    known: (percent) => (percent < 100 ? undefined : inWorkspace ? elsewhere : `is ${percent}`),
    absent: inWorkspace ? elsewhere : "is not set; default is 100",
  });
}

export const logIngestionCap: Rule = {
  id: "log-ingestion-cap",
  packs: ["cost"],
  title: "Logs cannot cost more than what they are about",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "Logs are paid for as they come in, and a loop that logs writes a month's budget in a night.",
  fixText: ({ type }) => FIXES[type] ?? "Set `disabled: false` and a `filter`.",
  settings: [NOISY],
  checks: {
    "azure-native:operationalinsights:Workspace": (workspace: Resource<WorkspaceArgs>) =>
      decide(workspace.number("workspaceCapping.dailyQuotaGb"), {
        known: (quota) => (quota > 0 ? undefined : `is ${quota}, which is no cap`),
        absent: "is not set; default is no cap",
      }),
    "azure-native:operationalinsights:Table": (table: Resource<TableArgs>, run) =>
      ifNoisy(table.text("tableName"), run, () =>
        mustSay(table.text("plan"), { good: ["Basic", "Auxiliary"], bad: ["Analytics"], byDefault: "Analytics" }),
      ),
    "azure-native:applicationinsights:Component": component,
    "gcp:logging/projectExclusion:ProjectExclusion": (exclusion: Resource<ProjectExclusionArgs>) =>
      every([
        mustBe(exclusion.flag("disabled"), false, false),
        decide(exclusion.text("filter"), { known: () => undefined, absent: "is not set: nothing is left out" }),
      ]),
    "aws:cloudwatch/logGroup:LogGroup": (group: Resource<LogGroupArgs>, run) => {
      const said = group.text("name");
      const name: Read<string> = said.state === "absent" ? { state: "known", path: "name", value: group.name } : said;
      return ifNoisy(name, run, () =>
        mustSay(group.text("logGroupClass"), {
          good: ["INFREQUENT_ACCESS", "DELIVERY"],
          bad: ["STANDARD"],
          byDefault: "STANDARD",
        }),
      );
    },
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "azure-native:operationalinsights:Workspace":
    "Set `workspaceCapping.dailyQuotaGb` to what a day may bring, and an alert on reaching it.",
  "azure-native:operationalinsights:Table": "Set `plan: Basic`.",
  "azure-native:applicationinsights:Component": "Set `samplingPercentage` below 100, or `workspaceResourceId`.",
  "aws:cloudwatch/logGroup:LogGroup":
    "Set `logGroupClass: INFREQUENT_ACCESS`, which makes a new group and knows no metric filters.",
};
