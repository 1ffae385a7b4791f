import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type Limit, type TwinType, text } from "../type.ts";
import { groupId } from "./arm.ts";

const nameOf = ({ inputs }: Context): string => text(inputs, "accountName") ?? "";
const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const noAccount = (value: string): string =>
  `Code="ResourceNotFound" Message="The Resource 'Microsoft.Storage/storageAccounts/${value}' was not found."`;
const inAccount = [{ property: "accountName", to: "azure-native:storage:StorageAccount", words: noAccount }];

const endpoints = (name: string): Properties => ({
  blob: `https://${name}.blob.core.windows.net/`,
  dfs: `https://${name}.dfs.core.windows.net/`,
  file: `https://${name}.file.core.windows.net/`,
  queue: `https://${name}.queue.core.windows.net/`,
  table: `https://${name}.table.core.windows.net/`,
  web: `https://${name}.z6.web.core.windows.net/`,
});

const account: TwinType = {
  token: "azure-native:storage:StorageAccount",
  refuses: (context): readonly Limit[] => [
    [
      "accountName",
      !/^[a-z0-9]{3,24}$/.test(nameOf(context)),
      `Code="AccountNameInvalid" Message="${nameOf(context)} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only."`,
    ],
  ],
  claims: (context) => [`azure storage ${nameOf(context)}`],
  taken: (context) =>
    `Code="StorageAccountAlreadyTaken" Message="The storage account named ${nameOf(context)} is already taken."`,
  computed: (context) => {
    const { inputs, now } = context;
    const https = inputs["enableHttpsTrafficOnly"] ?? true;
    const encrypted = { enabled: true, keyType: "Account", lastEnabledTime: now };
    return {
      accessTier: text(inputs, "accessTier") ?? "Hot",
      allowBlobPublicAccess: inputs["allowBlobPublicAccess"] ?? false,
      creationTime: now,
      enableHttpsTrafficOnly: https,
      encryption: {
        keySource: "Microsoft.Storage",
        services: { blob: encrypted, file: encrypted },
        ...member(inputs, "encryption"),
      },
      keyCreationTime: { key1: now, key2: now },
      minimumTlsVersion: text(inputs, "minimumTlsVersion") ?? "TLS1_2",
      networkRuleSet: {
        bypass: "AzureServices",
        defaultAction: "Allow",
        ipRules: [],
        virtualNetworkRules: [],
        ...member(inputs, "networkRuleSet"),
      },
      primaryEndpoints: endpoints(nameOf(context)),
      primaryLocation: text(inputs, "location") ?? context.site.region,
      statusOfPrimary: "available",
      sku: {
        tier: (text(member(inputs, "sku"), "name") ?? "").startsWith("Premium") ? "Premium" : "Standard",
        ...member(inputs, "sku"),
      },
    };
  },
  forceNew: ["accountName", "resourceGroupName", "location", "isHnsEnabled"],
  otherwise: "update",
  source: "Azure Storage resource provider REST API: Storage Accounts; naming rules of Azure resources",
};

/** Parts of an account: one of a kind or named, created over what Azure already made. */
const part = (kind: string, more: Partial<TwinType> = {}): TwinType => ({
  token: `azure-native:storage:${kind}`,
  needs: inAccount,
  shared: true,
  source: `Azure Storage resource provider REST API: ${kind}`,
  ...more,
});
const container = part("BlobContainer", {
  shared: false,
  taken: () => `Code="ContainerAlreadyExists" Message="The specified container already exists."`,
  refuses: ({ inputs }) => [
    [
      "containerName",
      !/^(\$root|\$web|[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9])$/.test(text(inputs, "containerName") ?? "abc"),
      `Code="InvalidResourceName" Message="The specified resource name contains invalid characters."`,
    ],
  ],
  computed: ({ inputs, now }) => ({
    defaultEncryptionScope: text(inputs, "defaultEncryptionScope") ?? "$account-encryption-key",
    denyEncryptionScopeOverride: inputs["denyEncryptionScopeOverride"] ?? false,
    hasImmutabilityPolicy: false,
    hasLegalHold: false,
    lastModifiedTime: now,
    leaseState: "Available",
    leaseStatus: "Unlocked",
    publicAccess: text(inputs, "publicAccess") ?? "None",
  }),
  forceNew: ["accountName", "containerName", "resourceGroupName"],
  otherwise: "update",
});
const blob = part("Blob", {
  id: ({ inputs }) =>
    `https://${text(inputs, "accountName") ?? ""}.blob.core.windows.net/${text(inputs, "containerName") ?? ""}/${text(inputs, "blobName") ?? ""}`,
  computed: ({ inputs }, id) => ({
    accessTier: text(inputs, "accessTier") ?? "Hot",
    contentType: text(inputs, "contentType") ?? "application/octet-stream",
    metadata: member(inputs, "metadata"),
    name: text(inputs, "blobName") ?? "",
    type: text(inputs, "type") ?? "Block",
    url: id,
  }),
  inPlace: ["metadata", "accessTier"],
  otherwise: "replace",
});
const website = part("StorageAccountStaticWebsite", {
  id: (context) =>
    `${groupId(context)}/providers/Microsoft.Storage/storageAccounts/${nameOf(context)}/blobServices/default/containers/$web`,
  computed: () => ({ containerName: "$web" }),
  forceNew: ["accountName", "resourceGroupName"],
  otherwise: "update",
});

/** Accounts and what is in them. */
export const storage: readonly TwinType[] = [
  account,
  container,
  blob,
  website,
  part("BlobServiceProperties", {
    forceNew: ["accountName", "resourceGroupName", "blobServicesName"],
    otherwise: "update",
  }),
  part("ManagementPolicy", {
    forceNew: ["accountName", "resourceGroupName", "managementPolicyName"],
    otherwise: "update",
  }),
  part("BlobContainerImmutabilityPolicy", {
    computed: () => ({ state: "Unlocked" }),
    forceNew: ["accountName", "resourceGroupName", "containerName"],
    otherwise: "update",
  }),
];
