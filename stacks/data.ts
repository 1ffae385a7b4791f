import { Bucket } from "../components/bucket/index.ts";
import type { Site } from "../components/core/site.ts";
import type { Settings } from "./config.ts";

/** What a site keeps. */
export interface Stores {
  readonly uploads: Bucket;
  readonly audit: Bucket;
}

/** The stores of one site: what customers upload, and the trail of what was done with it. */
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
    }),
  };
}
