import type { Bag, Read } from "../../core/props.ts";
import { OWN_ACCOUNTS, type Setting, strings } from "../../core/settings.ts";
import { decide, notCovered, PASS, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";

export const OWN_DOMAINS = {
  name: "ownDomains",
  schema: {
    type: "array",
    items: { type: "string" },
    description: "Mail domains of your own organisation and of those in its register of processors.",
  },
} as const satisfies Setting;

const ANYBODY = new Set(["allusers", "allauthenticatedusers"]);
// an account by itself, whatever its length, or in an ARN
const ACCOUNT = /^(?:arn:(?:[^:]*:){3})?(\d+)(?::|$)/;

/** Judges an AWS principal: an account that nobody named as one's own is somebody else. */
export function account(read: Read<string>, config: Bag): Verdict {
  if (read.state !== "known") return read.state === "unknown" ? undetermined(read) : PASS;
  const own = strings(config, OWN_ACCOUNTS);
  // an organisation, a unit of it and a role in one are told by their account, a service by its name
  const id = ACCOUNT.exec(read.value)?.[1];
  if (id === undefined) return PASS;
  if (own === undefined) return UNCONFIGURED;
  return decide(read, {
    known: () => (own.includes(id) ? undefined : `names account ${id}, which is not one of yours`),
  });
}

/** Judges a member as Google writes it: `user:…`, `group:…`, `domain:…` or everybody. */
export function member(read: Read<string>, config: Bag): Verdict {
  return decide(read, {
    known: (text) => {
      const name = text.replace(/^iamMember:/, "");
      if (ANYBODY.has(name.toLowerCase())) return `is ${name}`;
      const [kind = "", address = ""] = name.split(":");
      return /^(user|group|domain)$/i.test(kind)
        ? mail({ ...read, state: "known", value: address }, config)
        : undefined;
    },
  });
}

/** Judges an address or a domain. */
export function mail(read: Read<string>, config: Bag): Verdict {
  if (read.state !== "known") return read.state === "unknown" ? undetermined(read) : PASS;
  const own = strings(config, OWN_DOMAINS);
  if (own === undefined) return UNCONFIGURED;
  const domain = read.value.split("@").at(-1)?.toLowerCase() ?? "";
  if (domain === "") return notCovered(read.path, "is no address");
  return decide(read, {
    known: () => (own.some((name) => name.toLowerCase() === domain) ? undefined : "is of a domain that is not yours"),
  });
}

export const anybody = (read: Read<string>): Verdict =>
  decide(read, { known: (name) => (ANYBODY.has(name.toLowerCase()) || name === "all" ? `is ${name}` : undefined) });
