import { ifProduction } from "../../core/production.ts";
import type { Resource } from "../../core/resource.ts";
import type { Check, Rule } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { decide, every, fail, type Verdict } from "../../core/verdict.ts";

/** What ties a provider to one account. */
const PINS: Readonly<Record<string, readonly string[]>> = {
  "pulumi:providers:aws": ["allowedAccountIds", "region"],
  "pulumi:providers:gcp": ["project"],
  "pulumi:providers:azure-native": ["subscriptionId"],
};

/** The engine makes one where a resource names none, from whatever configuration is there. */
const isDefault = (provider: Resource): boolean => /^default(_|$)/.test(provider.name);

function pinned(properties: readonly string[]): Check {
  return (provider, run) =>
    isDefault(provider)
      ? ifProduction(run, () => [fail("", "is the default provider, which works wherever its environment points")])
      : every(properties.map((property) => said(provider, property)));
}

function said(provider: Resource, property: string): Verdict {
  return decide(provider.read(property), {
    known: (value) => (value === "" || value === "[]" ? "is empty" : undefined),
    absent: "is not set; default is what the environment says",
  });
}

export const providerPinned: Rule = {
  id: "provider-pinned",
  packs: ["zero-trust"],
  title: "Providers say which account they work in",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A provider that takes its account from the environment deploys production wherever somebody is logged in.",
  fixText: ({ type, path }) =>
    path === ""
      ? `Make a provider of your own with ${PINS[type]?.join(" and ") ?? "its account"}, and pass it to the resources.`
      : `Set \`${path}\` on the provider.`,
  settings: [ENVIRONMENT],
  checks: Object.fromEntries(Object.entries(PINS).map(([type, properties]) => [type, pinned(properties)])),
};
