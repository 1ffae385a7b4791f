import type { ReportResource } from "../model.ts";
import type { Judgement } from "./model.ts";

/** The findings with the lines of the program that made their resources. */
export function located(judgement: Judgement, resources: readonly ReportResource[]): Judgement {
  const sources = new Map(resources.map(({ urn, source }) => [urn, source]));
  return {
    ...judgement,
    findings: judgement.findings.map((finding) => {
      const [, file = "", line = "0"] = /^(.*)#(\d+)/.exec(sources.get(finding.urn) ?? "") ?? [];
      return file === "" ? { ...finding, file: "Pulumi.yaml" } : { ...finding, file, line: Number(line) };
    }),
  };
}
