import { ProjectBucketConfig } from "@pulumi/gcp/logging/projectBucketConfig.js";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { NounChildren, NounSpec } from "./args.ts";

export function gcpNoun(scope: Scope<"gcp", NounChildren["gcp"]>, { keepDays }: NounSpec) {
  const { project, region: location } = scope.site;
  const bucketId = physicalName(scope.site, scope.name, { max: 100 });
  const noun = new ProjectBucketConfig(
    ...scope.child("noun", { project, location, bucketId, retentionDays: keepDays }, { lasting: true }),
  );
  return { outputs: { id: noun.id, name: noun.bucketId }, nodes: { noun } };
}
