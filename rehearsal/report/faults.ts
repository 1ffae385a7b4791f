import type { ReportAdoption, ReportFault, ReportStep } from "./model.ts";
import { nameOf } from "./urn.ts";
import { counted } from "./words.ts";

/** Whether a step failed because something was broken on purpose. */
export const asAsked = ({ result, faults }: Pick<ReportStep, "result" | "faults">): boolean =>
  result === "failed" && faults.some(({ outcome }) => outcome === "failed");

/** Whether a step did what the script wanted of it. */
export const isGood = (step: ReportStep): boolean =>
  (step.result === "succeeded" || asAsked(step)) && step.problems.length === 0;

/** The result of a step in the words people read. */
export const resultSaid = (step: ReportStep): string => (asAsked(step) ? "failed as asked" : step.result);

const OUTCOMES: { readonly [outcome in ReportFault["outcome"]]: string } = {
  failed: "struck",
  absorbed: "was absorbed by the provider, which tried again, at",
  delayed: "delayed",
};
/** One fault and what it did. */
export const faultSaid = ({ fault, operation, urn, outcome }: ReportFault): string =>
  `${fault} ${OUTCOMES[outcome]} ${operation}${urn === "" ? "" : ` of ${nameOf(urn)}`}`;

/** One object and how it was taken care of. */
export const adoptionSaid = ({ urn, type, id, how }: ReportAdoption): string =>
  `${nameOf(urn)} (${type}, ${id}): ${how}`;

/** The faults and adoptions of a step, counted; empty where there are none. */
export const troubleSaid = ({ faults, adopted }: ReportStep): string =>
  [
    faults.length > 0 ? counted(faults.length, "fault") : "",
    adopted.length > 0 ? `${counted(adopted.length, "object")} taken care of by hand` : "",
  ]
    .filter(Boolean)
    .join(", ");
