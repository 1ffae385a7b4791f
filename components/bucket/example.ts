import type { Site } from "../core/site.ts";
import { Bucket } from "./index.ts";

export function example(site: Site) {
  const data = { class: "confidential", owner: "sales", retentionDays: 365 } as const;
  const uploads = new Bucket("uploads", { site, data, oldVersionDays: 14, coldAfterDays: 60 });
  return { endpoint: uploads.endpoint };
}
