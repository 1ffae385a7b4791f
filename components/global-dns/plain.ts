import type { Scope } from "../core/scope.ts";
import type { GlobalDnsPlan } from "./plan.ts";
import type { DnsZone } from "./zone.ts";

/** A record for each host where there is one way in, and so nothing to steer. */
export function plainDoor(_scope: Scope, { ways, ttlSeconds }: GlobalDnsPlan, zone: DnsZone) {
  return ways.flatMap(({ host, gateway: { address } }) =>
    address.kind === "ip" ? [zone.record(host, { type: "A", name: host, ttlSeconds, ip: address.ip })] : [],
  );
}
