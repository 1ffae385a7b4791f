import { type Framework, speakersOf } from "./mapping.ts";

type Spoken = readonly [control: string, types: readonly string[]];

/** Which controls a rule speaks for: with one type, or with any. */
export class Controls {
  readonly #byRule = new Map<string, Spoken[]>();

  constructor(frameworks: readonly Framework[]) {
    for (const framework of frameworks) {
      for (const control of framework.controls) {
        for (const { rule, types } of speakersOf(framework, control)) {
          const spoken = this.#byRule.get(rule) ?? [];
          this.#byRule.set(rule, [...spoken, [`${framework.id}:${control.id}`, types]]);
        }
      }
    }
  }

  of(rule: string, type?: string): readonly string[] {
    const own = this.#byRule.get(rule) ?? [];
    const speaks = (types: readonly string[]) =>
      type === undefined || types.length === 0 || types.some((start) => type.startsWith(start));
    return own.filter(([, types]) => speaks(types)).map(([control]) => control);
  }
}
