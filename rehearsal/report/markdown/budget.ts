/** A part of the comment: rows are dropped from its end when it does not fit. */
export interface Part {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot?: string;
}

// Room for saying that something was left out, per part and at the top.
const NOTICE = 200;

/** Puts parts together until the room is used up, and counts what was left out. */
export function fitted(parts: readonly Part[], room: number): { readonly text: string; readonly dropped: number } {
  let left = room;
  let dropped = 0;
  const texts: string[] = [];
  for (const { head, rows, foot = "" } of parts) {
    left -= head.length + foot.length + NOTICE;
    if (left < 0) {
      dropped += Math.max(1, rows.length);
      left += head.length + foot.length + NOTICE;
      continue;
    }
    const kept: string[] = [];
    for (const row of rows) {
      if (left < row.length + 1) break;
      left -= row.length + 1;
      kept.push(row);
    }
    const missing = rows.length - kept.length;
    dropped += missing;
    const notice = missing > 0 ? `\n**${missing} more are left out here: see report.html.**\n` : "";
    texts.push([head, ...kept, notice, foot].filter(Boolean).join("\n"));
  }
  return { text: texts.join("\n"), dropped };
}
