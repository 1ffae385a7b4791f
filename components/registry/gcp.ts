import { Repository } from "@pulumi/gcp/artifactregistry/repository.js";
import { RepositoryIamMember } from "@pulumi/gcp/artifactregistry/repositoryIamMember.js";
import { interpolate } from "@pulumi/pulumi";
import { daysInSeconds, protoDuration } from "../core/duration.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type RegistryRight, type RegistrySpec, UNTAGGED_DAYS } from "./args.ts";
import type { RegistryChildren } from "./native.ts";

const ROLES: { readonly [R in RegistryRight]: string } = {
  pull: "roles/artifactregistry.reader",
  push: "roles/artifactregistry.writer",
};

export function gcpRegistry(scope: Scope<"gcp", RegistryChildren["gcp"]>, spec: RegistrySpec) {
  const { name, site, opts } = scope;
  const { immutableTags, keep, key, tags } = spec;
  const repository = new Repository(
    ...scope.child(
      "repository",
      {
        project: site.project,
        location: site.region,
        repositoryId: physicalName(site, name, { max: 63 }),
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        dockerConfig: { immutableTags },
        vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
        cleanupPolicyDryRun: false,
        cleanupPolicies: cleanupPolicies(keep),
        ...(key?.cloud === "gcp" && { kmsKeyName: key.id }),
        labels: tags,
      },
      { lasting: true, invariants: ["vulnerabilityScanningConfig", "kmsKeyName"] },
    ),
  );
  const grant: Granter<"gcp", RegistryRight> = (right, { member }, grantName) => [
    new RepositoryIamMember(
      grantName,
      { project: site.project, location: site.region, repository: repository.repositoryId, role: ROLES[right], member },
      opts,
    ),
  ];
  return {
    outputs: {
      id: repository.id,
      name: repository.repositoryId,
      endpoint: interpolate`${site.region}-docker.pkg.dev/${site.project}/${repository.repositoryId}`,
    },
    nodes: { repository },
    grant,
  };
}

// what is kept wins over what is deleted
function cleanupPolicies(keep: number) {
  const older = (days: number) => protoDuration(daysInSeconds(days));
  return [
    { id: "keep-newest", action: "KEEP", mostRecentVersions: { keepCount: keep } },
    { id: "delete-untagged", action: "DELETE", condition: { tagState: "UNTAGGED", olderThan: older(UNTAGGED_DAYS) } },
    { id: "delete-rest", action: "DELETE", condition: { tagState: "ANY", olderThan: older(1) } },
  ];
}
