import { containsPath, type Path, parsePath } from "../../wire/path.ts";
import type { Properties } from "../../wire/value.ts";
import type { Replacement, Subject } from "../package.ts";

const UNKNOWN_ANSWER: Replacement = { replace: false, source: "none", confidence: "low" };
const curated = (replace: boolean): Replacement => ({ replace, source: "curated", confidence: "high" });

/** Decides, for one type, whether a change of a path needs a new object; the first layer that knows wins. */
export class Replacements {
  readonly #subject: Subject;
  readonly #config: Properties;
  readonly #force: readonly Path[];
  readonly #inPlace: readonly Path[];
  readonly #known = new Map<string, Replacement>();

  constructor(subject: Subject, config: Properties) {
    this.#subject = subject;
    this.#config = config;
    this.#force = paths(subject.hand?.forceNew);
    this.#inPlace = paths(subject.hand?.inPlace);
  }

  of(path: string): Replacement {
    const known = this.#known.get(path);
    if (known) return known;
    const answer = this.#ask(path);
    this.#known.set(path, answer);
    return answer;
  }

  #ask(text: string): Replacement {
    const path = parsePath(text) ?? [text];
    const reach = (list: readonly Path[]): number =>
      Math.max(-1, ...list.filter((outer) => containsPath(outer, path)).map(({ length }) => length));
    const force = reach(this.#force);
    const inPlace = reach(this.#inPlace);
    if (force >= 0 || inPlace >= 0) return curated(force > inPlace);
    const { hand, package: pkg } = this.#subject;
    if (hand?.otherwise) return curated(hand.otherwise === "replace");
    return pkg.replacement(this.#subject, text, this.#config) ?? UNKNOWN_ANSWER;
  }
}

const paths = (texts: readonly string[] = []): readonly Path[] =>
  texts.map((text) => parsePath(text)).filter((path) => path !== undefined);
