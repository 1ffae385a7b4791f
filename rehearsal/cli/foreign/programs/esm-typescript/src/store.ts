import { authorization, managedidentity, storage } from "@pulumi/azure-native";
import { ComponentResource, type ComponentResourceOptions, type Input, interpolate, type Output, secret } from "@pulumi/pulumi";

export class Store extends ComponentResource {
  readonly connection: Output<string>;
  readonly reader: managedidentity.UserAssignedIdentity;

  constructor(name: string, { resourceGroupName }: { resourceGroupName: Input<string> }, opts?: ComponentResourceOptions) {
    super("night:index:Store", name, {}, opts);
    const inside = { parent: this } as const;
    const account = new storage.StorageAccount("store", { resourceGroupName, sku: { name: storage.SkuName.Standard_LRS }, kind: storage.Kind.StorageV2 }, inside);
    new storage.BlobContainer("orders", { resourceGroupName, accountName: account.name }, inside);
    this.reader = new managedidentity.UserAssignedIdentity("reader", { resourceGroupName }, inside);
    const { subscriptionId } = authorization.getClientConfigOutput(inside);
    new authorization.RoleAssignment("reader", {
      scope: account.id,
      principalId: this.reader.principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: interpolate`/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1`,
    }, inside);
    const keys = storage.listStorageAccountKeysOutput({ resourceGroupName, accountName: account.name }, inside);
    const key = secret(keys.apply(({ keys }) => keys[0]!.value));
    this.connection = interpolate`AccountName=${account.name};AccountKey=${key}`;
    this.registerOutputs({ connection: this.connection });
  }
}
