import type { Bag, Read } from "../../core/props.ts";
import { MIN_BACKUP_DAYS } from "../../core/settings.ts";
import { decide, undetermined, type Verdict } from "../../core/verdict.ts";

/** Whether days that backups reach back are enough; `byDefault` counts where nothing is said. */
export function reachesBack(days: Read<number>, byDefault: number, config: Bag, unit = "days"): Verdict {
  const min = config.number(MIN_BACKUP_DAYS.name);
  if (min.state === "unknown") return undetermined(min);
  const least = (min.state === "known" ? min.value : 1) * (unit === "hours" ? 24 : 1);
  const short = (value: number) => value < least;
  const required = least === 1 ? "one day" : `${least} ${unit}`;
  return decide(days, {
    known: (value) => (short(value) ? `is ${value}, less than ${required}` : undefined),
    absent: short(byDefault) ? `is not set; default is ${byDefault}, less than ${required}` : undefined,
  });
}
