const DAY_SECONDS = 86_400;

/** For limits that are days in one place and seconds in another. */
export function daysInSeconds(days: number): number {
  return days * DAY_SECONDS;
}

/** As Azure writes durations back, so that a refresh sees no change: `P4D`, `PT5M`, `P1DT2H`. */
export function isoDuration(seconds: number): string {
  const units = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const time = units.map((amount, index) => (amount > 0 ? `${amount}${"HMS"[index] ?? ""}` : "")).join("");
  const days = Math.floor(seconds / DAY_SECONDS);
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}

/** As Google Cloud writes durations: `90s`. */
export function protoDuration(seconds: number): string {
  return `${seconds}s`;
}
