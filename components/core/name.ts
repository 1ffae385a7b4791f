import { createHash } from "node:crypto";
import type { Site } from "./site.ts";

/** What a component may be called: short enough for every cloud once prefix and suffix are added. */
export const LOGICAL_NAME = /^[a-z][a-z0-9-]{1,38}$/;

/** What a service allows in a name. */
export interface NameRule {
  readonly max: number;
  /** What stands between words; `""` where only letters and digits are legal. @default "-" */
  readonly separator?: "-" | "";
  /** The name is shared with all customers of the cloud, so it carries a hash of the account. @default false */
  readonly unique?: boolean;
  /** What the name must end with. @default "" */
  readonly suffix?: string;
}

const HASH_LENGTH = 8;

/** `prefix-environment-name`, the same on every run; what does not fit ends in a hash, so two long names never meet. */
export function physicalName(site: Site, name: string, rule: NameRule): string {
  const { max, separator = "-", unique = false, suffix = "" } = rule;
  const whole = [site.prefix, site.environment, name].join("-");
  const spelled = whole.replaceAll("-", separator);
  if (!unique && spelled.length + suffix.length <= max) return spelled + suffix;
  const hash = createHash("sha256")
    .update(unique ? `${accountOf(site)}/${whole}` : whole)
    .digest("hex")
    .slice(0, HASH_LENGTH);
  const room = max - suffix.length - separator.length - HASH_LENGTH;
  const kept = spelled.slice(0, room).replace(/-+$/, "");
  return `${kept}${separator}${hash}${suffix}`;
}

/** The account that a site lies in: AWS account, Google Cloud project or Azure subscription. */
export function accountOf(site: Site): string {
  switch (site.cloud) {
    case "aws":
      return site.accountId;
    case "gcp":
      return site.project;
    case "azure":
      return site.subscriptionId;
  }
}

/** Whether two sites lie in one account. */
export function sameAccount(one: Site, other: Site): boolean {
  return one.cloud === other.cloud && accountOf(one) === accountOf(other);
}

/** `deadLetter` -> `dead-letter`. */
export function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
