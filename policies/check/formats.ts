import type { Format } from "./format.ts";
import { kubernetes } from "./kubernetes.ts";
import { pulumiState } from "./pulumi-state.ts";
import { terraformPlan } from "./terraform/index.ts";

/** Every format that can be judged, by the name it has on the command line; asked in this order. */
export const FORMATS: Readonly<Record<string, Format>> = {
  "pulumi-state": pulumiState,
  "terraform-plan": terraformPlan,
  kubernetes,
};
