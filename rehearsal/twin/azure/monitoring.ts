import { isObject } from "../../wire/value.ts";
import { type TwinType, text } from "../type.ts";

/** Where logs and traces go. */
export const monitoring: readonly TwinType[] = [
  {
    token: "azure-native:operationalinsights:Workspace",
    computed: ({ inputs, dice, now }) => ({
      createdDate: now,
      customerId: dice.uuid("customer"),
      modifiedDate: now,
      publicNetworkAccessForIngestion: text(inputs, "publicNetworkAccessForIngestion") ?? "Enabled",
      publicNetworkAccessForQuery: text(inputs, "publicNetworkAccessForQuery") ?? "Enabled",
      retentionInDays: inputs["retentionInDays"] ?? 30,
      sku: { lastSkuUpdate: now, name: "PerGB2018", ...(isObject(inputs["sku"]) && inputs["sku"]) },
    }),
    limits: ({ retentionInDays: days }) => [
      [
        "retentionInDays",
        typeof days === "number" && (days < 7 || days > 730),
        "'RetentionInDays' property doesn't match the SKU limits",
      ],
    ],
    tombstone: "a workspace can be recovered for 14 days",
    forceNew: ["workspaceName", "resourceGroupName", "location"],
    otherwise: "update",
    source: "Azure Monitor REST API: Log Analytics workspaces",
  },
  {
    token: "azure-native:applicationinsights:Component",
    computed: ({ inputs, dice, site, now }) => {
      const key = dice.uuid("key");
      const application = dice.uuid("application");
      const location = text(inputs, "location") ?? site.region;
      return {
        appId: application,
        applicationId: text(inputs, "resourceName") ?? "",
        connectionString: `InstrumentationKey=${key};IngestionEndpoint=https://${location}-5.in.applicationinsights.azure.com/;LiveEndpoint=https://${location}.livediagnostics.monitor.azure.com/;ApplicationId=${application}`,
        creationDate: now,
        hostingMode: "",
        instrumentationKey: key,
        laMigrationDate: now,
        name: text(inputs, "resourceName") ?? "",
        provisioningState: "Succeeded",
        retentionInDays: inputs["retentionInDays"] ?? 90,
        tenantId: site.places.azure.tenantId,
      };
    },
    forceNew: ["resourceName", "resourceGroupName", "location"],
    otherwise: "update",
    source: "Azure Monitor REST API: Application Insights components",
  },
  {
    token: "azure-native:monitor:DiagnosticSetting",
    forceNew: ["name", "resourceUri"],
    otherwise: "update",
    source: "Azure Monitor REST API: Diagnostic Settings",
  },
];
