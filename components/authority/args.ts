import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import type { AuthorityChildren } from "./native.ts";

export interface CertificateAuthorityArgs {
  /** The account that keeps the root's key; on Azure there is none that would. */
  readonly site: Site;
  /** Whose root it is, as certificates say (`O`): the trust domain of a mesh. */
  readonly organization: string;
  /** How long the root is trusted; a new one means that everything below it is issued anew. @default 10 */
  readonly validityYears?: number;
  /** How much depends on it; `"low"` keeps no list of what was issued on Google Cloud. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<AuthorityChildren>;
}

/** `CertificateAuthorityArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface AuthoritySpec {
  readonly organization: string;
  readonly validityYears: number;
  /** Whether each certificate can be looked up and revoked, where that costs more. */
  readonly listed: boolean;
  readonly tags: Tags;
}

/** What an identity can be allowed to ask of it: to sign an authority below which no other may follow. */
export type AuthorityRight = "issue";

// ub-organization-name (RFC 5280, appendix A), in the letters of a PrintableString, as AWS writes names
const ORGANIZATION = /^[a-zA-Z0-9'()+,\-.?:/= ]{1,64}$/;
// beyond that nobody trusts today's algorithms
const MAX_YEARS = 30;

export function resolveAuthority(args: CertificateAuthorityArgs): AuthoritySpec {
  const { site, organization, validityYears = 10 } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  validate("invalid certificate authority", [
    [
      "organization",
      !ORGANIZATION.test(organization),
      `must be 1 to 64 characters of a PrintableString (RFC 5280, appendix A), got ${organization}`,
    ],
    [
      "validityYears",
      notWhole(validityYears, 1, MAX_YEARS),
      `must be 1 to ${MAX_YEARS}, within which its algorithm is trusted, got ${validityYears}`,
    ],
  ]);
  return { organization, validityYears, listed: criticality !== "low", tags: { ...site.tags, criticality } };
}
