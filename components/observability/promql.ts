/** A value as PromQL writes it in quotes. */
export function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** What a label must be: a value, or a pattern that the whole of it must match. */
export type Matcher = string | { readonly matches: string };

/** Series of a metric: `name{label="value"}`. */
export function series(metric: string, labels: Readonly<Record<string, Matcher>> = {}): string {
  const matchers = Object.entries(labels).map(([label, matcher]) =>
    typeof matcher === "string" ? `${label}=${quoted(matcher)}` : `${label}=~${quoted(matcher.matches)}`,
  );
  return matchers.length === 0 ? metric : `${metric}{${matchers.join(",")}}`;
}

/** How fast series grow, over a window, all together. */
export function sumRate(selected: string, window: string): string {
  return `sum(rate(${selected}[${window}]))`;
}

/** A window as PromQL writes it, in the largest unit that fits: `5m`, `6h`, `3d`. */
export function duration(minutes: number): string {
  const units = [
    ["d", 1440],
    ["h", 60],
  ] as const;
  const found = units.find(([, size]) => minutes % size === 0);
  return found ? `${minutes / found[1]}${found[0]}` : `${minutes}m`;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** How long a window is that PromQL writes in one unit. */
export function seconds(window: string): number {
  const [, amount = "", unit = ""] = /^(\d+)([smhd])$/.exec(window) ?? [];
  return Number(amount) * (SECONDS[unit] ?? Number.NaN);
}
