import type { Bag, Read } from "./props.ts";
import { decide, fail, notCovered, type Severity, type Verdict } from "./verdict.ts";

/** A switch stands as it should; where it is absent, as it does by default. */
export function mustBe(read: Read<boolean>, wanted: boolean, byDefault: boolean, severity?: Severity): Verdict {
  return decide(read, {
    known: (value) => (value === wanted ? undefined : fail(read.path, `is ${value}`, severity)),
    absent: wanted === byDefault ? undefined : fail(read.path, `is not set; default is ${byDefault}`, severity),
  });
}

/** The words of a property, by what they mean for a rule; they are compared without case. */
export interface Words {
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly byDefault: string;
  readonly severity?: Severity;
}

/** A word is a good one; one that is in neither list proves nothing. */
export function mustSay(read: Read<string>, { good, bad, byDefault, severity }: Words): Verdict {
  const among = (words: readonly string[], word: string) =>
    words.some((other) => other.toLowerCase() === word.toLowerCase());
  return decide(read, {
    known: (word) => {
      if (among(good, word)) return undefined;
      if (among(bad, word)) return fail(read.path, `is ${word}`, severity);
      return notCovered(read.path, `"${word}" is no value that this rule knows`);
    },
    absent: among(good, byDefault) ? undefined : fail(read.path, `is not set; default is ${byDefault}`, severity),
  });
}

/** The texts of a list, or one text of each object in it; a list that could not be read stands in their place. */
export function listed(bag: Bag, path: string, field?: string): readonly Read<string>[] {
  const list = bag.list(path);
  if (list.state !== "known") return list.state === "unknown" ? [list] : [];
  return list.value.map((item) => (field === undefined ? item.itself() : item.text(field)));
}
