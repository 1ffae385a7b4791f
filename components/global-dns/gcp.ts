import { ManagedZone } from "@pulumi/gcp/dns/managedZone.js";
import { RecordSet } from "@pulumi/gcp/dns/recordSet.js";
import { output } from "@pulumi/pulumi";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { ZoneChildren } from "./native.ts";
import { dotted, type PlainRecord } from "./record.ts";
import type { DnsZoneSpec } from "./zone-args.ts";

export function gcpZone(scope: Scope<"gcp", ZoneChildren["gcp"]>, { domain, tags }: DnsZoneSpec) {
  const { site, name } = scope;
  const zone = new ManagedZone(
    ...scope.child(
      "zone",
      {
        name: physicalName(site, name, { max: 63 }),
        dnsName: dotted(domain),
        description: domain,
        visibility: "public",
        forceDestroy: false,
        dnssecConfig: { state: "on" },
        cloudLoggingConfig: { enableLogging: true },
        labels: tags,
      },
      { lasting: true, invariants: ["dnssecConfig"] },
    ),
  );
  return {
    outputs: { id: zone.name, servers: zone.nameServers },
    nodes: { zone },
    record: (of: string, record: PlainRecord) =>
      new RecordSet(
        ...scope.child(
          "record",
          {
            managedZone: zone.name,
            name: output(record.name).apply(dotted),
            type: record.type,
            ttl: record.ttlSeconds,
            rrdatas: valuesOf(record),
          },
          { of },
        ),
      ),
  };
}

function valuesOf(record: PlainRecord) {
  if (record.type === "A") return [record.ip];
  if (record.type === "CNAME") return [output(record.target).apply(dotted)];
  if (record.type === "NS") return record.servers.apply((servers) => servers.map(dotted));
  return record.authorities.map((authority) => `0 issue "${authority}"`);
}
