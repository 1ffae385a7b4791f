import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { readText } from "./files.ts";

/** Raise it with every change of what is read from the SDKs' text or how it is kept. */
const EXTRACTOR = 1;

/** Keeps what was read between processes. The stamp says of what it was read: another stamp, no answer. */
export interface Cache {
  read(key: string, stamp: string): unknown;
  write(key: string, stamp: string, value: unknown): void;
}

export const noCache: Cache = { read: () => undefined, write: () => undefined };

/** A cache of one package in a directory; a file that is damaged or cannot be written counts as absent. */
export function diskCache(directory: string, packageAndVersion: string): Cache {
  const place = join(directory, `schema-${EXTRACTOR}`, safe(packageAndVersion));
  const file = (key: string) => join(place, `${safe(key)}.json`);
  return {
    read(key, stamp) {
      const text = readText(file(key));
      if (text === undefined) return undefined;
      const body = text.slice(text.indexOf("\n") + 1);
      if (text.slice(0, text.indexOf("\n")) !== checksum(body)) return undefined;
      const kept = JSON.parse(body) as { key: string; stamp: string; value: unknown };
      return kept.key === key && kept.stamp === stamp ? kept.value : undefined;
    },
    write(key, stamp, value) {
      const body = JSON.stringify({ key, stamp, value });
      replaceFile(file(key), `${checksum(body)}\n${body}`);
    },
  };
}

// a rename is all or nothing, so that a reader never sees half of what another process writes
function replaceFile(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // nothing was written where nothing can be
  }
}

function checksum(text: string): string {
  return `${text.length}-${crc32(text)}`;
}

function safe(name: string): string {
  return name.replace(/[^\w.@-]/g, "+");
}
