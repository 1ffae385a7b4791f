import { listed, mustSay, type Words } from "../../core/expected.ts";
import type { Join } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, holds, not, type Truth } from "../../core/truth.ts";
import { fail, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { anyPublic } from "../../models/address.ts";

const CLOSED: Words = { good: ["Disabled", "SecuredByPerimeter"], bad: ["Enabled"], byDefault: "Enabled" };

/** How a service closes its public door. */
interface Door {
  readonly access: string;
  readonly firewall?: string;
  readonly addresses?: string;
  /** Where the firewall is a resource of its own. */
  readonly beside?: Join;
  /** The switch, and its position, that leaves identities as the only way in. */
  readonly keyless?: readonly [switched: string, to: boolean];
}
const bus = (service: string): Door => ({
  access: "publicNetworkAccess",
  beside: { type: `azure-native:${service}:NamespaceNetworkRuleSet`, key: "namespaceName", name: "namespaceName" },
  keyless: ["disableLocalAuth", true],
});
export const DOORS: Readonly<Record<string, Door>> = {
  "azure-native:storage:StorageAccount": {
    access: "publicNetworkAccess",
    firewall: "networkRuleSet",
    addresses: "iPAddressOrRange",
    keyless: ["allowSharedKeyAccess", false],
  },
  "azure-native:keyvault:Vault": {
    access: "properties.publicNetworkAccess",
    firewall: "properties.networkAcls",
    addresses: "value",
  },
  "azure-native:containerregistry:Registry": {
    access: "publicNetworkAccess",
    firewall: "networkRuleSet",
    addresses: "iPAddressOrRange",
  },
  "azure-native:servicebus:Namespace": bus("servicebus"),
  "azure-native:eventhub:Namespace": bus("eventhub"),
};

const WEBSITE: Join = {
  type: "azure-native:storage:StorageAccountStaticWebsite",
  key: "accountName",
  name: "accountName",
};

/** Whether a firewall keeps everybody out but those it names. */
function keepsOut(owner: Resource, place: string, addresses: string): Truth {
  const denies = holds(owner.text(`${place}defaultAction`), (action) => action.toLowerCase() === "deny");
  return allOf([denies, not(anyPublic(listed(owner, `${place}ipRules`, addresses)))]);
}

export const door: GraphCheck = (service, { graph }) => {
  const { access, firewall, addresses = "ipMask", beside, keyless } = DOORS[service.type] ?? { access: "" };
  const verdict = mustSay(service.text(access), CLOSED);
  if (verdict.word !== "fail") return verdict;
  const sets = beside && graph.attached(service, beside);
  const sites = graph.attached(service, WEBSITE);
  if (sites.sure.length > 0) return notApplicable("is a public website by its StorageAccountStaticWebsite");
  const shut = anyOf([
    firewall !== undefined && keepsOut(service, `${firewall}.`, addresses),
    ...(sets?.sure ?? []).map((set) =>
      anyOf([keepsOut(set, "", addresses), holds(set.text("publicNetworkAccess"), (word) => word === "Disabled")]),
    ),
    ...(sets?.maybe ?? []).map((set): Truth => ({ state: "unknown", path: `${set.name}.namespaceName` })),
    ...sites.maybe.map((site): Truth => ({ state: "unknown", path: `${site.name}.accountName` })),
  ]);
  if (shut !== false) return shut === true ? PASS : undetermined(shut);
  return open(service, verdict.path, verdict.what, keyless);
};

// a public door that knows no keys is opened by nobody without an identity
function open(service: Resource, path: string, what: string, keyless: Door["keyless"]): Verdict {
  const identitiesOnly = keyless && holds(service.flag(keyless[0]), (is) => is === keyless[1]);
  if (identitiesOnly === true) return fail(path, `${what}, though only identities are let in`, "low");
  return fail(path, what);
}
