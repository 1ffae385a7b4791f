import type { Member } from "./types.ts";

const DEFAULT = /\bdefault(?:s to|s to:| is| value is| value:|:) +`([^`]+)`/i;
const VALUES =
  /\b(?:valid|possible|allowed|accepted|supported) (?:values|options|types)\b(?: are| include)?:? *((?:,? *(?:and|or|&)? *`[^`\n]+`(?: *\([^)`]*\))?)+)/i;
const NOT_ALL = /\binclude|\be\.g\.|\bsuch as\b|\bfor example\b/i;

/** Takes from a property's comment what a check can use. */
export function propertyDoc(doc: string): Pick<Member, "deprecated" | "docDefault" | "validValues"> {
  if (doc === "") return {};
  const text = plain(doc);
  const deprecated = deprecation(text);
  const docDefault = DEFAULT.exec(text)?.[1];
  const values = VALUES.exec(text);
  const list = values && !NOT_ALL.test(values[0]) ? [...(values[1] ?? "").matchAll(/`([^`]+)`/g)] : [];
  return {
    ...(deprecated !== undefined && { deprecated }),
    ...(docDefault !== undefined && { docDefault }),
    ...(list.length > 1 && { validValues: list.map((match) => match[1] ?? "") }),
  };
}

/** What the comment of a resource class or function says beside its prose. */
export interface SubjectDoc {
  readonly deprecated?: string;
  readonly apiVersion?: string;
  readonly importIds: readonly string[];
  readonly importHint?: string;
}

/** Reads the comment of a resource class or function. */
export function subjectDoc(doc: string): SubjectDoc {
  const text = plain(doc);
  const deprecated = deprecation(text);
  const apiVersion = /Uses Azure REST API version (\S+?)\.?(?:\s|$)/.exec(text)?.[1];
  const importHint = /`pulumi import`, (import .* using .*?)\.? For example:/.exec(text)?.[1];
  return {
    ...(deprecated !== undefined && { deprecated }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(importHint !== undefined && { importHint }),
    importIds: [...text.matchAll(/^(?:\$ )?pulumi import [\w.-]+:\S+ \S+ (.+)$/gm)].map((match) =>
      (match[1] ?? "").trim(),
    ),
  };
}

/** The last comment that ends before an offset, if nothing but white space lies between. */
export function commentBefore(text: string, offset: number): string {
  const end = text.lastIndexOf("*/", offset);
  if (end < 0 || text.slice(end + 2, offset).trim() !== "") return "";
  return text.slice(text.lastIndexOf("/**", end), end + 2);
}

function deprecation(text: string): string | undefined {
  const match = /^@deprecated\b[ \t]*(.*(?:\n(?!@|\n).+)*)/m.exec(text);
  return match ? (match[1] ?? "").replace(/\s+/g, " ").trim() : undefined;
}

function plain(doc: string): string {
  return doc
    .replace(/^\s*\/\*\*?|\*\/\s*$/g, "")
    .replace(/^[ \t]*\* ?/gm, "")
    .trim();
}
