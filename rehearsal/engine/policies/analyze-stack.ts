import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { makeUrn, STACK_TYPE } from "../../wire/urn.ts";
import type { Run } from "../run.ts";
import { ask, findingOf, summarize } from "./analyze.ts";
import type { PolicyPack } from "./pack.ts";
import { stackResource } from "./requests.ts";

/** Shows the packs the stack as it is now, with outputs; what is only read is left out. */
export async function analyzeStack(run: Run, packs: readonly PolicyPack[]): Promise<void> {
  const { stack, project, preview } = run.options;
  const root = makeUrn(stack, project, undefined, STACK_TYPE, `${project}-${stack}`);
  const request = new messages.AnalyzeStackRequest();
  const states = [...run.news.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
  request.setResourcesList(
    states.map((state) => stackResource(run, state, run.goals.get(state.urn)?.deleteBeforeReplace)),
  );
  const answers = await Promise.all(
    packs.map(async (pack) => [pack, await ask(() => pack.analyzeStack(request))] as const),
  );
  for (const [pack, diagnostics] of answers) {
    const findings = diagnostics.map((diagnostic) => {
      const urn = diagnostic.getUrn();
      return findingOf(pack, diagnostic, run.news.has(urn) ? urn : root, preview);
    });
    findings.sort((a, b) => (`${a.urn}\0${a.policy}` < `${b.urn}\0${b.policy}` ? -1 : 1));
    for (const finding of findings) {
      run.emit({ kind: "policy", finding });
      if (finding.level === "mandatory") run.outcome.sawError = true;
    }
    summarize(run, pack, "analyzeStack", "", findings);
  }
}
