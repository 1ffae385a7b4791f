import { Certificate } from "@pulumi/gcp/certificatemanager/certificate.js";
import { DnsAuthorization } from "@pulumi/gcp/certificatemanager/dnsAuthorization.js";
import { physicalName } from "../../core/name.ts";
import type { GatewaySpec, Zone } from "../args.ts";
import type { GcpScope } from "../native.ts";

/** A certificate for all hosts, kept in the region, which Google renews while the records in the zone stay. */
export function certificate(scope: GcpScope, { hosts, tags }: GatewaySpec, zone: Zone) {
  const { site, name } = scope;
  const proof = hosts.map(
    ({ host }) =>
      new DnsAuthorization(
        ...scope.child(
          "proof",
          {
            name: physicalName(site, `${name}-${host.replaceAll(".", "-")}`, { max: 63 }),
            location: site.region,
            domain: host,
            // another project, or another cloud, can prove the same name beside this one
            type: "PER_PROJECT_RECORD",
            labels: tags,
          },
          { of: host.replaceAll(".", "-") },
        ),
      ),
  );
  const records = proof.map(({ dnsResourceRecords }, index) => {
    const host = hosts[index]?.host ?? "";
    return zone.prove(`${site.project}-${host}`, {
      name: dnsResourceRecords.apply(([record]) => record?.name ?? ""),
      value: dnsResourceRecords.apply(([record]) => record?.data ?? ""),
    });
  });
  const certificate = new Certificate(
    ...scope.child(
      "certificate",
      {
        name: physicalName(site, name, { max: 63 }),
        location: site.region,
        managed: { domains: hosts.map(({ host }) => host), dnsAuthorizations: proof.map(({ id }) => id) },
        labels: tags,
      },
      { dependsOn: records },
    ),
  );
  return { proof, certificate };
}
