import { Bucket } from "../components/bucket/index.ts";
import type { Site } from "../components/core/site.ts";
import type { Settings } from "./config.ts";

/** What a site keeps. */
export interface Stores {
  readonly uploads: Bucket;
  readonly audit: Bucket;
  readonly backups: Bucket;
}

/** The stores of one site: what customers upload, the trail of what was done with it, and copies of what lives in clusters. */
export function data(site: Site, { audit }: Settings): Stores {
  const { retentionDays, lockDays } = audit;
  return {
    uploads: new Bucket(`${site.name}-uploads`, {
      site,
      data: {
        class: "confidential",
        purpose: "order-fulfilment",
        basis: "contract",
        owner: "sales",
        retentionDays: 365,
      },
    }),
    audit: new Bucket(`${site.name}-audit`, {
      site,
      data: { class: "internal", purpose: "audit-log", basis: "legal-obligation", owner: "security", retentionDays },
      ...(lockDays !== undefined && { lockDays }),
      receivesAuditLogs: true,
    }),
    backups: new Bucket(`${site.name}-backups`, {
      site,
      data: { class: "confidential", purpose: "backup", owner: "platform", retentionDays: 30 },
    }),
  };
}
