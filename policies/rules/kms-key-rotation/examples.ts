import { type Examples, UNKNOWN } from "../../core/examples.ts";

const key = "aws:kms/key:Key";
const crypto = "gcp:kms/cryptoKey:CryptoKey";

export const examples: Examples = {
  pass: [
    { type: key, props: { enableKeyRotation: true } },
    { type: key, props: { enableKeyRotation: "true", rotationPeriodInDays: 90 } },
    {
      type: key,
      props: { enableKeyRotation: true, customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" },
    },
    { type: key, props: { enableKeyRotation: true, rotationPeriodInDays: 365 } },
    // whatever it is for, it is rotated
    { type: key, props: { enableKeyRotation: true, keyUsage: UNKNOWN } },
    { type: crypto, props: { rotationPeriod: "7776000s", purpose: UNKNOWN } },
    { type: crypto, props: { rotationPeriod: "7776000s" } },
    { type: crypto, props: { rotationPeriod: "31536000s", purpose: "ENCRYPT_DECRYPT" } },
    { type: crypto, props: { rotationPeriod: "100000.5s" } },
  ],
  fail: [
    { type: key, props: {} },
    { type: key, props: { enableKeyRotation: false } },
    { type: key, props: { enableKeyRotation: true, rotationPeriodInDays: 2560 } },
    { type: key, props: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" } },
    { type: crypto, props: {} },
    { type: crypto, props: { versionTemplate: { algorithm: "X", protectionLevel: "HSM" } } },
    { type: crypto, props: { purpose: "ENCRYPT_DECRYPT", rotationPeriod: "315360000s" } },
  ],
  undetermined: [
    { type: key, props: { enableKeyRotation: UNKNOWN } },
    { type: key, props: { keyUsage: UNKNOWN } },
    { type: crypto, props: { rotationPeriod: UNKNOWN } },
    { type: crypto, props: { rotationPeriod: "a year" } },
    { type: crypto, props: { purpose: UNKNOWN } },
  ],
  notApplicable: [
    { type: key, props: { customerMasterKeySpec: "RSA_4096", keyUsage: "SIGN_VERIFY" } },
    { type: key, props: { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" } },
    { type: key, props: { customerMasterKeySpec: "ECC_NIST_P256" } },
    { type: key, props: { keyUsage: "GENERATE_VERIFY_MAC" } },
    { type: key, props: { customKeyStoreId: "cks-1" } },
    { type: crypto, props: { purpose: "ASYMMETRIC_SIGN" } },
    { type: crypto, props: { purpose: "MAC" } },
    { type: crypto, props: { importOnly: true } },
    { type: crypto, props: { versionTemplate: { algorithm: "X", protectionLevel: "EXTERNAL_VPC" } } },
  ],
};
