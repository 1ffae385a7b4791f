import { isProduction } from "../../core/level.ts";
import type { Unknown } from "../../core/props.ts";
import type { Run } from "../../core/rule.ts";
import type { Setting } from "../../core/settings.ts";

export const MAX_GATEWAYS = {
  name: "maxNatGateways",
  schema: {
    type: "integer",
    minimum: 1,
    description: "The most NAT gateways a network may have: where nobody says so, 1 outside of production, else 3.",
  },
} as const satisfies Setting;
// one for each zone
const ZONES = 3;

/** Production needs one in each zone, and what is not production one in all. */
export function mostGateways({ config, environment }: Run): number | Unknown {
  const own = config.number(MAX_GATEWAYS.name);
  if (own.state !== "absent") return own.state === "known" ? own.value : own;
  if (environment.state === "unknown") return environment;
  return environment.state === "known" && !isProduction(environment.value) ? 1 : ZONES;
}
