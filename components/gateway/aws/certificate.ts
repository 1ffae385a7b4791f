import { Certificate } from "@pulumi/aws/acm/certificate.js";
import { CertificateValidation } from "@pulumi/aws/acm/certificateValidation.js";
import type { GatewaySpec, Zone } from "../args.ts";
import type { AwsScope } from "../native.ts";

/** A certificate for all hosts, which AWS renews while the records in the zone stay. */
export function certificate(scope: AwsScope, { hosts, tags }: GatewaySpec, zone: Zone) {
  const [domainName = "", ...subjectAlternativeNames] = hosts.map(({ host }) => host);
  const asked = new Certificate(
    ...scope.child("certificate", {
      domainName,
      subjectAlternativeNames,
      validationMethod: "DNS",
      keyAlgorithm: "EC_prime256v1",
      options: { certificateTransparencyLoggingPreference: "ENABLED" },
      tags,
    }),
  );
  const proofs = hosts.map(({ host }) => {
    // ACM lists them in an order of its own
    const of = asked.domainValidationOptions.apply((all) => all.find(({ domainName: own }) => own === host) ?? all[0]);
    return zone.prove(`${scope.site.accountId}-${host}`, {
      name: of.apply((option) => option?.resourceRecordName ?? ""),
      value: of.apply((option) => option?.resourceRecordValue ?? ""),
    });
  });
  const certified = new CertificateValidation(
    ...scope.child("certified", { certificateArn: asked.arn }, { dependsOn: proofs }),
  );
  return { asked, certified };
}
