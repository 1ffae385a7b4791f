import type messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { decode } from "../../wire/struct.ts";
import { Asset, type Properties, some, type Value } from "../../wire/value.ts";
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
    const emptyAsset = some(inputs, isEmptyAsset);
    // the real engine always asks; where nothing can be mended, an answer would change nothing, but there may be none
    if (!pack.remediates && !emptyAsset) continue;
    const request = analyzeRequest(run, state, inputs, goal.deleteBeforeReplace);
    const remediations = await pack.remediate(request).catch((error: unknown) => {
      const about = emptyAsset ? `. ${state.urn} holds an asset without content, which policy servers choke on` : "";
      throw new Error(`failed to run remediation: ${messageOf(error)}${about}`);
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
        const after = propertiesOf(remediation);
        run.emit({ kind: "remediation", finding: { ...finding, level: "remediate" }, before: inputs, after });
        inputs = after;
      }
    }
  }
  return inputs;
}

function propertiesOf(remediation: messages.Remediation): Properties {
  try {
    return decode(remediation.getProperties());
  } catch (error) {
    const who = `policy '${remediation.getPolicyname()}' of pack '${remediation.getPolicypackname()}'`;
    throw new Error(`failed to run remediation: ${messageOf(error)}, by ${who}`, { cause: error });
  }
}

const isEmptyAsset = (value: Value): boolean =>
  value instanceof Asset && !value.content.path && !value.content.uri && !value.content.text;
