import * as azure from "@pulumi/azure-native";
import { Config } from "@pulumi/pulumi";
import { Store } from "./store.ts";

const replicas = new Config().requireNumber("replicas");

export default async function (): Promise<Record<string, unknown>> {
  const client = await azure.authorization.getClientConfig();
  const group = new azure.resources.ResourceGroup("night");
  const store = new Store("main", { resourceGroupName: group.name });
  const vault = new azure.recoveryservices.Vault("vault", {
    resourceGroupName: group.name,
    sku: { name: "Standard" },
    properties: { publicNetworkAccess: "Enabled" },
    identity: { type: "SystemAssigned" },
  });
  return {
    tenant: client.tenantId,
    connection: store.connection,
    vaultIdentity: vault.identity.apply((identity) => identity?.principalId ?? "none yet"),
    replicas,
  };
}
