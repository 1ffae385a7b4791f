import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";

/** The parts of a budget: whether there is a limit, and whether somebody hears before it is reached. */
interface Budget {
  readonly limited: Truth;
  readonly limit: string;
  readonly warns: Truth;
  readonly warning: string;
}

const some = (list: Read<readonly Bag[]>, test: (item: Bag) => Truth): Truth =>
  list.state === "known" ? anyOf(list.value.map(test)) : isSet(list);
const given = (bag: Bag, path: string): Truth => isSet(bag.read(path));
const positive = (bag: Bag, path: string): Truth => holds(bag.number(path), (amount) => amount > 0);
const anybody = (bag: Bag, paths: readonly string[]): Truth =>
  anyOf(paths.map((path) => anyItem(bag.list(path), (name) => name !== "")));

type Reader = (budget: Resource) => Budget;

function aws(budget: Resource): Budget {
  return {
    limited: anyOf([positive(budget, "limitAmount"), given(budget, "autoAdjustData"), given(budget, "plannedLimits")]),
    limit: "limitAmount",
    warns: some(budget.list("notifications"), (notification) => {
      const percent = holds(notification.text("thresholdType"), (type) => type.toUpperCase() === "PERCENTAGE", true);
      const early = holds(notification.number("threshold"), (value) => value <= 100);
      const heard = anybody(notification, ["subscriberEmailAddresses", "subscriberSnsTopicArns"]);
      return allOf([anyOf([early, not(percent)]), heard]);
    }),
    warning: "notifications",
  };
}

// whoever administers the billing account is told without being named
function gcp(budget: Resource): Budget {
  return {
    limited: anyOf([
      positive(budget, "amount.specifiedAmount.units"),
      positive(budget, "amount.specifiedAmount.nanos"),
      given(budget, "amount.lastPeriodAmount"),
    ]),
    limit: "amount.specifiedAmount.units",
    warns: some(budget.list("thresholdRules"), (rule) => holds(rule.number("thresholdPercent"), (part) => part <= 1)),
    warning: "thresholdRules",
  };
}

function azure(budget: Resource): Budget {
  const notifications = budget.bag("notifications");
  const names = notifications.keys();
  const each = (name: string): Truth => {
    const notification = notifications.under(name);
    const early = holds(notification.number("threshold"), (value) => value <= 100);
    const heard = anybody(notification, ["contactEmails", "contactGroups", "contactRoles"]);
    return allOf([holds(notification.flag("enabled"), (on) => on), early, heard]);
  };
  return {
    limited: positive(budget, "amount"),
    limit: "amount",
    warns: names.state === "known" ? anyOf(names.value.map(each)) : isSet(names),
    warning: "notifications",
  };
}

/** How each type of budget is read. */
export const BUDGETS: Readonly<Record<string, Reader>> = {
  "aws:budgets/budget:Budget": aws,
  "gcp:billing/budget:Budget": gcp,
  "azure-native:consumption:Budget": azure,
  "azure-native:costmanagement:Budget": azure,
};

const read: Reader = (budget) => (BUDGETS[budget.type] as Reader)(budget);

/** Whether a budget does what it is for. */
export function works(budget: Resource): Truth {
  const { limited, warns } = read(budget);
  return allOf([limited, warns]);
}

export function judgeBudget(budget: Resource): readonly Verdict[] {
  const { limited, limit, warns, warning } = read(budget);
  return [
    faultIf(not(limited), limit, "is no limit"),
    faultIf(not(warns), warning, "tell nobody before the limit is reached"),
  ];
}
