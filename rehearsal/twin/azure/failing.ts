import { type FailingByType, held, limit, refused } from "../failing.ts";

/** A failing program for every constraint of Azure types. */
export const failing: FailingByType = {
  "azure-native:authorization:RoleAssignment": [refused("principalId", { principalId: "somebody" })],
  "azure-native:containerregistry:Registry": [refused("registryName", { registryName: "a-b" })],
  "azure-native:containerservice:AgentPool": [refused("agentPoolName", { agentPoolName: "a-pool-with-dashes" })],
  "azure-native:operationalinsights:Workspace": [limit("retentionInDays", { retentionInDays: 1000 })],
  "azure-native:resources:ResourceGroup": [refused("resourceGroupName", { resourceGroupName: "ends with a dot." })],
  "azure-native:servicebus:Namespace": [refused("namespaceName", { namespaceName: "1st" })],
  "azure-native:servicebus:Queue": [
    limit("lockDuration", { lockDuration: "PT10M" }),
    limit("maxDeliveryCount", { maxDeliveryCount: 0 }),
  ],
  "azure-native:storage:BlobContainer": [refused("containerName", { containerName: "Capitals" })],
  "azure-native:storage:StorageAccount": [refused("accountName", { accountName: "with-dashes" })],
  "azure-native:web:AppServicePlan": [
    held(
      "serverFarmId",
      {},
      {
        type: "azure-native:web:WebApp",
        inputs: (serverFarmId) => ({ serverFarmId, resourceGroupName: "some-resourcegroupname" }),
      },
    ),
  ],
  "azure-native:web:WebApp": [refused("name", { name: "under_score" })],
};
