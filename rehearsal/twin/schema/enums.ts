import type { EnumValue } from "./types.ts";

/** The file that declares an enum, relative to the package. */
export function enumFile(name: string): string {
  return `types/enums/${[...name.split(".").slice(0, -1), "index.d.ts"].join("/")}`;
}

/** Reads the values of one enum; undefined where the text does not declare it. */
export function readEnum(name: string, text: string): readonly EnumValue[] | undefined {
  const header = `export declare const ${name.split(".").at(-1)}: {\n`;
  const start = text.indexOf(header);
  if (start < 0) return undefined;
  const body = text.slice(start + header.length, text.indexOf("\n};", start));
  return [...body.matchAll(/^ +readonly .+?: ("(?:[^"\\]|\\.)*"|-?[\d.]+|true|false);$/gm)].map(
    (match) => JSON.parse(match[1] ?? "null") as EnumValue,
  );
}
