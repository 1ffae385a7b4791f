export { DnsZone } from "./zone.ts";
export type { DnsZoneArgs } from "./zone-args.ts";
