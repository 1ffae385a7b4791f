import { closeSync, openSync, readSync } from "node:fs";

/** Where the bodies of a file's interfaces lie, in bytes, by name with namespaces (`s3.BucketCorsRule`). */
export type NestedIndex = { readonly [name: string]: readonly [start: number, end: number] };

const LINE = /^( *)(?:(?:export )?(?:declare )?(namespace|interface) (\w+)(?: extends [^{\n]*)? \{|\})\r?$/gm;
const CHUNK = 1 << 20;

/** Finds every interface of a file of nested types, without holding the file (they go up to 50 MB). */
export function indexNested(path: string): NestedIndex {
  const index = Object.create(null) as { [name: string]: [number, number] };
  const namespaces: { name: string; indent: number }[] = [];
  let open: { name: string; indent: number; start: number } | undefined;
  for (const { text, offset } of wholeLines(path)) {
    for (const match of text.matchAll(LINE)) {
      const indent = match[1]?.length ?? 0;
      const name = match[3];
      if (match[2] === "namespace") {
        namespaces.push({ name: name ?? "", indent });
      } else if (name !== undefined) {
        const start = offset + match.index + match[0].length;
        open = { name: [...namespaces.map((it) => it.name), name].join("."), indent, start };
      } else if (open?.indent === indent) {
        index[open.name] = [open.start, offset + match.index + indent + 1];
        open = undefined;
      } else if (!open && namespaces.at(-1)?.indent === indent) {
        namespaces.pop();
      }
    }
  }
  return index;
}

/** Reads one indexed body. */
export function readNested(path: string, [start, end]: readonly [number, number]): string {
  const bytes = Buffer.allocUnsafe(end - start);
  const file = openSync(path, "r");
  try {
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}

function* wholeLines(path: string): Generator<{ text: string; offset: number }> {
  const file = openSync(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(CHUNK);
    let kept = 0;
    for (let offset = 0; ; ) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(CHUNK)]);
      const read = readSync(file, buffer, kept, buffer.length - kept, offset + kept);
      const length = kept + read;
      const end = read === 0 ? length : buffer.lastIndexOf(10, length - 1) + 1;
      // latin1, so that a character is a byte
      if (end > 0) yield { text: buffer.toString("latin1", 0, end), offset };
      if (read === 0) return;
      buffer.copyWithin(0, end, length);
      kept = length - end;
      offset += end;
    }
  } finally {
    closeSync(file);
  }
}
