/** How a Key Vault of ours is: closed to the internet, opened by roles alone, and hard to lose. */
export const CLOSED_VAULT = {
  enableRbacAuthorization: true,
  enableSoftDelete: true,
  enablePurgeProtection: true,
  // Key Vault's longest
  softDeleteRetentionInDays: 90,
  publicNetworkAccess: "Disabled",
  // storage, Service Bus and the like are let through to what their own identity was granted
  networkAcls: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [], virtualNetworkRules: [] },
  enabledForDeployment: false,
  enabledForDiskEncryption: false,
  enabledForTemplateDeployment: false,
};
/** The paths of its settings that no transform may change. */
export const CLOSED_VAULT_INVARIANTS = Object.keys(CLOSED_VAULT).map((key) => `properties.${key}`);
