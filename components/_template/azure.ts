import { Workspace } from "@pulumi/azure-native/operationalinsights/workspace.js";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { NounChildren, NounSpec } from "./args.ts";

export function azureNoun(scope: Scope<"azure", NounChildren["azure"]>, { keepDays, tags }: NounSpec) {
  const { resourceGroupName, location } = scope.site;
  const noun = new Workspace(
    ...scope.child(
      "noun",
      {
        workspaceName: physicalName(scope.site, scope.name, { max: 63 }),
        resourceGroupName,
        location,
        sku: { name: "PerGB2018" },
        retentionInDays: keepDays,
        features: { disableLocalAuth: true },
        tags,
      },
      { lasting: true, invariants: ["features.disableLocalAuth"] },
    ),
  );
  return { outputs: { id: noun.id, name: noun.name }, nodes: { noun } };
}
