import { createHash } from "node:crypto";
import type { Line } from "./lines.ts";
import type { Judgement } from "./model.ts";

/** What was judged, so that an auditor can find it again. */
export interface Evident {
  readonly tool: string;
  readonly subject: string;
  /** The commit of the program; empty where it is in none. */
  readonly commit: string;
}

/** Every verdict that was given, passes included, with what an auditor asks for and a hash over all of it. */
export function evidenceOf(judgement: Judgement, lines: readonly Line[], about: Evident): object {
  const { asOf, phase, packs, rules, frameworks, findings, notices, coverage } = judgement;
  const verdicts = lines
    .filter((line) => line.kind === "finding")
    .map(({ rule, verdict, urn, path, fingerprint }) => ({ rule, verdict, urn, path, fingerprint }));
  const content = {
    version: 1,
    ...about,
    asOf,
    phase,
    packs,
    frameworks,
    rules,
    exceptions: findings.filter(({ exception }) => exception !== undefined),
    notices,
    coverage,
    verdicts: verdicts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
  return { ...content, sha256: createHash("sha256").update(JSON.stringify(content)).digest("hex") };
}

const keyOf = ({ rule, urn, path, verdict }: { rule: string; urn: string; path: string; verdict: string }): string =>
  [rule, urn, path, verdict].join("\n");
