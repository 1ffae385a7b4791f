/** Who signs certificates by ACME (RFC 8555). */
export interface AcmeServer {
  /** Its directory. */
  readonly url: string;
  /** What CAA records call it. */
  readonly authority: string;
}
/** As published by its maker, who asks for no contact. */
export const LETS_ENCRYPT: AcmeServer = {
  url: "https://acme-v02.api.letsencrypt.org/directory",
  authority: "letsencrypt.org",
};
/** How long Let's Encrypt's certificates last. */
export const SIGNED_DAYS = 90;

/** The zone in which names of a domain are proven to be ours. */
export function proofsDomain(domain: string): string {
  return `acme-proofs.${domain}`;
}
