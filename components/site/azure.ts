import { Workspace } from "@pulumi/azure-native/operationalinsights/workspace.js";
import { Provider } from "@pulumi/azure-native/provider.js";
import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import type { AzureSite } from "../core/site.ts";
import type { SiteSpec } from "./args.ts";

// a runaway log must not become a runaway bill
const DAILY_QUOTA_GB = 5;

export function azureSite(spec: SiteSpec<"azure">): AzureSite {
  const { name, prefix, environment, subscriptionId, location, tags, protection, logRetentionDays } = spec;
  const provider = new Provider(name, { subscriptionId, location });
  const lasting = { provider, ...(protection && { protect: true }) };
  const group = new ResourceGroup(
    name,
    { resourceGroupName: `${prefix}-${environment}-${name}`, location, tags },
    lasting,
  );
  const workspace = new Workspace(
    `${name}-logs`,
    {
      resourceGroupName: group.name,
      location,
      sku: { name: "PerGB2018" },
      retentionInDays: logRetentionDays,
      workspaceCapping: { dailyQuotaGb: DAILY_QUOTA_GB },
      features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
      publicNetworkAccessForIngestion: "Enabled",
      publicNetworkAccessForQuery: "Enabled",
      tags,
    },
    { provider },
  );
  return { ...spec, provider, resourceGroupName: group.name, logWorkspaceId: workspace.id };
}
