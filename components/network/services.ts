import type { Cloud } from "../core/site.ts";

/** The cloud's own services that can be reached without leaving the network. */
export const PRIVATE_SERVICES = ["storage", "registry", "keys", "secrets", "logs", "tokens", "kubernetes"] as const;
export type PrivateService = (typeof PRIVATE_SERVICES)[number];

/** What each cloud has a private way to; Entra ID, which gives Azure's tokens, has none. */
export const OFFERED: { readonly [C in Cloud]: readonly PrivateService[] } = {
  aws: PRIVATE_SERVICES,
  gcp: PRIVATE_SERVICES,
  azure: PRIVATE_SERVICES.filter((service) => service !== "tokens"),
};
/** What a machine must reach to become a node, where nothing leads out: images and their layers, tokens, logs, its cluster. */
export const NEEDED_WITHOUT_EGRESS = ["storage", "registry", "logs", "tokens", "kubernetes"] as const;
