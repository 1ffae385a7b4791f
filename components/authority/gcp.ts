import { Authority } from "@pulumi/gcp/certificateauthority/authority.js";
import { CaPool } from "@pulumi/gcp/certificateauthority/caPool.js";
import { CaPoolIamMember } from "@pulumi/gcp/certificateauthority/caPoolIamMember.js";
import { daysInSeconds, protoDuration } from "../core/duration.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { AuthorityRight, AuthoritySpec } from "./args.ts";
import { gcpController } from "./gcp-controller.ts";
import type { AuthorityChildren } from "./native.ts";

const YEAR_DAYS = 365;
// what an authority does, and nothing else
const SIGNS = { baseKeyUsage: { certSign: true, crlSign: true }, extendedKeyUsage: {} };
const LAST = { isCa: true, zeroMaxIssuerPathLength: true };

export function gcpAuthority(scope: Scope<"gcp", AuthorityChildren["gcp"]>, spec: AuthoritySpec) {
  const { name, site, opts, protection } = scope;
  const { project, region: location } = site;
  const physical = physicalName(site, name, { max: 63 });
  const pool = new CaPool(
    ...scope.child(
      "pool",
      {
        name: physical,
        project,
        location,
        tier: spec.listed ? "ENTERPRISE" : "DEVOPS",
        publishingOptions: { publishCaCert: false, publishCrl: false },
        issuancePolicy: {
          // whoever may ask gets an authority below which none may follow, whatever the request says
          baselineValues: { caOptions: LAST, keyUsage: SIGNS },
          identityConstraints: { allowSubjectPassthrough: true, allowSubjectAltNamesPassthrough: false },
          allowedIssuanceModes: { allowCsrBasedIssuance: true, allowConfigBasedIssuance: false },
          allowedKeyTypes: [{ ellipticCurve: { signatureAlgorithm: "ECDSA_P256" } }],
        },
        labels: spec.tags,
      },
      { lasting: true, invariants: ["issuancePolicy"] },
    ),
  );
  const authority = new Authority(
    ...scope.child(
      "authority",
      {
        project,
        location,
        pool: pool.name,
        certificateAuthorityId: physical,
        type: "SELF_SIGNED",
        desiredState: "ENABLED",
        lifetime: protoDuration(daysInSeconds(spec.validityYears * YEAR_DAYS)),
        keySpec: { algorithm: "EC_P256_SHA256" },
        config: {
          subjectConfig: { subject: { organization: spec.organization, commonName: `${name} root` } },
          x509Config: { caOptions: { isCa: true, maxIssuerPathLength: 1 }, keyUsage: SIGNS },
        },
        deletionProtection: protection,
        skipGracePeriod: !protection,
        ignoreActiveCertificatesOnDeletion: !protection,
        labels: spec.tags,
      },
      { lasting: true, invariants: ["type"] },
    ),
  );
  const grant: Granter<"gcp", AuthorityRight> = (_right, { member }, grantName) => [
    new CaPoolIamMember(grantName, { caPool: pool.id, role: "roles/privateca.certificateRequester", member }, opts),
  ];
  return {
    outputs: { id: authority.name, root: authority.pemCaCertificates.apply(([root = ""]) => root) },
    nodes: { pool, authority },
    ready: [authority],
    controller: gcpController(site, { pool: pool.name, authority: authority.certificateAuthorityId }),
    grant,
  };
}
