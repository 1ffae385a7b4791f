import { Record as ZoneRecord } from "@pulumi/aws/route53/record.js";
import { Zone as HostedZone } from "@pulumi/aws/route53/zone.js";
import type { Scope } from "../../core/scope.ts";
import type { ZoneChildren } from "../native.ts";
import type { PlainRecord } from "../record.ts";
import type { DnsZoneSpec } from "../zone-args.ts";

export function awsZone(scope: Scope<"aws", ZoneChildren["aws"]>, { domain, tags }: DnsZoneSpec) {
  const zone = new HostedZone(
    ...scope.child("zone", { name: domain, comment: "", forceDestroy: false, tags }, { lasting: true }),
  );
  return {
    outputs: { id: zone.zoneId, servers: zone.nameServers },
    nodes: { zone },
    record: (of: string, record: PlainRecord) =>
      new ZoneRecord(
        ...scope.child(
          "record",
          {
            zoneId: zone.zoneId,
            name: record.name,
            type: record.type,
            ttl: record.ttlSeconds,
            records: valuesOf(record),
          },
          { of },
        ),
      ),
  };
}

function valuesOf(record: PlainRecord) {
  if (record.type === "A") return [record.ip];
  if (record.type === "NS") return record.servers;
  return record.type === "CNAME" ? [record.target] : record.authorities.map((authority) => `0 issue "${authority}"`);
}
