import type { Site } from "../core/site.ts";
import { Secret } from "./index.ts";

export function example(site: Site) {
  const data = { class: "confidential", owner: "sales", retentionDays: 365 } as const;
  const token = new Secret("crm-token", { site, data });
  return { reference: token.reference };
}
