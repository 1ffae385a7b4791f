/** A part of the comment: rows are dropped from its end when it does not fit. */
export interface Part {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot?: string;
  /** It takes what room the others leave. */
  readonly yields?: boolean;
}

// Room for saying that something was left out.
const NOTICE = 200;

/** Fits parts into the room, keeps their order, and counts what was left out. */
export function fitted(parts: readonly Part[], room: number): { readonly text: string; readonly dropped: number } {
  let left = room;
  let dropped = 0;
  const texts = new Map<Part, string>();
  const byPriority = parts.toSorted((a, b) => Number(a.yields ?? false) - Number(b.yields ?? false));
  for (const part of byPriority) {
    const { head, rows, foot = "" } = part;
    const frame = head.length + foot.length + NOTICE;
    if (left < frame) {
      dropped += Math.max(1, rows.length);
      continue;
    }
    left -= frame;
    const kept = fitting(rows, left);
    left -= kept.reduce((sum, row) => sum + row.length + 1, 0);
    const missing = rows.length - kept.length;
    dropped += missing;
    const notice = missing > 0 ? `\n**${missing} more are left out here: see report.html.**\n` : "";
    texts.set(part, [head, ...kept, notice, foot].filter(Boolean).join("\n"));
  }
  const text = parts.flatMap((part) => texts.get(part) ?? []).join("\n\n");
  return { text: text.replace(/\n{3,}/g, "\n\n"), dropped };
}

function fitting(rows: readonly string[], room: number): string[] {
  let left = room;
  const beyond = rows.findIndex((row) => {
    left -= row.length + 1;
    return left < 0;
  });
  return beyond < 0 ? [...rows] : rows.slice(0, beyond);
}
