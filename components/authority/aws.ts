import { Certificate } from "@pulumi/aws/acmpca/certificate.js";
import { CertificateAuthority } from "@pulumi/aws/acmpca/certificateAuthority.js";
import { CertificateAuthorityCertificate } from "@pulumi/aws/acmpca/certificateAuthorityCertificate.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { jsonStringify, type Output } from "@pulumi/pulumi";
import type { Granter } from "../core/grant.ts";
import type { Scope } from "../core/scope.ts";
import type { AuthorityRight, AuthoritySpec } from "./args.ts";
import { awsController } from "./aws-controller.ts";
import type { AuthorityChildren } from "./native.ts";

// while it lasts, a deletion can be called off: the longest and the shortest that Private CA takes
const DELETION_DAYS = { protected: 30, open: 7 };
const SIGNING_ALGORITHM = "SHA256WITHECDSA";
const ROOT_TEMPLATE = "arn:aws:acm-pca:::template/RootCACertificate/V1";
/** The one template that may be asked for: an authority below which none may follow. */
const BELOW_TEMPLATE = "arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1";

export function awsAuthority(scope: Scope<"aws", AuthorityChildren["aws"]>, spec: AuthoritySpec) {
  const { name, opts, protection, site } = scope;
  const authority = new CertificateAuthority(
    ...scope.child(
      "authority",
      {
        type: "ROOT",
        // certificates of short-lived mode end after seven days
        usageMode: "GENERAL_PURPOSE",
        certificateAuthorityConfiguration: {
          keyAlgorithm: "EC_prime256v1",
          signingAlgorithm: SIGNING_ALGORITHM,
          subject: { organization: spec.organization, commonName: `${name} root` },
        },
        // control planes of a mesh ask for no revocations: what is below it ends soon
        revocationConfiguration: { crlConfiguration: { enabled: false }, ocspConfiguration: { enabled: false } },
        permanentDeletionTimeInDays: DELETION_DAYS[protection ? "protected" : "open"],
        enabled: true,
        tags: spec.tags,
      },
      { lasting: true, invariants: ["type", "usageMode"] },
    ),
  );
  const certificate = new Certificate(
    ...scope.child(
      "certificate",
      {
        certificateAuthorityArn: authority.arn,
        certificateSigningRequest: authority.certificateSigningRequest,
        signingAlgorithm: SIGNING_ALGORITHM,
        templateArn: ROOT_TEMPLATE,
        validity: { type: "YEARS", value: String(spec.validityYears) },
      },
      { lasting: true, invariants: ["templateArn"] },
    ),
  );
  const installed = new CertificateAuthorityCertificate(
    ...scope.child(
      "installed",
      { certificateAuthorityArn: authority.arn, certificate: certificate.certificate },
      { lasting: true },
    ),
  );
  const grant: Granter<"aws", AuthorityRight> = (_right, { roleName }, grantName) => [
    new RolePolicy(grantName, { role: roleName, policy: jsonStringify(mayIssue(authority.arn)) }, opts),
  ];
  return {
    outputs: { id: authority.arn, root: certificate.certificate },
    nodes: { authority, certificate, installed },
    // it signs nothing before its own certificate is there
    ready: [installed],
    controller: awsController(site, authority.arn),
    grant,
  };
}

function mayIssue(arn: Output<string>) {
  const read = ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificate"];
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["acm-pca:IssueCertificate"],
        Resource: arn,
        Condition: { StringEquals: { "acm-pca:TemplateArn": BELOW_TEMPLATE } },
      },
      { Effect: "Allow", Action: read, Resource: arn },
    ],
  };
}
