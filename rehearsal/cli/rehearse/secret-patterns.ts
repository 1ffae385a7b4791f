/** How much of a long text is looked for inside base64 and hexadecimal digits; what follows goes with it. */
const ENOUGH_BYTES = 96;

/** One form of a text. */
export interface Spelling {
  readonly pattern: string;
  /** Its letters and digits in one case, which no escape changes, with anything between them. */
  readonly plain: string;
}

/** A text in every form in which it turns up: escaped, percent-encoded, base64 at any alignment, hex. */
export function spellingsOf(text: string): Spelling[] {
  const json = JSON.stringify(text).slice(1, -1);
  const encoded = [text, ...(json === text ? [] : [json])].map((form) => Buffer.from(form));
  const own = { pattern: escaped(text), plain: text.toLowerCase() };
  return [own, ...encoded.flatMap((bytes) => [...base64(bytes), ...hex(bytes)])];
}

/** Characters that escapes of JSON have a letter for. */
const LETTERS: { readonly [character: string]: string } = { "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f" };
/** Escapes of HTML and XML. */
const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;|&#34;",
  "'": "&apos;|&#39;|&#x27;",
};

/** The text itself; what is special about its characters may be escaped, however often. */
function escaped(text: string): string {
  const parts = text.match(/\\+|\r\n|[^\\]/gsu) ?? [];
  return parts.map((part, i) => (/^[\dA-Za-z]$/.test(part) ? part : special(part, i === 0))).join("");
}

function special(part: string, first: boolean): string {
  if (part.startsWith("\\")) return `(?:\\\\{${part.length},}|(?:%(?:25)*5[cC]){${part.length}})`;
  if (part === "\r\n") return `(?:${special("\r", first)}?${special("\n", first)})`;
  const percent = [...Buffer.from(part)].map((byte) => `%(?:25)*${digits(byte)}`).join("");
  const units = part.split("").map((unit) => unit.charCodeAt(0));
  const unicode = units.map((unit) => `\\\\+u${digits(unit >> 8)}${digits(unit & 0xff)}`).join("");
  const all = [`${first ? "" : "\\\\*"}${quote(part)}`, percent, unicode];
  if (LETTERS[part]) all.push(`\\\\+${LETTERS[part]}`);
  if (ENTITIES[part]) all.push(ENTITIES[part]);
  if (part === " ") all.push("\\+");
  return `(?:${all.join("|")})`;
}

/** What is the same in base64 whatever stands before and after; once for each place in a group of three bytes. */
function base64(bytes: Buffer): Spelling[] {
  const start = bytes.subarray(0, ENOUGH_BYTES);
  const rest = bytes.length > ENOUGH_BYTES ? "(?:[\\w+/=-]|%(?:25)*(?:2[bBfF]|3[dD]))*" : "[\\w+/-]?";
  return [0, 1, 2].map((shift) => {
    const digitsOfAll = Buffer.concat([Buffer.alloc(shift), start]).toString("base64");
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + start.length) * 8) / 6);
    const own = digitsOfAll.slice(from, to);
    const pattern = own.replace(/[+/]/g, (sign) => SIGNS[sign] as string) + rest;
    return { pattern, plain: own.toLowerCase() };
  });
}
/** The two digits that alphabets differ in. */
const SIGNS: { readonly [sign: string]: string } = {
  "+": "(?:[+-]|%(?:25)*2[bB])",
  "/": "(?:[/_]|\\\\+/|%(?:25)*2[fF])",
};

/** Digits in one piece, or byte by byte with spaces between. */
function hex(bytes: Buffer): Spelling[] {
  const start = bytes.subarray(0, ENOUGH_BYTES);
  const pairs = [...start].map(digits);
  const [more, spaced] = bytes.length > ENOUGH_BYTES ? ["[\\da-fA-F]*", "(?: [\\da-fA-F]{2}\\b)*"] : ["", ""];
  return [
    { pattern: pairs.join("") + more, plain: start.toString("hex") },
    { pattern: pairs.join(" ") + spaced, plain: "" },
  ];
}

/** Two hexadecimal digits in either case. */
const digits = (byte: number): string =>
  byte
    .toString(16)
    .padStart(2, "0")
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
