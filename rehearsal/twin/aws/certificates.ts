import { isList, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { arn } from "./arn.ts";

/** The record that proves one name; a wildcard is proved by the record of its domain. */
function proofOf(domainName: string, { dice }: Context): Properties {
  const domain = domainName.replace(/^\*\./, "");
  return {
    domainName,
    resourceRecordName: `_${dice.hex(`name ${domain}`, 32)}.${domain}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${dice.hex(`value ${domain}`, 32)}.acm-validations.aws.`,
  };
}

/** Certificates, and the records that prove their names. */
export const certificates: readonly TwinType[] = [
  {
    token: "aws:acm/certificate:Certificate",
    id: (context) => arn(context, "acm", `certificate/${context.dice.uuid("certificate")}`),
    computed: (context, id) => {
      const { inputs } = context;
      const domain = text(inputs, "domainName");
      const others = isList(inputs["subjectAlternativeNames"]) ? inputs["subjectAlternativeNames"] : [];
      const names = [domain, ...others].filter((name) => typeof name === "string");
      return {
        arn: id,
        status: domain === undefined ? "ISSUED" : "PENDING_VALIDATION",
        subjectAlternativeNames: [...new Set(names)],
        domainValidationOptions:
          text(inputs, "validationMethod") === "DNS" ? [...new Set(names)].map((name) => proofOf(name, context)) : [],
      };
    },
    kept: ["arn", "domainValidationOptions", "subjectAlternativeNames"],
    forceNew: [
      "certificateAuthorityArn",
      "domainName",
      "keyAlgorithm",
      "subjectAlternativeNames",
      "validationMethod",
      "region",
    ],
    otherwise: "update",
    source: "AWS Certificate Manager API Reference: RequestCertificate, DomainValidation",
  },
];
