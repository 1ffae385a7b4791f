import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";

const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const nameOf = ({ inputs }: Context): string => text(inputs, "name") ?? "";
const source = "Azure App Service REST API";

const site: TwinType = {
  token: "azure-native:web:WebApp",
  claims: (context) => [`azure web ${nameOf(context)}`],
  taken: (context) => `Code="Conflict" Message="Website with given name ${nameOf(context)} already exists."`,
  needs: [
    {
      property: "serverFarmId",
      to: "azure-native:web:AppServicePlan",
      words: (value) =>
        `Code="NotFound" Message="Cannot find ServerFarm with name ${value.slice(value.lastIndexOf("/") + 1)}."`,
    },
  ],
  refuses: (context) => [
    [
      "name",
      !/^[a-zA-Z0-9-]{2,60}$/.test(nameOf(context)),
      `Code="BadRequest" Message="The parameter name has an invalid value."`,
    ],
  ],
  computed: (context) => {
    const host = `${nameOf(context)}.azurewebsites.net`;
    return {
      availabilityState: "Normal",
      clientAffinityEnabled: context.inputs["clientAffinityEnabled"] ?? false,
      customDomainVerificationId: context.dice.hex("verify", 64).toUpperCase(),
      defaultHostName: host,
      enabled: context.inputs["enabled"] ?? true,
      enabledHostNames: [host, `${nameOf(context)}.scm.azurewebsites.net`],
      hostNames: [host],
      httpsOnly: context.inputs["httpsOnly"] ?? false,
      lastModifiedTimeUtc: context.now,
      outboundIpAddresses: "203.0.113.10,203.0.113.11",
      possibleOutboundIpAddresses: "203.0.113.10,203.0.113.11,203.0.113.12",
      repositorySiteName: nameOf(context),
      resourceGroup: text(context.inputs, "resourceGroupName") ?? "",
      state: "Running",
      usageState: "Normal",
    };
  },
  renewed: ["lastModifiedTimeUtc"],
  forceNew: ["name", "resourceGroupName", "location", "kind"],
  otherwise: "update",
  source,
};
const plan: TwinType = {
  token: "azure-native:web:AppServicePlan",
  computed: ({ inputs, site: { region } }) => ({
    geoRegion: text(inputs, "location") ?? region,
    maximumNumberOfWorkers: 10,
    numberOfSites: 0,
    numberOfWorkers: Number(member(inputs, "sku")["capacity"] ?? 1),
    reserved: inputs["reserved"] ?? false,
    status: "Ready",
  }),
  holds: ({ world }, id) =>
    world.list("azure-native", "azure-native:web:WebApp").some(({ outputs }) => outputs["serverFarmId"] === id)
      ? `Code="Conflict" Message="Server farm '${id.slice(id.lastIndexOf("/") + 1)}' cannot be deleted because it has web app(s) assigned to it."`
      : undefined,
  forceNew: ["name", "resourceGroupName", "location"],
  otherwise: "update",
  source,
};

/** Settings of a site that Azure keeps under fixed names. */
const setting = (kind: string, last: string): TwinType => ({
  token: `azure-native:web:${kind}`,
  id: ({ inputs, site: { account } }) =>
    `/subscriptions/${account}/resourceGroups/${text(inputs, "resourceGroupName") ?? ""}/providers/Microsoft.Web/sites/${text(inputs, "name") ?? ""}/${last}`,
  computed: (_context, id) => ({ name: id.slice(id.lastIndexOf("/") + 1) }),
  shared: true,
  needs: [
    {
      property: "name",
      to: "azure-native:web:WebApp",
      words: (value) => `Code="NotFound" Message="The Resource 'Microsoft.Web/sites/${value}' was not found."`,
    },
  ],
  forceNew: ["name", "resourceGroupName"],
  otherwise: "update",
  source,
});

/** Sites, their plans and their settings. */
export const web: readonly TwinType[] = [
  site,
  plan,
  setting("WebAppApplicationSettings", "config/appsettings"),
  setting("WebAppConnectionStrings", "config/connectionstrings"),
  setting("WebAppAuthSettings", "config/authsettings"),
  setting("WebAppAuthSettingsV2", "config/authsettingsV2"),
  setting("WebAppFtpAllowed", "basicPublishingCredentialsPolicies/ftp"),
  setting("WebAppScmAllowed", "basicPublishingCredentialsPolicies/scm"),
];
