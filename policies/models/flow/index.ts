import { AWS_FLOWS } from "./aws.ts";
import { AZURE_FLOWS } from "./azure.ts";
import type { FlowReader } from "./flow.ts";
import { GCP_FLOWS } from "./gcp.ts";

export { type Flow, type Flows, isAbout, isFlow, isOpen, isShadowed } from "./flow.ts";

/** Every type that lets traffic in or out, and how its rules are read. */
export const FLOWS = { ...AWS_FLOWS, ...GCP_FLOWS, ...AZURE_FLOWS } as const satisfies Readonly<
  Record<string, FlowReader>
>;
