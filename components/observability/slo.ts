import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { budgetMinutes } from "./burn-rates.ts";
import { keep } from "./keep.ts";
import { resolveSlo, type SloArgs } from "./slo-plan.ts";
import { sloGroups } from "./slo-rules.ts";

/** How good a service must be, measured over a window, and who is told when its error budget burns too fast. */
export class Slo extends Assembly {
  /** How long everything may fail within the window. */
  readonly budgetMinutes: number;

  constructor(name: string, args: SloArgs, opts?: ComponentResourceOptions) {
    const spec = resolveSlo(name, args);
    super("Slo", name, opts);
    const { observability, transform } = args;
    const escapes = keep({ name, owner: this, of: `slo-${name}`, transform }, observability, sloGroups(spec));
    this.budgetMinutes = budgetMinutes(spec.objective, spec.windowDays);
    this.registerOutputs({ objective: spec.objective, budgetMinutes: this.budgetMinutes, escapes });
  }
}
