import { z } from "zod";
import { exception, provedPath, severity } from "./model.ts";

/** The form of the lines that packs write; another one is refused. */
export const LINES_VERSION = 4;

const framework = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  reference: z.string(),
  note: z.string().optional(),
  controls: z.array(
    z.object({
      id: z.string(),
      title: z.string().optional(),
      rules: z.array(z.object({ rule: z.string(), types: z.array(z.string()) })),
    }),
  ),
});
export type FrameworkCard = z.infer<typeof framework>;
const card = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  severity,
  why: z.string(),
  controls: z.array(z.string()),
});
const start = z.object({
  kind: z.literal("start"),
  pack: z.string(),
  version: z.literal(LINES_VERSION),
  packVersion: z.string(),
  asOf: z.string(),
  phase: z.enum(["preview", "up", "analyze"]),
  rules: z.array(card),
  frameworks: z.array(framework),
});
const finding = z.object({
  kind: z.literal("finding"),
  pack: z.string(),
  rule: z.string(),
  verdict: z.enum([
    "pass",
    "fail",
    "undetermined(unknown)",
    "undetermined(not covered)",
    "excepted",
    "not applicable",
    "rule-error",
  ]),
  severity,
  level: z.enum(["advisory", "mandatory"]).optional(),
  known: z.boolean().optional(),
  urn: z.string(),
  type: z.string(),
  path: z.string(),
  what: z.string(),
  how: z.string(),
  cause: z.string(),
  fingerprint: z.string(),
  exception: exception.optional(),
  address: z.string().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
});
const notice = z.object({ kind: z.literal("notice"), pack: z.string(), failing: z.boolean(), text: z.string() });
const coverage = z.object({
  kind: z.literal("coverage"),
  pack: z.string(),
  type: z.string(),
  resources: z.int(),
  rules: z.int(),
});
const path = provedPath.extend({ kind: z.literal("path"), pack: z.string() });
const line = z.discriminatedUnion("kind", [start, finding, notice, path, coverage]);
export type Line = z.infer<typeof line>;
export type FindingLine = z.infer<typeof finding>;

/** A pack wrote something else; the message says what. */
export class LinesError extends Error {}

/** The lines of a findings file. */
export function readLines(text: string): readonly Line[] {
  const lines = text.split("\n").filter((one) => one !== "");
  return lines.map((one, index) => {
    const read = line.safeParse(parsed(one));
    if (read.success) return read.data;
    const [problem] = read.error.issues;
    const place = problem?.path.join(".") ?? "";
    throw new LinesError(
      `line ${index + 1} of the findings: ${place && `${place}: `}${problem?.message ?? "is wrong"}`,
    );
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
