import { judgementOf } from "./judgement.ts";
import { type FindingLine, type FrameworkCard, LINES_VERSION, type Line } from "./lines.ts";
import type { Judgement } from "./model.ts";

const bucket = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::uploads";
const queue = "urn:pulumi:prod::shop::shop:index:Inbox$aws:sqs/queue:Queue::inbox";

const CARDS = [
  {
    id: "iam-no-admin-star",
    title: "Nobody has every right everywhere",
    severity: "critical",
    why: "Whoever takes over such an identity owns the account.",
    controls: ["cis-aws:2.14", "nist-800-207:T3"],
  },
  {
    id: "object-storage-not-public",
    title: "Object storage is closed to the public",
    severity: "critical",
    why: "A bucket that anybody may read is a data breach that nobody notices.",
    controls: ["cis-aws:3.1.4"],
  },
  {
    id: "tls-minimum-1-2",
    title: "Nothing accepts TLS below 1.2",
    severity: "high",
    why: "TLS 1.0 and 1.1 have known attacks.",
    controls: ["nist-800-207:T2"],
  },
] as const;

const FRAMEWORKS: FrameworkCard[] = [
  {
    id: "cis-aws",
    name: "CIS Amazon Web Services Foundations Benchmark",
    version: "7.0.0",
    reference: "https://www.cisecurity.org",
    controls: [
      { id: "2.14", rules: [{ rule: "iam-no-admin-star", types: ["aws:"] }] },
      { id: "2.4", rules: [] },
      { id: "3.1.4", rules: [{ rule: "object-storage-not-public", types: ["aws:s3/"] }] },
    ],
  },
  {
    id: "nist-800-207",
    name: "NIST SP 800-207",
    version: "2020",
    reference: "https://doi.org/10.6028/NIST.SP.800-207",
    note: "A reading of ours.",
    controls: [
      { id: "T2", title: "All communication is secured", rules: [{ rule: "tls-minimum-1-2", types: [] }] },
      { id: "T3", title: "Access is for one session", rules: [{ rule: "iam-no-admin-star", types: [] }] },
    ],
  },
];

/** A line as a pack writes it. */
export function findingLine(over: Partial<FindingLine> = {}): FindingLine {
  return {
    kind: "finding",
    pack: "zero-trust",
    rule: "object-storage-not-public",
    verdict: "fail",
    severity: "critical",
    level: "mandatory",
    urn: bucket,
    type: "aws:s3/bucket:Bucket",
    path: "acl",
    what: "is public-read",
    how: "Leave `acl` out.",
    cause: bucket,
    fingerprint: "00112233445566aa",
    ...over,
  };
}

export function startLine(over: Partial<Extract<Line, { kind: "start" }>> = {}): Line {
  const rules = CARDS.map((card) => ({ ...card, version: "0.1.0", controls: [...card.controls] }));
  return {
    kind: "start",
    pack: "zero-trust",
    version: LINES_VERSION,
    packVersion: "1.2.0",
    asOf: "2026-03-02",
    phase: "up",
    rules,
    frameworks: FRAMEWORKS,
    ...over,
  };
}

/** Lines in which every verdict occurs; `text` is what the rules say. */
export function sampleLines(text = "is public-read"): readonly Line[] {
  const exception = { reason: `${text}, until the move`, owner: "sales", expires: "2026-04-01" };
  return [
    startLine(),
    findingLine({ what: text }),
    findingLine({ verdict: "excepted", level: "advisory", urn: queue, cause: "shop", path: "policy", exception }),
    findingLine({ rule: "iam-no-admin-star", verdict: "pass", level: undefined, path: "", what: "" }),
    findingLine({ rule: "iam-no-admin-star", verdict: "undetermined(unknown)", level: undefined, urn: queue }),
    findingLine({ rule: "iam-no-admin-star", verdict: "rule-error", urn: queue, what: text }),
    {
      kind: "path",
      pack: "zero-trust",
      name: `internet to carts ${text}`,
      why: "carts are for the shop-front only",
      expect: "closed",
      state: "closed",
      steps: [
        { what: `a way in ${text}`, passage: "undetermined(not covered)", reason: `${text} is not followed`, by: [] },
        { what: "ingress of pods of shop", passage: "refused", by: [queue] },
      ],
    },
    {
      kind: "path",
      pack: "zero-trust",
      name: "runner to the API server",
      why: "it deploys",
      expect: "open",
      state: "missing",
      steps: [],
      missing: `there is no cluster ${text}`,
    },
    { kind: "notice", pack: "zero-trust", failing: true, text: `exceptions[1] lacks resource ${text}` },
    { kind: "coverage", pack: "zero-trust", type: "aws:s3/bucket:Bucket", resources: 1, rules: 2 },
    { kind: "coverage", pack: "zero-trust", type: "aws:iot/thing:Thing", resources: 3, rules: 0 },
  ];
}

export const sampleJudgement = (text?: string): Judgement => judgementOf(sampleLines(text));
