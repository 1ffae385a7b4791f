import { type Spelling, spellingsOf } from "./secret-patterns.ts";

const HIDDEN = "[secret]";
/** How many letters and digits in a row tell a spelling from other text. */
const GRAM = 6;
/** What hexadecimal digits with spaces between look like: the one spelling without a row of them. */
const SPACED = /[\da-f]{2}(?: [\da-f]{2}){3}/;

interface Known extends Spelling {
  readonly length: number;
  readonly order: number;
}

/** A growing set of texts, found in any spelling. Most texts have none: a look at rows of letters says so without a pattern. */
export class SecretTexts {
  readonly #texts = new Set<string>();
  readonly #byGram = new Map<string, Known[]>();
  readonly #spaced: Known[] = [];
  readonly #always: Known[] = [];
  readonly #patterns = new Map<string, RegExp>();
  #count = 0;

  add(text: string): void {
    if (this.#texts.has(text)) return;
    this.#texts.add(text);
    for (const spelling of spellingsOf(text)) this.#know({ ...spelling, length: text.length, order: this.#count++ });
  }
  hide(text: string): string {
    const pattern = this.#patternFor(text);
    return pattern ? text.replace(pattern, HIDDEN) : text;
  }
  isIn(text: string): boolean {
    const pattern = this.#patternFor(text);
    return pattern !== undefined && text.search(pattern) >= 0;
  }

  #know(spelling: Known): void {
    const gram = gramOf(spelling.plain);
    if (gram !== undefined) {
      const others = this.#byGram.get(gram);
      if (others) others.push(spelling);
      else this.#byGram.set(gram, [spelling]);
    } else if (spelling.plain === "") this.#spaced.push(spelling);
    else this.#always.push(spelling);
  }

  /** One pattern for the spellings that may be there; undefined where there can be none. */
  #patternFor(text: string): RegExp | undefined {
    if (this.#texts.size === 0) return undefined;
    const found = new Set(this.#always);
    const lower = text.toLowerCase();
    for (let at = 0; at + GRAM <= lower.length; at++) {
      for (const spelling of this.#byGram.get(lower.slice(at, at + GRAM)) ?? []) found.add(spelling);
    }
    if (SPACED.test(lower)) for (const spelling of this.#spaced) found.add(spelling);
    return found.size > 0 ? this.#compiled([...found]) : undefined;
  }

  // the longest first: what is part of another secret must not cut it in two
  #compiled(found: readonly Known[]): RegExp {
    const sorted = found.toSorted((a, b) => b.length - a.length || a.order - b.order);
    const key = sorted.map(({ order }) => order).join();
    const known = this.#patterns.get(key) ?? new RegExp(sorted.map(({ pattern }) => pattern).join("|"), "gu");
    known.lastIndex = 0;
    this.#patterns.set(key, known);
    return known;
  }
}

/** From the middle of the longest row of letters and digits, where a text is most its own. */
function gramOf(plain: string): string | undefined {
  const rows = plain.match(/[\da-z]+/g) ?? [];
  const longest = rows.reduce((best, row) => (row.length > best.length ? row : best), "");
  if (longest.length < GRAM) return undefined;
  const from = Math.floor((longest.length - GRAM) / 2);
  return longest.slice(from, from + GRAM);
}
