import type { Site } from "../core/site.ts";
import { Key } from "./index.ts";

export function example(site: Site) {
  const disks = new Key("disks-key", {
    site,
    purpose: "disks",
    dataClass: "confidential",
    native: { aws: { services: ["autoscaling"] }, gcp: { services: ["compute"] } },
  });
  return { id: disks.id };
}
