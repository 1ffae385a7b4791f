import type { Site } from "../core/site.ts";
import { Queue } from "./index.ts";

export function example(site: Site) {
  const data = { class: "confidential", owner: "sales", retentionDays: 30 } as const;
  const orders = new Queue("orders", {
    site,
    data,
    ordering: "perKey",
    processingTimeoutSeconds: 30,
    delivery: "pull",
  });
  return { endpoint: orders.endpoint, deadLetter: orders.deadLetter };
}
