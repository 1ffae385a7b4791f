import type { Judgement } from "./model.ts";

/** How a control of a framework stands, by the rules that are mapped to it. */
export interface ControlCoverage {
  readonly framework: string;
  readonly control: string;
  readonly rules: readonly string[];
  readonly passed: number;
  readonly failed: number;
  readonly undetermined: number;
  readonly excepted: number;
  /** None of its rules had anything to judge. */
  readonly untouched: boolean;
}

/** Every control that a rule is mapped to, by framework. */
export function controlsOf({ rules }: Pick<Judgement, "rules">): readonly ControlCoverage[] {
  const controls = Map.groupBy(
    rules.flatMap((rule) => rule.controls.map((control) => ({ control, rule }))),
    ({ control }) => control,
  );
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return [...controls]
    .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([name, mapped]) => {
      const at = name.indexOf(":");
      const own = mapped.map(({ rule }) => rule);
      const passed = sum(own.map((rule) => rule.passed));
      const failed = sum(own.map((rule) => rule.failed));
      const undetermined = sum(own.map((rule) => rule.undetermined + rule.notCovered));
      const excepted = sum(own.map((rule) => rule.excepted));
      return {
        framework: name.slice(0, at),
        control: name.slice(at + 1),
        rules: own.map(({ id }) => id),
        passed,
        failed,
        undetermined,
        excepted,
        untouched: passed + failed + undetermined + excepted === 0,
      };
    });
}
