import { type Output, output } from "@pulumi/pulumi";
import type { Identity } from "../core/identity.ts";
import { sameAccount } from "../core/name.ts";
import type { Site } from "../core/site.ts";
import { accountSubject, type GithubJobs, githubSubject, identitySubject, type ServiceAccount } from "./claims.ts";
import type { Issuer } from "./issuer/index.ts";

/** Who may act as an identity without holding a key of it. */
export type Trust =
  /** Pods; without an issuer the cluster must be of the identity's own account. */
  | { readonly kubernetes: ServiceAccount; readonly issuer?: Issuer }
  /** An identity of another cloud. */
  | { readonly identity: Identity; readonly issuer: Issuer }
  | { readonly github: GithubJobs; readonly issuer: Issuer };

/** A trust that its cloud knows how to keep without a token being shown. */
export interface PodTrust extends ServiceAccount {
  readonly kind: "pod";
  readonly key: string;
  readonly subject: Output<string>;
}
/** A trust in whoever shows a token with exactly these claims. */
export interface TokenTrust {
  readonly kind: "token";
  /** Tells it from the others of the identity. */
  readonly key: string;
  readonly issuer: Issuer;
  readonly subject: Output<string>;
  readonly repositoryId: string | undefined;
}
export type PinnedTrust = PodTrust | TokenTrust;

/** What names a trust among those of an identity. */
export function keyOf(trust: Trust): string {
  return words(partsOf(trust));
}

function partsOf(trust: Trust): readonly string[] {
  if ("kubernetes" in trust) {
    const { cluster, namespace, serviceAccount } = trust.kubernetes;
    return [cluster.name, namespace, serviceAccount];
  }
  if ("identity" in trust) return [trust.identity.cloud, trust.identity.name];
  return "github" in trust ? [trust.github.org, trust.github.repo, trust.github.environment] : [];
}

function words(parts: readonly string[]): string {
  return parts
    .join("-")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
}

/** A trust with the claims that are to be pinned; its limits have been checked. */
export function pin(site: Site, trust: Trust): PinnedTrust {
  const key = keyOf(trust);
  if ("kubernetes" in trust) {
    const subject = output(accountSubject(trust.kubernetes));
    if (sameAccount(site, trust.kubernetes.cluster.site)) return { kind: "pod", key, subject, ...trust.kubernetes };
    return { kind: "token", key, subject, issuer: trust.issuer as Issuer, repositoryId: undefined };
  }
  const { issuer } = trust;
  if ("github" in trust) {
    const subject = output(githubSubject(trust.github));
    return { kind: "token", key, subject, issuer, repositoryId: trust.github.repositoryId };
  }
  const subject = identitySubject(trust.identity) as Output<string>;
  return { kind: "token", key, subject, issuer, repositoryId: undefined };
}
