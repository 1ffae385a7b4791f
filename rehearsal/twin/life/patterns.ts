import type { Value } from "../../wire/value.ts";
import type { PropertyType } from "../schema/types.ts";
import type { Context } from "../type.ts";

type Make = (context: Context, name: string) => Value;
interface Pattern {
  readonly names: RegExp;
  readonly kind: PropertyType["kind"];
  readonly make: Make;
}

const base64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");
const host = ({ name, dice, site }: Context, label: string): string =>
  `${name.toLowerCase().replace(/[^a-z0-9-]/g, "-")}-${dice.hex(label, 8)}.${site.region || "global"}.twin.example`;

/** What values look like that a service makes up, by the name they have. */
const PATTERNS: readonly Pattern[] = [
  {
    names: /^(creat|updat|modif|lastmodif|lastupdat|lastchang).*(at|time|date|timestamp|on|d)$/i,
    kind: "string",
    make: ({ now }) => now,
  },
  {
    names: /^(last(attach|detach|used|start|stop|fail|error)|delet|expir|complet|next)/i,
    kind: "string",
    make: () => "",
  },
  { names: /(timestamp|timecreated|createdtime|createddate)$/i, kind: "string", make: ({ now }) => now },
  { names: /etag$/i, kind: "string", make: ({ dice }, name) => dice.hex(name, 32) },
  {
    names: /^(uid|guid|uniqueid|resourceguid|immutableid)$/i,
    kind: "string",
    make: ({ dice }, name) => dice.uuid(name),
  },
  { names: /fingerprint$/i, kind: "string", make: ({ dice }, name) => base64(dice.hex(name, 16)) },
  { names: /^(generation|observedgeneration)$/i, kind: "number", make: () => 1 },
  { names: /^(generation|observedgeneration)$/i, kind: "string", make: () => "1" },
  { names: /^(creat|lastmodif).*time$/i, kind: "number", make: ({ now }) => Date.parse(now) },
  { names: /(privateip|privateipaddress)$/i, kind: "string", make: (context) => privateIp(context) },
  { names: /(ipaddress|publicip|ipv4address)$/i, kind: "string", make: (context) => publicIp(context) },
  { names: /(endpoint|url|uri)$/i, kind: "string", make: (context, name) => `https://${host(context, name)}` },
  { names: /(fqdn|hostname|dnsname|domainname)$/i, kind: "string", make: host },
  { names: /^(enabled)$/i, kind: "boolean", make: () => true },
];

/** Addresses of the ranges set aside for examples and private use. */
const privateIp = ({ dice }: Context): string => `10.${byte(dice.hex("ip", 2))}.${byte(dice.hex("ip2", 2))}.10`;
const publicIp = ({ dice }: Context): string => `203.0.113.${byte(dice.hex("ip", 2))}`;
const byte = (hex: string): number => Number.parseInt(hex, 16);

/** A made-up value for a computed output, if its name says what it is. */
export function byPattern(name: string, type: PropertyType, context: Context): Value | undefined {
  return PATTERNS.find(({ names, kind }) => kind === type.kind && names.test(name))?.make(context, name);
}
