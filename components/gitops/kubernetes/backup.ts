import { custom } from "../../objects/index.ts";
import type { GitOpsScope } from "../native.ts";
import { type GitOpsPlan, SYSTEM } from "../planned.ts";

/** Copies of what Argo CD knows and this program does not declare: applications, with their history. No secrets. */
export function backup({ child, name }: GitOpsScope, { backup: copies }: GitOpsPlan) {
  if (copies === undefined) return;
  custom(
    "velero.io/v1/Schedule",
    ...child(
      "backup",
      {
        metadata: { name, namespace: "velero" },
        spec: {
          schedule: copies.schedule,
          skipImmediately: true,
          template: {
            includedNamespaces: [SYSTEM],
            includedResources: ["applications", "applicationsets", "appprojects"].map((kind) => `${kind}.argoproj.io`),
            storageLocation: copies.to.logicalName,
            snapshotVolumes: false,
            ttl: `${copies.keepDays * 24}h0m0s`,
          },
        },
      },
      { dependsOn: [copies.to] },
    ),
  );
}
