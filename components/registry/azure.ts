import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Registry as ContainerRegistry } from "@pulumi/azure-native/containerregistry/registry.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { type Granter, roleOn } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type RegistryRight, type RegistrySpec, UNTAGGED_DAYS } from "./args.ts";
import type { RegistryChildren } from "./native.ts";

const ROLES: { readonly [R in RegistryRight]: string } = {
  pull: "7f951dda-4ed3-4680-a7ca-43fe172d538d", // AcrPull
  push: "8311e382-0749-4cb8-b61a-304f252e45ec", // AcrPush
};
const KEYLESS = { adminUserEnabled: false, anonymousPullEnabled: false };

export function azureRegistry(scope: Scope<"azure", RegistryChildren["azure"]>, { tier, tags }: RegistrySpec) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location } = site;
  const registry = new ContainerRegistry(
    ...scope.child(
      "registry",
      {
        registryName: physicalName(site, name, { max: 50, separator: "", unique: true }),
        resourceGroupName,
        location,
        sku: { name: tier },
        ...KEYLESS,
        ...ACCESS[tier],
        tags,
      },
      { lasting: true, invariants: [...Object.keys(KEYLESS), "publicNetworkAccess"] },
    ),
  );
  const accessLog = new DiagnosticSetting(
    ...scope.child("accessLog", {
      name: "access",
      resourceUri: registry.id,
      workspaceId: site.logWorkspaceId,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    }),
  );
  const grant: Granter<"azure", RegistryRight> = (right, { principalId }, grantName) => [
    new RoleAssignment(grantName, roleOn(site, registry.id, principalId, ROLES[right]), opts),
  ];
  return {
    outputs: { id: registry.id, name: registry.name, endpoint: registry.loginServer },
    nodes: { registry, accessLog },
    grant,
  };
}

const ACCESS: { readonly [T in RegistrySpec["tier"]]: object } = {
  // Standard has no private endpoints, no retention and one zone: who may enter is decided by identity alone
  Standard: { publicNetworkAccess: "Enabled" },
  Premium: {
    publicNetworkAccess: "Disabled",
    // Defender looks through images as one of them
    networkRuleBypassOptions: "AzureServices",
    networkRuleSet: { defaultAction: "Deny", ipRules: [] },
    dataEndpointEnabled: true,
    zoneRedundancy: "Enabled",
    policies: {
      retentionPolicy: { status: "enabled", days: UNTAGGED_DAYS },
      // closed to the internet, so that nothing leaves by an export either
      exportPolicy: { status: "disabled" },
    },
  },
};
