import type { Input } from "@pulumi/pulumi";

/** Hands a package to a Flex Consumption app; azure-native has no type for it, so it is a template of one resource. */
export function oneDeploy(appName: Input<string>, packageUri: Input<string>) {
  return {
    mode: "Incremental" as const,
    parameters: { appName: { value: appName }, packageUri: { value: packageUri } },
    template: {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      parameters: { appName: { type: "string" }, packageUri: { type: "string" } },
      resources: [
        {
          type: "Microsoft.Web/sites/extensions",
          apiVersion: "2024-04-01",
          name: "[format('{0}/onedeploy', parameters('appName'))]",
          properties: { packageUri: "[parameters('packageUri')]", remoteBuild: false },
        },
      ],
    },
  };
}
