import { parseCidr } from "cidr-tools";
import { kebab } from "../core/name.ts";
import type { Cloud } from "../core/site.ts";
import type { Limit } from "../core/validate.ts";

/** Who reaches the API server: from a network that is private to it, a list of addresses for a time, or by a name of the cloud's. */
export type Access =
  | {
      /** CIDR ranges from which Pulumi and people come, over the estate's own networks; there is no public address. */
      readonly runnerNetwork: readonly string[];
      /** CIDR ranges of other clusters that call the API server: control planes of a mesh or a federation. @default [] */
      readonly callers?: readonly string[] | undefined;
    }
  | {
      /** Public CIDR ranges that reach a public address, until a day (ISO date) on which somebody looks again. */
      readonly allowList: { readonly cidrs: readonly string[]; readonly until: string };
    }
  | {
      /** Reached by a name whose front end asks for a cloud identity first; Google Cloud only. */
      readonly dnsEndpoint: true;
    };

/** Who people are to a cluster. AWS: ARN of an IAM role; Google Cloud: a group's address; Azure: an Entra group's object id. */
export interface People {
  /** The one that runs Pulumi: administers the cluster. */
  readonly deployer: string;
  /**
   * For emergencies: administers the cluster, and every use is in the audit log; nobody is in it day by day. On Google
   * Cloud a service account that a group takes tokens of is heard by an `AuditTrail`, a group is not.
   */
  readonly breakGlass: string;
  /** May change what runs, but no rights. @default [] */
  readonly operators?: readonly string[] | undefined;
  /** May look, but not at secrets. @default [] */
  readonly viewers?: readonly string[] | undefined;
}

/** `People` with every default applied. */
export type Everybody = { readonly [K in keyof People]-?: NonNullable<People[K]> };

/** One person or group, and what it may do. */
export interface Right {
  readonly kind: keyof People;
  readonly principal: string;
  /** What resources that give the right are called. */
  readonly name: string;
}

/** Everybody who may do something, in the order of their rights. */
export function rightsOf(cluster: string, people: Everybody): readonly Right[] {
  const { deployer, breakGlass, operators, viewers } = people;
  const all = { deployer: [deployer], breakGlass: [breakGlass], operators, viewers };
  return (Object.keys(all) as (keyof typeof all)[]).flatMap((kind) =>
    all[kind].map((principal) => {
      const short = principal.split(/[/:]/).at(-1)?.split("@")[0] ?? principal;
      return { kind, principal, name: `${cluster}-${kebab(kind)}-${short}` };
    }),
  );
}

const PRINCIPAL: { readonly [C in Cloud]: readonly [form: RegExp, words: string] } = {
  aws: [/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/, "the ARN of an IAM role"],
  gcp: [/^(group|serviceAccount):[^\s@]+@[^\s@]+\.[^\s@]+$/, "group:<address> or serviceAccount:<address>"],
  azure: [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, "the object id of an Entra group or identity"],
};
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The limits of `people`. */
export function peopleLimits(cloud: Cloud, people: People): readonly Limit[] {
  const [form, words] = PRINCIPAL[cloud];
  const { deployer, breakGlass, operators = [], viewers = [] } = people;
  const all = { deployer: [deployer], breakGlass: [breakGlass], operators, viewers };
  return [
    ...Object.entries(all).flatMap(([role, principals]) =>
      principals.map(
        (principal): Limit => [`people.${role}`, !form.test(principal), `must be ${words}, got ${principal}`],
      ),
    ),
    ["people.breakGlass", breakGlass === deployer, "must not be the deployer: its use could not be told apart"],
  ];
}

/** The limits of `access`. */
export function accessLimits(cloud: Cloud, access: Access): readonly Limit[] {
  if ("dnsEndpoint" in access) {
    return [["access.dnsEndpoint", cloud !== "gcp", `is not there on ${cloud}: use runnerNetwork or allowList`]];
  }
  if ("runnerNetwork" in access) {
    const { runnerNetwork, callers = [] } = access;
    return [...ranges("access.runnerNetwork", runnerNetwork), ...each("access.callers", callers)];
  }
  const { cidrs, until } = access.allowList;
  return [
    ...ranges("access.allowList.cidrs", cidrs),
    ["access.allowList.until", !DATE.test(until) || Number.isNaN(Date.parse(until)), `must be a date, got ${until}`],
    [
      "access.allowList.cidrs",
      cidrs.some((range) => isRange(range) && Number(parseCidr(range).prefix) < WIDEST),
      `must not have more than a /${WIDEST}: name the addresses that need it`,
    ],
  ];
}

// 65,536 addresses: wider than any office
const WIDEST = 16;

function ranges(path: string, cidrs: readonly string[]): readonly Limit[] {
  return [
    [path, cidrs.length === 0, "must name at least one range, or nobody can deploy to the cluster"],
    ...each(path, cidrs),
  ];
}

function each(path: string, cidrs: readonly string[]): readonly Limit[] {
  return cidrs.map((range, index) => [`${path}[${index}]`, !isRange(range), `must be a CIDR range, got ${range}`]);
}

function isRange(range: string): boolean {
  try {
    return parseCidr(range).prefixPresent;
  } catch {
    return false;
  }
}
