import type { RepositoryArgs as EcrRepositoryArgs } from "@pulumi/aws/ecr/repository.js";
import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry.js";
import type { RepositoryArgs } from "@pulumi/gcp/artifactregistry/repository.js";
import { mustHave } from "../../core/attached.ts";
import { mustSay } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, fail, notApplicable, undetermined } from "../../core/verdict.ts";

const POLICY = { type: "aws:ecr/lifecyclePolicy:LifecyclePolicy", key: "repository", name: "name" };

export const artifactCleanup: Rule = {
  id: "artifact-cleanup",
  packs: ["cost"],
  title: "Registries let go of old artifacts",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "Every build leaves an image, and nobody ever looks at the old ones.",
  equivalents: ["CKV_AZURE_167"],
  fixText: ({ type }) =>
    FIXES[type] ?? "Set `policies.retentionPolicy.status: enabled` with `days`, which needs the Premium tier.",
  checks: {
    "aws:ecr/repository:Repository": (repository: Resource<EcrRepositoryArgs>, { graph }) =>
      mustHave(graph, repository as Resource, POLICY, () =>
        fail("", "has no lifecycle policy: images are kept for ever"),
      ),
    "gcp:artifactregistry/repository:Repository": (repository: Resource<RepositoryArgs>) =>
      decide(repository.list("cleanupPolicies"), {
        known: (policies) => (policies.length > 0 ? undefined : "is empty"),
        absent: "is not set; default is to keep everything",
      }),
    "azure-native:containerregistry:Registry": (registry: Resource<RegistryArgs>) => {
      const premium = holds(registry.text("sku.name"), (name) => name.toLowerCase() === "premium");
      if (premium === false) return notApplicable("is of a tier that has no retention policy");
      if (premium !== true) return undetermined(premium);
      return mustSay(registry.text("policies.retentionPolicy.status"), {
        good: ["enabled"],
        bad: ["disabled"],
        byDefault: "disabled",
      });
    },
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "aws:ecr/repository:Repository": "Add an ecr.LifecyclePolicy that expires untagged and old images.",
  "gcp:artifactregistry/repository:Repository": "Add a `cleanupPolicies` entry with `action: DELETE`.",
};
