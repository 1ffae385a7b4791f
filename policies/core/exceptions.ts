import type { Finding } from "./finding.ts";
import type { Severity } from "./verdict.ts";

/** A decision that a rule does not hold somewhere, until a day. */
export interface Exception {
  readonly rule: string;
  /** The end of a URN, `type::name` or `parentType$type::name`; `*` stands for part of the name. */
  readonly resource: string;
  /** How many resources it may cover. */
  readonly matches: number;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  /** The last day it holds, as YYYY-MM-DD. */
  readonly expires: string;
}
/** What is wrong with an entry, or soon will be. */
export interface Notice {
  readonly failing: boolean;
  readonly text: string;
}

const TERM_DAYS: Readonly<Record<Severity, number>> = { critical: 14, high: 30, medium: 90, low: 180 };
const DAY = 86_400_000;
const TEXT_KEYS = ["rule", "resource", "reason", "owner", "approver", "expires"] as const;

/** The exceptions of a program, judged at one date. */
export class Exceptions {
  readonly #asOf: string;
  readonly #covered = new Map<Exception, Map<string, Severity>>();
  readonly #bad: Notice[] = [];

  constructor(document: unknown, asOf: string) {
    this.#asOf = asOf;
    const list = isRecord(document) && "exceptions" in document ? document["exceptions"] : document;
    if (list !== undefined && list !== null && !Array.isArray(list)) throw new TypeError("exceptions must be a list");
    for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
      const parsed = parse(entry);
      if (typeof parsed === "string") this.#bad.push({ failing: true, text: `exceptions[${index}] ${parsed}` });
      else this.#covered.set(parsed, new Map());
    }
  }

  /** The finding as it stands after the exceptions that hold. */
  apply(finding: Finding): Finding {
    if (finding.verdict !== "fail") return finding;
    const entries = [...this.#covered.keys()].filter((entry) => covers(entry, finding));
    for (const entry of entries) this.#covered.get(entry)?.set(finding.urn, finding.severity);
    const exception = entries.find((entry) => entry.expires >= this.#asOf);
    if (exception === undefined) return finding;
    const { reason, owner, expires } = exception;
    return { ...finding, verdict: "excepted", exception: { reason, owner, expires } };
  }

  /** What people must know about the entries, once all findings were applied. */
  notices(): readonly Notice[] {
    return [...this.#bad, ...[...this.#covered].flatMap(([entry, seen]) => this.#notice(entry, seen))];
  }

  #notice(entry: Exception, seen: ReadonlyMap<string, Severity>): readonly Notice[] {
    const { rule, resource, matches, expires } = entry;
    const about = `the exception of ${rule} for ${resource}`;
    if (seen.size === 0) return [{ failing: false, text: `${about} matches nothing: remove it` }];
    if (seen.size > matches) {
      return [{ failing: true, text: `${about} may cover ${matches}, but covers ${seen.size} resources` }];
    }
    const severity = [...seen.values()].reduce((a, b) => (TERM_DAYS[a] < TERM_DAYS[b] ? a : b));
    const left = (Date.parse(expires) - Date.parse(this.#asOf)) / DAY;
    if (left < 0) return [{ failing: false, text: `${about} expired on ${expires}` }];
    const notices: Notice[] = [];
    if (left > TERM_DAYS[severity]) {
      const text = `${about} runs until ${expires}, more than the ${TERM_DAYS[severity]} days for ${severity} findings`;
      notices.push({ failing: false, text });
    }
    if (left <= Math.min(14, TERM_DAYS[severity] / 2)) {
      notices.push({ failing: false, text: `${about} ends on ${expires}; then ${seen.size} findings return` });
    }
    return notices;
  }
}

function covers({ rule, resource }: Exception, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  const split = resource.lastIndexOf("::");
  const [type, name] = [resource.slice(0, split), resource.slice(split + 2)];
  const own = finding.urn.lastIndexOf("::");
  const types = finding.urn.slice(0, own);
  const fits = types.endsWith(`::${type}`) || types.endsWith(`$${type}`);
  return fits && globbed(name).test(finding.urn.slice(own + 2));
}

function globbed(name: string): RegExp {
  const literal = (part: string) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${name.split("*").map(literal).join(".*")}$`);
}

function parse(entry: unknown): Exception | string {
  if (!isRecord(entry)) return "is not an entry";
  const missing = TEXT_KEYS.find((key) => typeof entry[key] !== "string" || entry[key] === "");
  if (missing !== undefined) return `lacks ${missing}`;
  const { rule, resource, reason, owner, approver, expires } = entry as Record<(typeof TEXT_KEYS)[number], string>;
  const { matches } = entry;
  if (typeof matches !== "number" || !Number.isInteger(matches) || matches < 1) return "lacks matches";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires))) return "has no date in expires";
  if (!resource.includes(":") || !resource.includes("::") || resource.startsWith("*")) {
    return "needs a resource as type::name";
  }
  return { rule, resource, matches, reason, owner, approver, expires };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
