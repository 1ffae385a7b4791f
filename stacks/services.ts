import type { Site } from "../components/core/site.ts";
import { Function } from "../components/function/index.ts";
import { Queue } from "../components/queue/index.ts";
import type { Stores } from "./data.ts";

/** The services of one site: orders come in, and are worked on one by one. */
export function services(site: Site, { uploads, audit }: Stores) {
  const orders = new Queue(`${site.name}-orders`, {
    site,
    data: { class: "confidential", purpose: "order-fulfilment", basis: "contract", owner: "sales", retentionDays: 30 },
    ordering: "perKey",
  });
  const accept = new Function(`${site.name}-accept-order`, {
    site,
    entry: new URL("./handlers/order.ts", import.meta.url),
    on: [orders],
    env: { UPLOADS_ENDPOINT: uploads.endpoint, AUDIT_ENDPOINT: audit.endpoint },
  });
  uploads.grantRead(accept.identity);
  audit.grantWrite(accept.identity);
  return { orders };
}
