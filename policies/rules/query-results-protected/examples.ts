import { type Examples, UNKNOWN } from "../../core/examples.ts";

const type = "aws:athena/workgroup:Workgroup";
const encrypted = (encryptionOption: unknown, more: object = {}) => ({
  configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption } }, ...more },
});

export const examples: Examples = {
  pass: [
    { type, props: encrypted("SSE_KMS") },
    { type, props: encrypted("SSE_S3", { enforceWorkgroupConfiguration: true }) },
    { type, props: encrypted("CSE_KMS", { enforceWorkgroupConfiguration: "true" }) },
    { type, props: { configuration: { managedQueryResultsConfiguration: { enabled: true } } } },
  ],
  fail: [
    { type, props: {} },
    { type, props: { configuration: { resultConfiguration: { outputLocation: "s3://results/" } } } },
    { type, props: encrypted("SSE_KMS", { enforceWorkgroupConfiguration: false }) },
    { type, props: encrypted("SSE_S3", { enforceWorkgroupConfiguration: "false" }) },
    { type, props: { configuration: { managedQueryResultsConfiguration: { enabled: false } } } },
  ],
  undetermined: [
    { type, props: { configuration: UNKNOWN } },
    { type, props: encrypted(UNKNOWN) },
    { type, props: encrypted("ROT13") },
    { type, props: encrypted("SSE_KMS", { enforceWorkgroupConfiguration: UNKNOWN }) },
  ],
};
