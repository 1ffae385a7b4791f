import { people } from "../_rehearse/estate.ts";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { AuditTrail } from "./index.ts";

export function example(site: Site) {
  const bucket = new Bucket("audit", {
    site,
    data: { class: "internal", purpose: "audit-log", basis: "legal-obligation", owner: "security", retentionDays: 400 },
    lockDays: 365,
    receivesAuditLogs: true,
  });
  const uploads = new Bucket("uploads", {
    site,
    data: { class: "confidential", owner: "sales", retentionDays: 365 },
  });
  const trail = new AuditTrail("account", {
    site,
    bucket,
    objectsOf: [uploads],
    breakGlass: [people[site.cloud].breakGlass],
    emails: ["security@acme.example"],
    runbook: "https://runbooks.acme.example/break-glass",
  });
  return { trail: trail.id };
}
