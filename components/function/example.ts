import type { Site } from "../core/site.ts";
import { Queue } from "../queue/index.ts";
import { Function } from "./index.ts";

export function example(site: Site) {
  const data = { class: "confidential", owner: "sales", retentionDays: 30 } as const;
  const orders = new Queue("orders", { site, data, ordering: "perKey", processingTimeoutSeconds: 30 });
  const accept = new Function("accept-order", {
    site,
    entry: new URL("./example-handler.ts", import.meta.url),
    on: [orders],
    env: { CURRENCY: "EUR" },
  });
  return { id: accept.id, orders: orders.endpoint };
}
