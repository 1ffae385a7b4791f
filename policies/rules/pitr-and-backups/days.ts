import type { Bag, Read } from "../../core/props.ts";
import { MIN_BACKUP_DAYS, numeral } from "../../core/settings.ts";
import { decide, type Verdict } from "../../core/verdict.ts";

/** Whether days that backups reach back are enough; `byDefault` counts where nothing is said. */
export function reachesBack(days: Read<number>, byDefault: number, config: Bag, unit = "days"): Verdict {
  const least = numeral(config, MIN_BACKUP_DAYS) * (unit === "hours" ? 24 : 1);
  const short = (value: number) => value < least;
  const required = least === 1 ? "one day" : `${least} ${unit}`;
  return decide(days, {
    known: (value) => (short(value) ? `is ${value}, less than ${required}` : undefined),
    absent: short(byDefault) ? `is not set; default is ${byDefault}, less than ${required}` : undefined,
  });
}
