import { Secret } from "../../wire/value.ts";
import { type Answer, type Call, text } from "../type.ts";

const getClientConfig: Answer = ({ site }) => ({
  clientId: text(site.config, "clientId") ?? site.places.azure.clientId,
  objectId: site.places.azure.objectId,
  subscriptionId: site.account,
  tenantId: text(site.config, "tenantId") ?? site.places.azure.tenantId,
});
const getClientToken: Answer = ({ dice }) => ({ token: new Secret(`simulated-${dice.hex("token", 40)}`) });
const key = ({ dice }: Call, label: string, bytes = 64): Secret =>
  new Secret(Buffer.from(dice.hex(label, bytes * 2), "hex").toString("base64"));

const storageKeys: Answer = (call) => ({
  keys: new Secret(
    ["key1", "key2"].map((name) => ({
      creationTime: call.now,
      keyName: name,
      permissions: "FULL",
      value: key(call, name).value,
    })),
  ),
});
const sas =
  (member: string): Answer =>
  ({ args, dice, now }) => ({
    [member]: new Secret(
      `sv=2024-11-04&st=${now}&se=${text(args, "sharedAccessExpiryTime") ?? ""}&sr=b&sp=${text(args, "permissions") ?? "r"}&sig=simulated${dice.hex("signature", 32)}`,
    ),
  });
const registryCredentials: Answer = (call) => ({
  passwords: new Secret(
    ["password", "password2"].map((name) => ({ name, value: `simulated-${call.dice.hex(name, 40)}` })),
  ),
  username: text(call.args, "registryName") ?? "",
});
const sharedKeys: Answer = (call) => ({
  primarySharedKey: key(call, "primary"),
  secondarySharedKey: key(call, "secondary"),
});

/** A kubeconfig that names the cluster it stands for, so that the twin's Kubernetes tells clusters apart. */
const clusterCredentials: Answer = ({ args, dice, site, world }) => {
  const name = text(args, "resourceName") ?? "";
  const cluster = world.find("azure-native", "azure-native:containerservice:ManagedCluster", name);
  const host =
    (cluster && text(cluster.outputs, "fqdn")) ?? `${name}-${dice.hex("host", 8)}.hcp.${site.region}.azmk8s.io`;
  const config = `apiVersion: v1
kind: Config
current-context: ${name}
clusters:
- name: ${name}
  cluster:
    server: https://${host}:443
    certificate-authority-data: ${Buffer.from(`simulated ${dice.hex("ca", 64)}`).toString("base64")}
contexts:
- name: ${name}
  context:
    cluster: ${name}
    user: clusterUser
users:
- name: clusterUser
  user:
    token: simulated-${dice.hex("token", 40)}
`;
  return { kubeconfigs: new Secret([{ name: "clusterUser", value: Buffer.from(config).toString("base64") }]) };
};
const connection =
  (scheme: (name: string, secret: string) => string, nameKey: string): Answer =>
  (call) => {
    const secret = key(call, "primary", 32).value as string;
    const other = key(call, "secondary", 32).value as string;
    const name = text(call.args, nameKey) ?? "";
    return {
      keyName: text(call.args, "authorizationRuleName") ?? "RootManageSharedAccessKey",
      primaryConnectionString: new Secret(scheme(name, secret)),
      primaryKey: new Secret(secret),
      secondaryConnectionString: new Secret(scheme(name, other)),
      secondaryKey: new Secret(other),
    };
  };
const busKeys = connection(
  (name, secret) =>
    `Endpoint=sb://${name}.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${secret}`,
  "namespaceName",
);
const callbackUrl: Answer = ({ dice }) => ({
  value: new Secret(
    `https://logic.twin.example/workflows/${dice.hex("workflow", 32)}/triggers/manual?sig=simulated${dice.hex("signature", 32)}`,
  ),
});

const TABLE: { readonly [token: string]: Answer } = {
  "azure-native:authorization:getClientConfig": getClientConfig,
  "azure-native:authorization:getClientToken": getClientToken,
  "azure-native:storage:listStorageAccountKeys": storageKeys,
  "azure-native:storage:listStorageAccountServiceSAS": sas("serviceSasToken"),
  "azure-native:storage:listStorageAccountSAS": sas("accountSasToken"),
  "azure-native:containerregistry:listRegistryCredentials": registryCredentials,
  "azure-native:operationalinsights:getSharedKeys": sharedKeys,
  "azure-native:containerservice:listManagedClusterUserCredentials": clusterCredentials,
  "azure-native:containerservice:listManagedClusterAdminCredentials": clusterCredentials,
  "azure-native:servicebus:listNamespaceKeys": busKeys,
  "azure-native:servicebus:listQueueKeys": busKeys,
  "azure-native:servicebus:listTopicKeys": busKeys,
  "azure-native:eventhub:listNamespaceKeys": busKeys,
  "azure-native:eventhub:listEventHubKeys": busKeys,
  "azure-native:logic:listWorkflowTriggerCallbackUrl": callbackUrl,
  "azure-native:web:listWorkflowTriggerCallbackUrl": callbackUrl,
};

/** What Azure answers without looking at single objects: a new function adds its line here. */
export const functions: ReadonlyMap<string, Answer> = new Map(Object.entries(TABLE));
