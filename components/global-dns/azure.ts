import { DnssecConfig } from "@pulumi/azure-native/dns/dnssecConfig.js";
import { RecordSet } from "@pulumi/azure-native/dns/recordSet.js";
import { Zone } from "@pulumi/azure-native/dns/zone.js";
import { output } from "@pulumi/pulumi";
import type { Scope } from "../core/scope.ts";
import type { ZoneChildren } from "./native.ts";
import { type PlainRecord, relative } from "./record.ts";
import type { DnsZoneSpec } from "./zone-args.ts";

export function azureZone(scope: Scope<"azure", ZoneChildren["azure"]>, { domain, tags }: DnsZoneSpec) {
  const { resourceGroupName } = scope.site;
  const zone = new Zone(
    ...scope.child(
      "zone",
      { zoneName: domain, zoneType: "Public", location: "global", resourceGroupName, tags },
      { lasting: true },
    ),
  );
  const signing = new DnssecConfig(...scope.child("signing", { zoneName: zone.name, resourceGroupName }));
  return {
    outputs: { id: zone.name, servers: zone.nameServers },
    nodes: { zone, signing },
    record: (of: string, record: PlainRecord) =>
      new RecordSet(
        ...scope.child(
          "record",
          {
            zoneName: zone.name,
            resourceGroupName,
            relativeRecordSetName: output(record.name).apply((name) => relative(name, domain)),
            recordType: record.type,
            ttl: record.ttlSeconds,
            ...valuesOf(record),
          },
          { of },
        ),
      ),
  };
}

function valuesOf(record: PlainRecord) {
  if (record.type === "A") return { aRecords: [{ ipv4Address: record.ip }] };
  if (record.type === "CNAME") return { cnameRecord: { cname: record.target } };
  if (record.type === "NS") {
    return { nsRecords: record.servers.apply((servers) => servers.map((nsdname) => ({ nsdname }))) };
  }
  return { caaRecords: record.authorities.map((value) => ({ flags: 0, tag: "issue", value })) };
}
