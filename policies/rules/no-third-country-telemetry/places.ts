import type { Graph } from "../../core/graph.ts";
import type { Bag, Read } from "../../core/props.ts";
import { effectiveRegion, isAllowed } from "../../core/region.ts";
import { ALLOWED_REGIONS, type Setting, strings } from "../../core/settings.ts";
import { decide, every, notCovered, PASS, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";
import { meantBy, nameOf, type Pointer } from "../../models/reference.ts";

export const TELEMETRY_ENDPOINTS = {
  name: "telemetryEndpoints",
  schema: {
    type: "array",
    items: { type: "string" },
    description:
      "Hosts, with all below them, and partner services that may be sent logs: in the register, and in an allowed region.",
  },
} as const satisfies Setting;

/** Judges a region of one's own cloud. */
export function inRegion(region: Read<string>, config: Bag): Verdict {
  const allowed = strings(config, ALLOWED_REGIONS);
  if (allowed === undefined) return UNCONFIGURED;
  return decide(region, {
    known: (name) => (isAllowed(name, allowed) ? undefined : `lies in ${name}, which is not allowed`),
  });
}

/** Judges the host of an address, or the name of a service: somebody else's, unless it is in the register. */
export function registered(read: Read<string>, config: Bag): Verdict {
  const register = strings(config, TELEMETRY_ENDPOINTS);
  if (register === undefined) return UNCONFIGURED;
  return decide(read, {
    known: (text) => {
      const host = hostOf(text);
      if (host === undefined) return notCovered(read.path, "is no address");
      const known = register.some((entry) => host === entry.toLowerCase() || host.endsWith(`.${entry.toLowerCase()}`));
      return known ? undefined : "is an endpoint that is not registered";
    },
  });
}

function hostOf(text: string): string | undefined {
  if (/^[\w.-]+$/.test(text)) return text.toLowerCase();
  return URL.canParse(text) ? new URL(text).hostname : undefined;
}

/** Judges where the resources of this stack lie that a property means; `otherwise` judges what is none of them. */
export function resident(
  pointer: Pointer,
  types: readonly string[],
  { graph, config }: { readonly graph: Graph; readonly config: Bag },
  otherwise: () => Verdict,
): Verdict {
  const { from, key, value } = pointer;
  const tied = (from.edges[key] ?? []).flatMap((urn) => {
    const target = graph.get(urn);
    return target !== undefined && types.includes(target.type) && mayMean(value, nameOf(target)) ? [target] : [];
  });
  const found = new Set([...tied, ...types.flatMap((type) => meantBy(pointer, type, graph))]);
  if (found.size === 0) return value.state === "unknown" ? undetermined(value) : otherwise();
  // what has no region of its own is judged by its own rules
  const verdicts = [...found].map((target) => {
    const region = effectiveRegion(target);
    return region.state === "global" ? PASS : inRegion({ ...region, path: value.path }, config);
  });
  return every(verdicts)[0] ?? PASS;
}

// an address has the name of what it leads to
const mayMean = (value: Read<string>, name: Read<string>): boolean =>
  value.state !== "known" || name.state !== "known" || value.value.includes(name.value);

/** The region that an ARN says. */
export function arnRegion(arn: Read<string>, config: Bag): Verdict {
  return decide(arn, {
    known: (text) => {
      const region = text.split(":")[3] ?? "";
      if (region === "") return notCovered(arn.path, "is no ARN with a region");
      return inRegion({ ...arn, state: "known", value: region }, config);
    },
  });
}
