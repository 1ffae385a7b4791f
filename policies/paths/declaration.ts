import { isBlock } from "../models/address.ts";

/** Where a path begins or ends. */
export type End = Internet | Addresses | PodEnd | ApiServer | CloudService;
/** Any public address, and what a caller from there says. */
export interface Internet {
  readonly kind: "internet";
  /** The name that is called; without it, any. */
  readonly host?: string;
  /** Who signed the caller's token, or that there is none; without it, nobody knows. */
  readonly token?: string;
}
/** The word for a caller without a token. */
export const NO_TOKEN = "none";
/** A network outside the program, as an address block. */
export interface Addresses {
  readonly kind: "addresses";
  readonly block: string;
}
/** Pods of one namespace; without labels, any of them. */
export interface PodEnd {
  readonly kind: "pod";
  readonly cluster: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly serviceAccount?: string;
}
export interface ApiServer {
  readonly kind: "apiServer";
  readonly cluster: string;
}
/** A cloud's own interface, as `cloud:name`: `aws:s3`. */
export interface CloudService {
  readonly kind: "service";
  readonly service: string;
  /** Which resource of the program it is of, where each has a door of its own: on Azure. */
  readonly resource?: string;
}
export type Protocol = "TCP" | "UDP" | "SCTP";
export interface Port {
  readonly number: number;
  readonly protocol: Protocol;
}
/** A path that must be open, or must not. */
export interface Declaration {
  readonly name: string;
  readonly from: End;
  readonly to: End;
  readonly port: Port;
  readonly expect: "open" | "closed";
  readonly why: string;
}

const PROTOCOLS: readonly Protocol[] = ["TCP", "UDP", "SCTP"];
type Entry = Readonly<Record<string, unknown>>;

/** The declared paths of a list; throws with every mistake in one line. */
export function declarationsIn(list: unknown): readonly Declaration[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw new TypeError("paths must be a list");
  const mistakes: string[] = [];
  const names = new Set<string>();
  const declared = list.flatMap((entry, index): readonly Declaration[] => {
    const at = `paths[${index}]`;
    const read = declarationIn(entry, (what) => mistakes.push(`${at} ${what}`));
    if (read === undefined) return [];
    if (names.has(read.name)) mistakes.push(`${at} has the name of another: ${read.name}`);
    names.add(read.name);
    return [read];
  });
  if (mistakes.length > 0) throw new TypeError(mistakes.join("; "));
  return declared;
}

type Complain = (what: string) => void;

function declarationIn(entry: unknown, complain: Complain): Declaration | undefined {
  if (!isEntry(entry)) {
    complain("is not an entry");
    return undefined;
  }
  const foreign = Object.keys(entry).filter((key) => !["name", "from", "to", "expect", "why"].includes(key));
  if (foreign.length > 0) complain(`has ${foreign.join(", ")}, which no path has`);
  const { name, expect, why } = entry;
  if (!isText(name)) complain("lacks name");
  if (!isText(why)) complain("lacks why");
  if (expect !== "open" && expect !== "closed") complain("needs expect: open or closed");
  const from = endIn(entry["from"], (what) => complain(`from ${what}`));
  const to = endIn(entry["to"], (what) => complain(`to ${what}`), TARGET_KEYS);
  const port = portIn(entry["to"], (what) => complain(`to ${what}`));
  if (!(isText(name) && isText(why) && from && to && port)) return undefined;
  if (expect !== "open" && expect !== "closed") return undefined;
  if (from.kind === "apiServer" || from.kind === "service") complain(`from ${from.kind} is no path that is known`);
  if (to.kind === "addresses") complain("to addresses is no path that is known");
  return { name, from, to, port, expect, why };
}

const TARGET_KEYS = ["port", "protocol"];

function portIn(entry: unknown, complain: Complain): Port | undefined {
  if (!isEntry(entry)) return undefined;
  const { port, protocol = "TCP" } = entry;
  const known = PROTOCOLS.find((one) => one === protocol);
  if (known === undefined) complain(`has the protocol ${JSON.stringify(protocol)}; known are ${PROTOCOLS.join(", ")}`);
  // 0 is no port that anybody listens on
  const fits = typeof port === "number" && Number.isInteger(port) && port >= 1 && port <= 65_535;
  if (!fits) complain("needs a port from 1 to 65535");
  return fits && known !== undefined ? { number: port, protocol: known } : undefined;
}

interface Form {
  readonly keys: readonly string[];
  readonly read: (entry: Entry) => End | string;
}
/** The forms of an end, by the key that only they have. */
const FORMS: Readonly<Record<string, Form>> = {
  internet: {
    keys: ["internet", "host", "token"],
    read: ({ internet, host, token }) => {
      if (internet !== true) return "needs internet: true";
      if (host !== undefined && !(isText(host) && /^[a-z0-9.-]+$/.test(host)))
        return "needs host as one name, in small letters";
      if (token !== undefined && !isText(token)) return `needs token as the name of an issuer, or ${NO_TOKEN}`;
      return { kind: "internet", ...(host !== undefined && { host }), ...(token !== undefined && { token }) };
    },
  },
  addresses: {
    keys: ["addresses"],
    read: ({ addresses }) =>
      isText(addresses) && isBlock(addresses)
        ? { kind: "addresses", block: addresses }
        : "needs addresses as a block, such as 10.0.0.0/16",
  },
  apiServer: {
    keys: ["apiServer", "cluster"],
    read: ({ apiServer, cluster }) =>
      apiServer === true && isText(cluster) ? { kind: "apiServer", cluster } : "needs apiServer: true and a cluster",
  },
  service: {
    keys: ["service", "resource"],
    read: ({ service, resource }) => {
      if (!isText(service) || !/^(aws|gcp|azure):[a-z0-9.-]+$/.test(service))
        return "needs a service as cloud:name, such as aws:s3";
      if (resource === undefined) return { kind: "service", service };
      return isText(resource) && service.startsWith("azure:")
        ? { kind: "service", service, resource }
        : "needs resource as the name of a resource, of Azure only";
    },
  },
  namespace: {
    keys: ["namespace", "cluster", "labels", "serviceAccount"],
    read: ({ cluster, namespace, labels, serviceAccount }) => {
      if (!isText(cluster) || !isText(namespace)) return "needs cluster and namespace";
      if (labels !== undefined && !isTexts(labels)) return "needs labels as texts by name";
      if (serviceAccount !== undefined && !isText(serviceAccount)) return "needs serviceAccount as a name";
      return {
        kind: "pod",
        cluster,
        namespace,
        ...(labels !== undefined && { labels }),
        ...(serviceAccount !== undefined && { serviceAccount }),
      };
    },
  },
};

function endIn(entry: unknown, complain: Complain, more: readonly string[] = []): End | undefined {
  const form = isEntry(entry) ? Object.entries(FORMS).find(([key]) => key in entry)?.[1] : undefined;
  if (!isEntry(entry) || form === undefined) {
    complain(`is no end; an end has one of ${Object.keys(FORMS).join(", ")}`);
    return undefined;
  }
  const foreign = Object.keys(entry).filter((key) => ![...form.keys, ...more].includes(key));
  if (foreign.length > 0) complain(`has ${foreign.join(", ")}, which this end has not`);
  const read = form.read(entry);
  if (typeof read !== "string") return read;
  complain(read);
  return undefined;
}

export function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isEntry(value) && Object.values(value).every((one) => typeof one === "string");
}
