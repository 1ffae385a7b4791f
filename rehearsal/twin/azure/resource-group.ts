import { type TwinType, text } from "../type.ts";

/** Resource groups: deleting one deletes everything in it. */
export const resourceGroup: readonly TwinType[] = [
  {
    token: "azure-native:resources:ResourceGroup",
    id: ({ inputs, site }) =>
      `/subscriptions/${site.account}/resourceGroups/${text(inputs, "resourceGroupName") ?? ""}`,
    shared: true,
    computed: ({ inputs }) => ({
      name: text(inputs, "resourceGroupName") ?? "",
      type: "Microsoft.Resources/resourceGroups",
      properties: { provisioningState: "Succeeded" },
    }),
    refuses: ({ inputs }) => [
      [
        "resourceGroupName",
        !/^[-\w.()]{0,89}[-\w()]$/.test(text(inputs, "resourceGroupName") ?? "x"),
        `Code="InvalidResourceGroup" Message="The provided resource group name '${text(inputs, "resourceGroupName") ?? ""}' has these invalid characters or is too long."`,
      ],
    ],
    takesDown: ({ world, site }, id) => {
      const inside = `${id.toLowerCase()}/`;
      return world.within("azure-native", site.account).filter((thing) => thing.id.toLowerCase().startsWith(inside));
    },
    fromId: (id) => ({ resourceGroupName: id.slice(id.lastIndexOf("/") + 1) }),
    forceNew: ["resourceGroupName", "location"],
    otherwise: "update",
    source: "Azure Resource Manager REST API: Resource Groups",
  },
];
