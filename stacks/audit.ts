import { AuditTrail } from "../components/audit-trail/index.ts";
import type { Settings } from "./config.ts";
import type { Ground } from "./platform.ts";

/** Who did what in each account, kept by its first site; whoever acts with emergency rights is heard. */
export function audit(grounds: readonly Ground[], { audit: { alarmTo, objects }, watch }: Settings) {
  for (const sharing of AuditTrail.perAccount(grounds)) {
    const [{ site, stores }, ...others] = sharing;
    const recorded = objects === true ? sharing.filter((ground) => AuditTrail.namesObjectsOf(site, ground.site)) : [];
    new AuditTrail(`${site.name}-trail`, {
      site,
      covers: others.map((ground) => ground.site),
      bucket: stores.audit,
      objectsOf: recorded.map((ground) => ground.stores.uploads),
      breakGlass: [...new Set(sharing.map(({ place }) => place.people.breakGlass))],
      emails: alarmTo,
      runbook: `${watch.runbooks}/break-glass`,
    });
  }
}
