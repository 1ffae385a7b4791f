import { isTagValue, type Tags } from "./tags.ts";
import { type Limit, outside } from "./validate.ts";

/** What a thing stores or carries: becomes tags, lifecycle and residency. */
export interface Data {
  readonly class: "public" | "internal" | "confidential" | "personal" | "special";
  /** Whose data it is. @default none */
  readonly subject?: string;
  /** Why it is processed; required for personal data. @default none */
  readonly purpose?: string;
  /** The legal basis; required for personal data (GDPR art. 6). @default none */
  readonly basis?:
    | "consent"
    | "contract"
    | "legal-obligation"
    | "vital-interests"
    | "public-task"
    | "legitimate-interests";
  readonly retentionDays: number;
  /** The team that answers for it. */
  readonly owner: string;
}

/** Data about people: it needs a purpose and a basis, and must stay erasable. */
export function isPersonal({ class: kind }: Data): boolean {
  return kind === "personal" || kind === "special";
}

/** What a resource is tagged with, so that registers and policies can read it. */
export function dataTags({ class: kind, purpose, basis, retentionDays, owner }: Data): Tags {
  return {
    class: kind,
    owner,
    "retention-days": String(retentionDays),
    ...(purpose !== undefined && { purpose }),
    ...(basis !== undefined && { basis }),
  };
}

/** The limits of a `data` property, to be listed among those of the component. */
export function dataLimits(data: Data): readonly Limit[] {
  const word = (value: string | undefined) => value !== undefined && !isTagValue(value);
  const missing = (value: string | undefined) => isPersonal(data) && value === undefined;
  return [
    ["data.retentionDays", outside(data.retentionDays, 1, 3650), `must be 1 to 3650, got ${data.retentionDays}`],
    ["data.owner", word(data.owner), `must be a tag value ([a-z0-9_-], 1 to 63), got ${data.owner}`],
    ["data.purpose", word(data.purpose), `must be a tag value ([a-z0-9_-], 1 to 63), got ${data.purpose ?? ""}`],
    ["data.purpose", missing(data.purpose), `is required for ${data.class} data`],
    ["data.basis", missing(data.basis), `is required for ${data.class} data`],
  ];
}
