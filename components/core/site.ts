import type { Output, ProviderResource } from "@pulumi/pulumi";
import type { Environment, Tags } from "./tags.ts";

/** Where a site can be. */
export type Cloud = "aws" | "gcp" | "azure";

interface SiteBase {
  readonly name: string;
  readonly environment: Environment;
  /** Where the data stays: a jurisdiction (`EU`, `US`, ...) or a country (ISO 3166). */
  readonly residency: string;
  /** What every physical name starts with. */
  readonly prefix: string;
  /** Things whose loss hurts refuse to be deleted, in Pulumi and in the cloud. */
  readonly protection: boolean;
  /** How long the logs of what runs here are kept. */
  readonly logRetentionDays: number;
  readonly tags: Tags;
  readonly provider: ProviderResource;
}
/** A region of an AWS account. */
export interface AwsSite extends SiteBase {
  readonly cloud: "aws";
  readonly accountId: string;
  readonly region: string;
  /** Where buckets log who read and wrote; absent only while that bucket itself is built. */
  readonly accessLogBucket?: Output<string>;
}
/** A region of a Google Cloud project. */
export interface GcpSite extends SiteBase {
  readonly cloud: "gcp";
  readonly project: string;
  readonly region: string;
}
/** A resource group of an Azure subscription. */
export interface AzureSite extends SiteBase {
  readonly cloud: "azure";
  readonly subscriptionId: string;
  readonly location: string;
  readonly resourceGroupName: Output<string>;
  /** The Log Analytics workspace that everything here logs to. */
  readonly logWorkspaceId: Output<string>;
}
/** One region of one account: everything a resource needs to know about where it lives. */
export type Site = AwsSite | GcpSite | AzureSite;
/** The sites of one cloud. */
export type SiteOf<C extends Cloud> = Extract<Site, { cloud: C }>;
