import { Config } from "@pulumi/pulumi";
import { z } from "zod";
import type { SiteConfig } from "../components/site/index.ts";

const named = { name: z.string() };
const site = z.discriminatedUnion("cloud", [
  z.strictObject({ cloud: z.literal("aws"), ...named, accountId: z.string().regex(/^\d{12}$/), region: z.string() }),
  z.strictObject({ cloud: z.literal("gcp"), ...named, project: z.string(), region: z.string() }),
  z.strictObject({ cloud: z.literal("azure"), ...named, subscriptionId: z.uuid(), location: z.string() }),
]);
const settings = z.strictObject({
  // what all sites share
  environment: z.enum(["dev", "prod"]),
  residency: z.string().regex(/^[A-Z]{2,}$/), // a jurisdiction (EU, US, ...) or an ISO 3166 country
  prefix: z.string(),
  owner: z.string(),
  costCenter: z.string(),
  protection: z.boolean().optional(),
  logRetentionDays: z.number().optional(),
  sites: z.array(site).min(1),
  audit: z.strictObject({ retentionDays: z.number(), lockDays: z.number().optional() }),
});

/** What a stack file decides, beside its sites. */
export interface Settings {
  readonly sites: readonly SiteConfig[];
  readonly audit: { readonly retentionDays: number; readonly lockDays?: number | undefined };
}

/** Everything the stack file may say, checked once; a key nobody knows is an error. */
export function readSettings(): Settings {
  const { sites, audit, ...shared } = settings.parse(new Config("archipel").requireObject("settings"));
  return { sites: sites.map((own) => ({ ...shared, ...own })), audit };
}
