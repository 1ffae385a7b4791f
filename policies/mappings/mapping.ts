/** A rule that speaks for a control, and the types with which it does. */
export interface Speaker {
  readonly rule: string;
  /** How the types begin, in the rules' names for them; every type where it is empty. */
  readonly types: readonly string[];
}
/** What a framework asks for, and the rules that show it. */
export interface Control {
  readonly id: string;
  /** In words of ours; absent where the framework's text is not free to retell. */
  readonly title?: string;
  /** None where no program can show it, or no rule looks yet. */
  readonly rules: readonly (string | Speaker)[];
}
/** Which rules stand for which controls of one version of a framework. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly reference: string;
  /** How its types begin, for a framework about one provider. */
  readonly provider?: string;
  /** What a reader must know before he relies on it. */
  readonly note?: string;
  readonly controls: readonly Control[];
}

/** A rule, for types that begin so. */
export const on = (rule: string, ...types: readonly string[]): Speaker => ({ rule, types });

/** The rules that speak for one control of a framework. */
export function speakersOf(
  { provider }: Pick<Framework, "provider">,
  { rules }: Pick<Control, "rules">,
): readonly Speaker[] {
  const types = provider === undefined ? [] : [provider];
  return rules.map((entry) => (typeof entry === "string" ? { rule: entry, types } : entry));
}

/** Controls that no rule shows: ids, or the first and last of a row of them (`"1.1.1-21"`). */
export function uncovered(...ids: readonly string[]): readonly Control[] {
  return ids.flatMap((id) => {
    const [, group = "", first = "", last = ""] = /^(.*[.])?(\d+)-(\d+)$/.exec(id) ?? [];
    if (last === "") return [{ id, rules: [] }];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, at) => ({ id: `${group}${Number(first) + at}`, rules: [] }));
  });
}
