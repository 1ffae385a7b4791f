import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { type Scope, scopeOf } from "../core/scope.ts";
import type { Cloud } from "../core/site.ts";
import type { GlobalDnsArgs } from "./args.ts";
import { awsDoor } from "./aws/door.ts";
import { plainDoor } from "./plain.ts";
import { type GlobalDnsPlan, planGlobalDns } from "./plan.ts";
import type { DnsZone } from "./zone.ts";

export type { Endpoint, Entry, GlobalDnsArgs, Health, Steering } from "./args.ts";
export { DnsZone } from "./zone.ts";
export type { DnsZoneArgs } from "./zone-args.ts";

type Door = (scope: never, plan: GlobalDnsPlan, zone: DnsZone) => readonly Resource[];
const doors: { readonly [C in Cloud]: Door } = { aws: awsDoor, gcp: plainDoor, azure: plainDoor };

/** Names that lead to the gateways of several clouds: who is ill gets no calls, and who is drained gets none either. */
export class GlobalDns extends Assembly {
  /** Which name leads where. */
  readonly plan: GlobalDnsPlan;
  /** The records of the names. */
  readonly records: readonly Resource[];

  constructor(name: string, args: GlobalDnsArgs, opts?: ComponentResourceOptions) {
    const plan = planGlobalDns(args);
    super("GlobalDns", name, opts);
    const { zone, transform } = args;
    const { site } = zone;
    const more = { provider: site.provider };
    const { scope, portability } = scopeOf(name, this, { site, ...(transform && { transform }) }, more);
    const open = doors[site.cloud] as (scope: Scope, plan: GlobalDnsPlan, zone: DnsZone) => readonly Resource[];
    this.plan = plan;
    this.records = open(scope, plan, zone);
    const hosts = [...new Set(plan.ways.map(({ host }) => host))];
    this.registerOutputs({ urls: hosts.map((host) => `https://${host}`), escapes: portability().escapes });
  }
}
