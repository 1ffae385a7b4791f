import type { ClusterSpec } from "../args.ts";

// any day does, as long as it stays the same: only its weekday and hour count
const FIRST = "2026-01-01";

/** The weekly window; minor versions do not come by themselves while the declared one is in support. */
export function maintenancePolicy({ maintenance, supportedUntil }: ClusterSpec) {
  const { day, startHour, hours } = maintenance;
  const start = new Date(`${FIRST}T00:00:00Z`);
  start.setUTCHours(startHour);
  const end = new Date(start.getTime() + hours * 3_600_000);
  const written = (date: Date) => date.toISOString().replace(".000Z", "Z");
  return {
    recurringWindow: {
      startTime: written(start),
      endTime: written(end),
      recurrence: `FREQ=WEEKLY;BYDAY=${day.slice(0, 2).toUpperCase()}`,
    },
    maintenanceExclusions: [
      {
        exclusionName: "minor-versions-are-declared",
        startTime: written(new Date(`${FIRST}T00:00:00Z`)),
        endTime: written(new Date(`${supportedUntil}T00:00:00Z`)),
        exclusionOptions: { scope: "NO_MINOR_UPGRADES" },
      },
    ],
  };
}
