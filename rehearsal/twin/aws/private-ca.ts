import { armoured } from "../armour.ts";
import { type Limit, shown, type TwinType, text } from "../type.ts";
import { arn } from "./arn.ts";

const AUTHORITY = "aws:acmpca/certificateAuthority:CertificateAuthority";
// what the provider writes of a time that is not there
const NEVER = "0001-01-01T00:00:00Z";

const ofAuthority = {
  property: "certificateAuthorityArn",
  to: AUTHORITY,
  words: () => "ResourceNotFoundException: Could not find Certificate Authority",
};

const authority: TwinType = {
  token: AUTHORITY,
  defaults: { enabled: true, permanentDeletionTimeInDays: 30, type: "SUBORDINATE" },
  limits: ({ permanentDeletionTimeInDays: days }) => [
    [
      "permanentDeletionTimeInDays",
      typeof days === "number" && (days < 7 || days > 30),
      `expected permanent_deletion_time_in_days to be in the range (7 - 30), got ${shown(days)}`,
    ],
  ],
  id: (context) => arn(context, "acm-pca", `certificate-authority/${context.dice.uuid("authority")}`),
  // it waits for its certificate, and has none of its own before
  computed: ({ inputs, dice }, id) => ({
    arn: id,
    certificate: "",
    certificateChain: "",
    certificateSigningRequest: armoured("CERTIFICATE REQUEST", dice, 10),
    keyStorageSecurityStandard: text(inputs, "keyStorageSecurityStandard") ?? "FIPS_140_2_LEVEL_3_OR_HIGHER",
    notAfter: NEVER,
    notBefore: NEVER,
    serial: "",
    usageMode: text(inputs, "usageMode") ?? "GENERAL_PURPOSE",
  }),
  tombstone: "a private authority is deleted only after its restoration period of 7 to 30 days",
  forceNew: ["certificateAuthorityConfiguration", "keyStorageSecurityStandard", "type", "usageMode", "region"],
  otherwise: "update",
  source: "AWS Private CA API Reference: CreateCertificateAuthority, DeleteCertificateAuthority; the provider's schema",
};

const TEMPLATE = /^arn:[^:]+:(?<service>[^:]*):(?<region>[^:]*):(?<account>[^:]*):(?<resource>.*)$/;

/** What the provider says of an ARN that is no template's. */
function templateLimits(template: string | undefined): readonly Limit[] {
  const { service, region, account, resource } = TEMPLATE.exec(template ?? "")?.groups ?? {};
  const wrong = (broken: boolean, what: string): Limit => [
    "templateArn",
    template !== undefined && broken,
    `"template_arn" (${template}) is not a valid ACM PCA template ARN: ${what}`,
  ];
  return [
    wrong(service !== "acm-pca", `service must be "acm-pca", was "${service}")`),
    wrong(region !== "", `region must be empty, was "${region}")`),
    wrong(account !== "", `account ID must be empty, was "${account}")`),
    wrong(
      resource?.startsWith("template/") !== true,
      `expected resource to start with "template/", was "${resource}")`,
    ),
  ];
}

const certificate: TwinType = {
  token: "aws:acmpca/certificate:Certificate",
  limits: (inputs) => templateLimits(text(inputs, "templateArn")),
  needs: [ofAuthority],
  id: ({ inputs, dice }) =>
    `${text(inputs, "certificateAuthorityArn") ?? ""}/certificate/${dice.hex("certificate", 32)}`,
  computed: ({ inputs, dice }, id) => ({
    arn: id,
    certificate: armoured("CERTIFICATE", dice, 16),
    // a root has nobody above it
    certificateChain: text(inputs, "templateArn")?.includes("/RootCACertificate/")
      ? ""
      : armoured("CERTIFICATE", dice, 16),
  }),
  fromId: (id) => ({ certificateAuthorityArn: id.replace(/\/certificate\/[^/]*$/, "") }),
  otherwise: "replace",
  source: "AWS Private CA API Reference: IssueCertificate, GetCertificate; the provider's schema",
};

const installed: TwinType = {
  token: "aws:acmpca/certificateAuthorityCertificate:CertificateAuthorityCertificate",
  needs: [ofAuthority],
  id: ({ inputs }) => text(inputs, "certificateAuthorityArn") ?? "",
  fromId: (id) => ({ certificateAuthorityArn: id }),
  otherwise: "replace",
  source: "AWS Private CA API Reference: ImportCertificateAuthorityCertificate",
};

/** Private authorities, and the certificates that make them one. */
export const privateCa: readonly TwinType[] = [authority, certificate, installed];
