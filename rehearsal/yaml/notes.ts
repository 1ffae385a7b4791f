/** Where something stands in the file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a template, all of it, and what is odd but works. */
export class Notes {
  readonly problems: string[] = [];
  readonly warnings: string[] = [];
  readonly #file: string;

  /** `file`: as people know it. */
  constructor(file: string) {
    this.#file = file;
  }

  refuse(at: Place, problem: string): void {
    this.problems.push(this.tell(at, problem));
  }
  warn(at: Place, oddity: string): void {
    this.warnings.push(this.tell(at, oddity));
  }
  tell({ line }: Place, text: string): string {
    return `${this.#file}:${line}: ${text}`;
  }
}
