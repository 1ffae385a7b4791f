import { mergeFindings } from "./findings.ts";
import type { Report, ReportResource, ReportStep } from "./model.ts";
import { cloudsInOrder } from "./words.ts";

/** The resources of one component on one cloud. */
export interface ComponentGroup {
  /** Absent for resources that stand at the top of the stack. */
  readonly component: ReportResource | undefined;
  /** The components around it, outermost first. */
  readonly around: readonly ReportResource[];
  readonly resources: readonly ReportResource[];
}
/** What stands on one cloud. */
export interface CloudGroup {
  readonly cloud: string;
  readonly count: number;
  readonly groups: readonly ComponentGroup[];
}

/** What a cloud has to make: everything but components. */
export const realResources = ({ resources }: Pick<Report, "resources">): ReportResource[] =>
  resources.filter(({ custom }) => custom);

/** The estate by cloud and component, each in the program's own order. */
export function estateByCloud(report: Pick<Report, "resources">): CloudGroup[] {
  const byUrn = new Map(report.resources.map((resource) => [resource.urn, resource]));
  const real = realResources(report);
  return cloudsInOrder(real.map(({ cloud }) => cloud)).map((cloud) => {
    const mine = real.filter((resource) => resource.cloud === cloud);
    const groups = Map.groupBy(mine, ({ component }) => component);
    return {
      cloud,
      count: mine.length,
      groups: [...groups].map(([urn, resources]) => ({
        component: byUrn.get(urn),
        around: ancestors(byUrn.get(urn)?.component ?? "", byUrn),
        resources,
      })),
    };
  });
}

function ancestors(urn: string, byUrn: ReadonlyMap<string, ReportResource>): ReportResource[] {
  const found: ReportResource[] = [];
  for (let next = byUrn.get(urn); next && !found.includes(next); next = byUrn.get(next.component)) found.unshift(next);
  return found;
}

/** The step that says what changes: the last deployment, else the last preview. */
export function decidingStep({ steps }: Pick<Report, "steps">): ReportStep | undefined {
  return steps.findLast(({ verb }) => verb === "up") ?? steps.findLast(({ verb }) => verb === "preview");
}

const PART = /^(create-replacement|delete-replaced|discard-replaced|read-replacement|import-replacement)$/;

/** What the deciding step did with each resource; the parts of a replacement count as `replace`. */
export function operationByUrn(report: Pick<Report, "steps">): ReadonlyMap<string, string> {
  const operations = decidingStep(report)?.operations ?? [];
  return new Map(operations.map(({ op, urn, failed }) => [urn, failed ? "failed" : PART.test(op) ? "replace" : op]));
}

/** What is known of each resource from steps and policies, by URN. */
export interface EstateFacts {
  readonly operations: ReadonlyMap<string, string>;
  /** How many findings it has; those without any are absent. */
  readonly findings: ReadonlyMap<string, number>;
}

/** Gathers what is known of each resource. */
export function factsOf(report: Report): EstateFacts {
  const found = Map.groupBy(mergeFindings(report.policies.findings), ({ urn }) => urn);
  const findings = new Map([...found].map(([urn, list]) => [urn, list.length]));
  return { operations: operationByUrn(report), findings };
}
