import type { Site } from "../components/core/site.ts";
import { Queue } from "../components/queue/index.ts";

/** The services of one site: orders come in, and are worked on one by one. */
export function services(site: Site) {
  const orders = new Queue(`${site.name}-orders`, {
    site,
    data: { class: "confidential", purpose: "order-fulfilment", basis: "contract", owner: "sales", retentionDays: 30 },
    ordering: "perKey",
  });
  return { orders };
}
