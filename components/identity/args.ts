import type { Site } from "../core/site.ts";
import type { Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import { trustLimits } from "./limits.ts";
import type { IdentityChildren } from "./native.ts";
import { keyOf, type PinnedTrust, pin, type Trust } from "./trusts.ts";

export interface IdentityArgs {
  readonly site: Site;
  /** Who may act as it; more can be added by `federate`. @default [] */
  readonly trust?: readonly Trust[];
  /** How long a pod's proof of who it is lasts, and a session on Google Cloud. @default 3600 */
  readonly sessionSeconds?: number;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<IdentityChildren>;
}

/** `IdentityArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface IdentitySpec {
  readonly sessionSeconds: number;
  readonly tags: Tags;
}

export function resolveIdentity(args: IdentityArgs): IdentitySpec {
  const { site, trust = [], sessionSeconds = 3600 } = args;
  const keys = trust.map(keyOf);
  validate("invalid identity", [
    [
      "sessionSeconds",
      notWhole(sessionSeconds, 900, 3600),
      `must be 900 (AWS STS) to 3600 (Google Cloud), got ${sessionSeconds}`,
    ],
    ...trust.flatMap((one, index) => trustLimits(site, one, keys.slice(0, index), `trust[${index}]`)),
  ]);
  return { sessionSeconds, tags: site.tags };
}

/** A trust that comes later, beside those whose keys are given. */
export function resolveTrust(site: Site, trust: Trust, others: readonly string[]): PinnedTrust {
  validate("invalid trust", trustLimits(site, trust, others, "trust"));
  return pin(site, trust);
}
