import type { Finding } from "./finding.ts";

/** The form of the file; another number is refused. */
const BASELINE_VERSION = 1;

/** The findings that a team knew when it took the rules on: they are told, and stop nobody. */
export class Baseline {
  readonly #known: ReadonlySet<string>;

  constructor(document: unknown) {
    this.#known = new Set(document === undefined ? [] : fingerprintsOf(document));
  }

  knows({ verdict, fingerprint }: Finding): boolean {
    return verdict === "fail" && this.#known.has(fingerprint);
  }
}

function fingerprintsOf(document: unknown): readonly string[] {
  const { version, findings } = (document ?? {}) as { version?: unknown; findings?: unknown };
  if (version !== BASELINE_VERSION || !Array.isArray(findings)) {
    throw new TypeError(`the baseline is none of version ${BASELINE_VERSION}: write it anew with --write-baseline`);
  }
  return findings.map((entry: unknown) => String((entry as { fingerprint?: unknown } | null)?.fingerprint));
}
