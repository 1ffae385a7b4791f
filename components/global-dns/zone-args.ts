import { isDnsLabel } from "../core/dns-label.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, validate } from "../core/validate.ts";
import type { ZoneChildren } from "./native.ts";

export interface DnsZoneArgs {
  readonly site: Site;
  /** What all its names end with: `acme.example`. */
  readonly domain: string;
  /** Who may sign certificates for its names (CAA records); all others are refused. @default who signs for gateways: `amazon.com`, `pki.goog` and, on Azure, `letsencrypt.org` */
  readonly authorities?: readonly string[];
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<ZoneChildren>;
}

/** `DnsZoneArgs` with every default applied and every limit checked. */
export interface DnsZoneSpec {
  readonly domain: string;
  readonly authorities: readonly string[];
  readonly tags: Tags;
}

export function resolveDnsZone(args: DnsZoneArgs): DnsZoneSpec {
  const { site, domain, authorities = ["amazon.com", "pki.goog", "letsencrypt.org"] } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  validate("invalid zone", [
    ["domain", !isName(domain), `must be a DNS name of two labels or more in lower case, got ${domain}`],
    ["authorities", authorities.length === 0, "must name somebody: nobody could sign a certificate"],
    ...authorities.map(
      (authority, index): Limit => [
        `authorities[${index}]`,
        !isName(authority),
        `must be a DNS name, got ${authority}`,
      ],
    ),
  ]);
  return { domain, authorities, tags: { ...site.tags, criticality } };
}

function isName(name: string): boolean {
  const labels = name.split(".");
  return name.length <= 253 && labels.length >= 2 && labels.every((label) => isDnsLabel(label));
}
