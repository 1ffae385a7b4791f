import type { AccountArgs as MacieArgs } from "@pulumi/aws/macie2/account.js";
import type { AccountArgs as PurviewArgs } from "@pulumi/azure-native/purview/account.js";
import type { PreventionJobTriggerArgs } from "@pulumi/gcp/dataloss/preventionJobTrigger.js";
import { mustSay, type Words } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { ROLE } from "../../core/settings.ts";
import { DATA_STORES } from "../../core/stores.ts";
import { anyOf, faultIf, holds, not, onlyIf, type Truth } from "../../core/truth.ts";
import { UNCONFIGURED, type Verdict } from "../../core/verdict.ts";

const STACK = "pulumi:pulumi:Stack";
const MACIE = "aws:macie2/account:Account";
const TRIGGER = "gcp:dataloss/preventionJobTrigger:PreventionJobTrigger";
const PURVIEW = "azure-native:purview:Account";
const MACIE_STATUS: Words = { good: ["ENABLED"], bad: ["PAUSED"], byDefault: "ENABLED" };
const TRIGGER_STATUS: Words = { good: ["HEALTHY"], bad: ["PAUSED", "CANCELLED"], byDefault: "HEALTHY" };

const status =
  (good: string) =>
  (service: Resource): Truth =>
    holds(service.text("status"), (word) => word.toUpperCase() === good, true);
/** What finds personal data in each cloud, and whether it does. */
const DISCOVERY: Readonly<Record<string, Readonly<Record<string, (service: Resource) => Truth>>>> = {
  aws: { [MACIE]: status("ENABLED") },
  gcp: {
    [TRIGGER]: status("HEALTHY"),
    "gcp:dataloss/preventionDiscoveryConfig:PreventionDiscoveryConfig": status("RUNNING"),
  },
  azure: {
    [PURVIEW]: () => true,
    "azure-native:security:DefenderForStorage": (plan) =>
      holds(plan.flag("sensitiveDataDiscovery.isEnabled"), (on) => on),
  },
};

/** Each cloud in which the lake keeps data has something that looks into it. */
function lake(_: Resource, { graph, config }: GraphRun): readonly Verdict[] {
  const role = config.text(ROLE.name);
  if (role.state === "absent") return [UNCONFIGURED];
  const clouds = new Set(DATA_STORES.flatMap((type) => graph.ofType(type).flatMap(({ cloud }) => cloud ?? [])));
  return onlyIf(
    holds(role, (word) => word === "lake"),
    "is no lake",
    () =>
      [...clouds].toSorted().map((cloud) => {
        const found = Object.entries(DISCOVERY[cloud] ?? {}).flatMap(([type, works]) => graph.ofType(type).map(works));
        return faultIf(not(anyOf(found)), "", `keeps data in ${cloud}, where nothing looks for what is personal`);
      }),
  );
}

export const dataDiscoveryOnLake: Rule = {
  id: "data-discovery-on-lake",
  packs: ["gdpr"],
  title: "Lakes are searched for personal data",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "What is gathered from everywhere holds data about people that nobody declared, and that no rule then covers.",
  fixText: ({ type, path }) => {
    if (type === STACK) return "Declare a macie2 Account, a dataloss PreventionJobTrigger or a purview Account.";
    return `Set \`${path}: ${{ [MACIE]: "ENABLED", [TRIGGER]: "HEALTHY" }[type] ?? "Disabled"}\`.`;
  },
  inPlace: [MACIE, TRIGGER, PURVIEW],
  settings: [ROLE],
  checks: {
    [STACK]: lake,
    [MACIE]: (account: Resource<MacieArgs>) => mustSay(account.text("status"), MACIE_STATUS),
    [TRIGGER]: (trigger: Resource<PreventionJobTriggerArgs>) => mustSay(trigger.text("status"), TRIGGER_STATUS),
    // the catalogue of what is where is itself worth stealing
    [PURVIEW]: (account: Resource<PurviewArgs>) =>
      mustSay(account.text("publicNetworkAccess"), {
        good: ["Disabled"],
        bad: ["Enabled", "NotSpecified"],
        byDefault: "Enabled",
      }),
  },
};
