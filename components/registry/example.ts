import type { Site } from "../core/site.ts";
import { Registry } from "./index.ts";

export function example(site: Site) {
  const data = { class: "internal", owner: "platform", retentionDays: 365 } as const;
  const images = new Registry("images", {
    site,
    data,
    images: ["orders", "web"],
    keep: 20,
    allowDegraded: ["keep"],
  });
  return { endpoint: images.endpoint };
}
