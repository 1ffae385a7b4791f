import { HealthCheck } from "@pulumi/aws/route53/healthCheck.js";
import { Record as ZoneRecord } from "@pulumi/aws/route53/record.js";
import type { Scope } from "../../core/scope.ts";
import type { Entry, Steering } from "../args.ts";
import type { DoorChildren } from "../native.ts";
import type { GlobalDnsPlan, Way } from "../plan.ts";
import type { DnsZone } from "../zone.ts";

const POLICIES: { readonly [S in Steering]: (way: Way) => object } = {
  weight: ({ weight }) => ({ weightedRoutingPolicies: [{ weight }] }),
  latency: ({ region }) => ({ latencyRoutingPolicies: [{ region }] }),
  failover: ({ rank }) => ({ failoverRoutingPolicies: [{ type: rank }] }),
};

/** A record for each way to each host, which is answered while its gateway is well. */
export function awsDoor(scope: Scope<"aws", DoorChildren["aws"]>, plan: GlobalDnsPlan, zone: DnsZone) {
  const checks = new Map(plan.entries.map((entry) => [entry.site.name, healthCheck(scope, plan, entry)]));
  return plan.ways.map((way) => {
    const { host, site, gateway } = way;
    return new ZoneRecord(
      ...scope.child(
        "record",
        {
          zoneId: zone.id,
          name: host,
          type: "A",
          setIdentifier: site,
          ...POLICIES[plan.steering](way),
          ...leadTo(gateway, plan.ttlSeconds),
          ...(checks.get(site) && { healthCheckId: checks.get(site)?.id }),
        },
        { of: `${host.replaceAll(".", "-")}-${site}` },
      ),
    );
  });
}

function leadTo({ address }: Entry, ttl: number) {
  if (address.kind === "ip") return { ttl, records: [address.ip] };
  const { dnsName: name, zoneId } = address;
  return { aliases: [{ name, zoneId, evaluateTargetHealth: true }] };
}

/** Asks a gateway from outside, as its callers do. */
function healthCheck(scope: Scope<"aws", DoorChildren["aws"]>, { health }: GlobalDnsPlan, entry: Entry) {
  const { address, hosts, healthPath, site } = entry;
  return new HealthCheck(
    ...scope.child(
      "healthCheck",
      {
        type: "HTTPS",
        port: 443,
        enableSni: true,
        ...(address.kind === "ip" ? { ipAddress: address.ip, fqdn: hosts[0] ?? "" } : { fqdn: address.dnsName }),
        resourcePath: healthPath,
        requestInterval: health.intervalSeconds,
        failureThreshold: health.failures,
        measureLatency: false,
        tags: scope.site.tags,
      },
      { of: site.name },
    ),
  );
}
