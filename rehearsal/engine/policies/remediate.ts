import { decode } from "../../wire/struct.ts";
import type { Properties } from "../../wire/value.ts";
import type { PolicyFinding } from "../events.ts";
import type { Goal, ResourceState } from "../resource.ts";
import { messageOf, type Run } from "../run.ts";
import type { PolicyPack } from "./pack.ts";
import { analyzeRequest } from "./requests.ts";

/** Lets each pack in turn change the inputs; the next one sees the result. */
export async function remediate(
  run: Run,
  packs: readonly PolicyPack[],
  state: ResourceState,
  goal: Goal,
): Promise<Properties> {
  let inputs = state.inputs;
  for (const pack of packs) {
    if (!pack.remediates) continue;
    const request = analyzeRequest(run, state, inputs, goal.deleteBeforeReplace);
    const remediations = await pack.remediate(request).catch((error: unknown) => {
      throw new Error(`failed to run remediation: ${messageOf(error)}`);
    });
    for (const remediation of remediations) {
      const finding: PolicyFinding = {
        urn: state.urn,
        pack: remediation.getPolicypackname(),
        packVersion: remediation.getPolicypackversion(),
        policy: remediation.getPolicyname(),
        level: "advisory",
        severity: "",
        description: remediation.getDescription(),
        message: remediation.getDiagnostic(),
      };
      if (finding.message) run.emit({ kind: "policy", finding });
      else {
        const after = decode(remediation.getProperties());
        run.emit({ kind: "remediation", finding: { ...finding, level: "remediate" }, before: inputs, after });
        inputs = after;
      }
    }
  }
  return inputs;
}
