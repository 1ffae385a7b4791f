import { closeSync, openSync, readSync } from "node:fs";

/** The text from one namespace header to the next, in bytes. */
export interface Section {
  /** The namespaces around it, outermost first, its own last; none for what precedes the first. */
  readonly path: readonly { readonly name: string; readonly indent: number }[];
  readonly start: number;
  readonly end: number;
}

const HEADER = /^( *)(?:export )?(?:declare )?namespace (\w+) \{\r?$/;
const NEWLINE = 10;
const CHUNK = 1 << 20;

/** Finds the namespaces of a file of nested types without holding the file: they go up to 50 MB. */
export function findSections(path: string): Section[] {
  const sections: Section[] = [];
  let open: Omit<Section, "end"> = { path: [], start: 0 };
  let end = 0;
  for (const { bytes, offset } of wholeLines(path)) {
    for (let at = bytes.indexOf("namespace "); at >= 0; at = bytes.indexOf("namespace ", at + 1)) {
      const start = bytes.lastIndexOf(NEWLINE, at) + 1;
      // in prose the word is common, in code only declarations stand this near to the margin
      if (at - start > 100) continue;
      const header = HEADER.exec(bytes.toString("latin1", start, lineEnd(bytes, at)));
      if (!header) continue;
      const indent = header[1]?.length ?? 0;
      sections.push({ ...open, end: offset + start });
      const around = open.path.filter((it) => it.indent < indent);
      open = { path: [...around, { name: header[2] ?? "", indent }], start: offset + start };
    }
    end = offset + bytes.length;
  }
  return [...sections, { ...open, end }];
}

/** Reads a range of bytes of a file. */
export function readRange(path: string, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - start);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end < 0 ? bytes.length : end;
}

function* wholeLines(path: string): Generator<{ bytes: Buffer; offset: number }> {
  const file = openSync(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(CHUNK);
    let kept = 0;
    for (let offset = 0; ; ) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(CHUNK)]);
      const read = readSync(file, buffer, kept, buffer.length - kept, offset + kept);
      const length = kept + read;
      const end = read === 0 ? length : buffer.lastIndexOf(NEWLINE, length - 1) + 1;
      if (end > 0) yield { bytes: buffer.subarray(0, end), offset };
      if (read === 0) return;
      buffer.copyWithin(0, end, length);
      kept = length - end;
      offset += end;
    }
  } finally {
    closeSync(file);
  }
}
