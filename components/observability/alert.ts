import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { type AlertArgs, resolveAlert } from "./alert-args.ts";
import { keep } from "./keep.ts";

/** Something that somebody must know of, as soon as it has held for a while. */
export class Alert extends Assembly {
  constructor(name: string, args: AlertArgs, opts?: ComponentResourceOptions) {
    const spec = resolveAlert(name, args);
    super("Alert", name, opts);
    const { observability, transform } = args;
    const rule = {
      alert: pascal(name),
      expr: spec.expression,
      for: `${spec.forSeconds}s`,
      labels: { severity: spec.severity },
      annotations: { summary: spec.summary, runbook_url: spec.runbook },
    };
    const of = `alert-${name}`;
    const escapes = keep({ name, owner: this, of, transform }, observability, [{ name: of, rules: [rule] }]);
    this.registerOutputs({ severity: spec.severity, escapes });
  }
}

// as alerts are written: ErrorsOfShop
function pascal(name: string): string {
  return name
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
