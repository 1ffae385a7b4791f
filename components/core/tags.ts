/** What a mistake may cost: the environment decides protection and the default criticality. */
export type Environment = "dev" | "prod";
/** The names a tag may have; all are legal on every cloud, as AWS tag, Google label and Azure tag. */
export const TAG_NAMES = [
  "class",
  "owner",
  "purpose",
  "basis",
  "retention-days",
  "environment",
  "criticality",
  "cost-center",
  "interruptible",
] as const;
export type TagName = (typeof TAG_NAMES)[number];
/** Tags by name; what is not known is absent. */
export type Tags = Readonly<Partial<Record<TagName, string>>>;

/** How much depends on it: decides zones, copies and protection. */
export type Criticality = "low" | "standard" | "high";

/** What the environment says when nobody else does. */
export function defaultCriticality(environment: Environment): Criticality {
  return environment === "prod" ? "standard" : "low";
}

// the intersection: Google's labels are the strictest
const TAG_VALUE = /^[a-z0-9_-]{1,63}$/;

/** Whether every cloud takes it as the value of a tag. */
export function isTagValue(value: string): boolean {
  return TAG_VALUE.test(value);
}
