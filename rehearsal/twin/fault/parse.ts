import { parseDuration } from "../../wire/duration.ts";
import { type Fault, type FaultKind, impossible, KINDS, OPERATIONS, POINTS } from "./fault.ts";

/** What the text of a fault asks for: one fault, or a number of them drawn by the seed. */
export type FaultSpec = { readonly fault: Fault } | { readonly random: number };
/** Or why it is none. */
export type ParsedFault = FaultSpec | { readonly mistake: string };

const FORM = "<operation>:<type>::<name>@<point>=<kind>, outage:<package>[:<region or zone>] or random:<count>";

/** Reads one fault, such as `create:aws:s3/bucket:Bucket::site@after-effect=unavailable`. */
export function parseFault(text: string): ParsedFault {
  const [head = ""] = text.split(":", 1);
  const rest = text.slice(head.length + 1);
  const special = head === "outage" ? outage(rest) : head === "random" ? random(rest) : undefined;
  return special ?? struck(head, rest);
}

function outage(rest: string): ParsedFault {
  const [pkg = "", place, ...more] = rest.split(":");
  if (pkg === "" || place === "" || more.length > 0) {
    return {
      mistake: "an outage is outage:<package> or outage:<package>:<region or zone>, such as outage:aws:eu-west-1",
    };
  }
  const all = { operation: "*", type: `${pkg}:*`, name: "*", point: "before-effect", kind: "unavailable" } as const;
  return { fault: { ...all, times: Infinity, ...(place !== undefined && { place }) } };
}

function random(rest: string): ParsedFault {
  const count = Number(rest);
  return Number.isInteger(count) && count > 0
    ? { random: count }
    : { mistake: "expected random:<count>, such as random:3" };
}

function struck(operation: string, rest: string): ParsedFault {
  const parts = /^(.+)@([^@=]+)=([a-z-]+)(?::([^*]+))?(?:\*(\w+))?$/.exec(rest);
  if (!parts) return { mistake: `expected ${FORM}` };
  const [, target = "", point = "", kind = "", delay, count] = parts;
  const [type, name] = split(target);
  const times = count === undefined ? 1 : count === "always" ? Infinity : Number(count);
  const delaySeconds = delay === undefined ? undefined : parseDuration(delay);
  const mistakes = [
    unknown("operation", operation, [...OPERATIONS, "*"]),
    unknown("point", point, POINTS),
    unknown("kind", kind, KINDS),
    times > 0 ? undefined : `'${count}' is no count: a number or always`,
    kind === "slow" && delaySeconds === undefined ? "slow takes a duration, such as slow:5m" : undefined,
    kind !== "slow" && delay !== undefined ? `${kind} takes no duration` : undefined,
  ].filter((mistake) => mistake !== undefined);
  if (mistakes.length > 0) return { mistake: mistakes.join("; ") };
  const fault = { operation, type, name, point, kind: kind as FaultKind, times } as Fault;
  const never = impossible(fault);
  if (never !== undefined) return { mistake: never };
  return { fault: { ...fault, ...(delaySeconds !== undefined && { delaySeconds }) } };
}

const split = (target: string): [type: string, name: string] => {
  const at = target.indexOf("::");
  return at < 0 ? [target, "*"] : [target.slice(0, at), target.slice(at + 2)];
};

const unknown = (what: string, word: string, known: readonly string[]): string | undefined =>
  known.includes(word) ? undefined : `'${word}' is no ${what}: there are ${known.join(", ")}`;
