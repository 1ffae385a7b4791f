import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace.js";
import type { ProjectBucketConfigArgs } from "@pulumi/gcp/logging/projectBucketConfig.js";
import { type Data, dataLimits, dataTags } from "../core/data.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";

export interface NounArgs {
  readonly site: Site;
  /** What it stores. */
  readonly data: Data;
  /** How long it keeps what it stores. @default the data's retention */
  readonly keepDays?: number;
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<NounChildren>;
}

/** `NounArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface NounSpec {
  readonly keepDays: number;
  readonly tags: Tags;
}

/** The children that `transform` can reach. */
export type NounChildren = {
  readonly aws: { readonly noun: LogGroupArgs };
  readonly gcp: { readonly noun: ProjectBucketConfigArgs };
  readonly azure: { readonly noun: WorkspaceArgs };
};

export function resolveNoun(args: NounArgs): NounSpec {
  const { site, data, keepDays = data.retentionDays } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  validate("invalid noun", [
    ...dataLimits(data),
    // the intersection: say here whose limit it is
    ["keepDays", notWhole(keepDays, 30, 365), `must be 30 to 365, got ${keepDays}`],
  ]);
  return { keepDays, tags: { ...site.tags, ...dataTags(data), criticality } };
}
