/** Where something stands in the file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a template, all of it, and what is odd but works. */
export class Notes {
  readonly warnings: string[] = [];
  readonly #problems: { readonly at: Place; readonly text: string }[] = [];
  readonly #file: string;

  /** `file`: as people know it. */
  constructor(file: string) {
    this.#file = file;
  }

  /** In the order of the file. */
  get problems(): readonly string[] {
    return this.#problems.toSorted((a, b) => a.at.line - b.at.line).map(({ text }) => text);
  }

  refuse(at: Place, problem: string): void {
    this.#problems.push({ at, text: this.tell(at, problem) });
  }
  warn(at: Place, oddity: string): void {
    this.warnings.push(this.tell(at, oddity));
  }
  tell({ line }: Place, text: string): string {
    return `${this.#file}:${line}: ${text}`;
  }
}
