import { PRIVATE_SERVICES, type PrivateService } from "../core/network.ts";
import type { Cloud } from "../core/site.ts";
import type { Limit } from "../core/validate.ts";

/** What each cloud has a private way to; Entra ID, which gives Azure's tokens, has none. */
export const OFFERED: { readonly [C in Cloud]: readonly PrivateService[] } = {
  aws: PRIVATE_SERVICES,
  gcp: PRIVATE_SERVICES,
  azure: PRIVATE_SERVICES.filter((service) => service !== "tokens"),
};
/** What a machine must reach to become a node, where nothing leads out: images and their layers, tokens, logs, its cluster. */
const NEEDED_WITHOUT_EGRESS: readonly PrivateService[] = ["storage", "registry", "logs", "tokens", "kubernetes"];

/** The limits of a list of services: known, offered, once each, and enough where nothing else leads out. */
export function endpointLimits(cloud: Cloud, services: readonly PrivateService[], egress: string): readonly Limit[] {
  const offered = OFFERED[cloud];
  const missing = NEEDED_WITHOUT_EGRESS.filter((service) => offered.includes(service) && !services.includes(service));
  return [
    ...services.flatMap((service, index): Limit[] => {
      const path = `privateEndpoints[${index}]`;
      const known = PRIVATE_SERVICES.includes(service);
      return [
        [path, !known, `must be one of ${PRIVATE_SERVICES.join(", ")}, got ${service}`],
        [path, known && !offered.includes(service), `${service} has no private endpoint on ${cloud}`],
        [path, services.indexOf(service) < index, `${service} is there twice`],
      ];
    }),
    [
      "privateEndpoints",
      egress === "none" && missing.length > 0,
      `must have ${missing.join(", ")} where egress is none: no node could start`,
    ],
  ];
}
