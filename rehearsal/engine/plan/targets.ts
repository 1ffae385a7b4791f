/** A set of URNs, some written as patterns: `*` stays within a part between colons, `**` crosses them. */
export class Targets {
  readonly #literals: Set<string>;
  readonly #patterns: readonly RegExp[];

  constructor(texts: Iterable<string>) {
    const all = [...texts];
    this.#literals = new Set(all.filter((text) => !text.includes("*")));
    this.#patterns = all.filter((text) => text.includes("*")).map(patternOf);
  }

  get constrained(): boolean {
    return this.#literals.size > 0 || this.#patterns.length > 0;
  }
  /** Without any target, everything is one. */
  contains(urn: string): boolean {
    return !this.constrained || this.matches(urn);
  }
  matches(urn: string): boolean {
    return this.#literals.has(urn) || this.#patterns.some((pattern) => pattern.test(urn));
  }
  literals(): readonly string[] {
    return [...this.#literals];
  }
  add(urn: string): void {
    this.#literals.add(urn);
  }
  copy(): Targets {
    const copy = new Targets(this.#literals);
    copy.#adopt(this.#patterns);
    return copy;
  }
  #adopt(patterns: readonly RegExp[]): void {
    (this.#patterns as RegExp[]).push(...patterns);
  }
}

function patternOf(text: string): RegExp {
  const parts = text.split(/(\*\*|\*)/).map((part) => {
    if (part === "**") return ".*";
    if (part === "*") return "[^:]*";
    return part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}
