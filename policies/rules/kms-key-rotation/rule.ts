import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { CryptoKeyArgs } from "@pulumi/gcp/kms/cryptoKey.js";
import { mustBe } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { anyOf, holds, isSet, not, onlyIf } from "../../core/truth.ts";
import { decide, type Verdict } from "../../core/verdict.ts";
import { secondsOf } from "../../models/duration.ts";

const AWS_KEY = "aws:kms/key:Key";
const GCP_KEY = "gcp:kms/cryptoKey:CryptoKey";
const LONGEST_DAYS = 365;
const SECONDS_PER_DAY = 86_400;

function awsKey(key: Resource<KeyArgs>): readonly Verdict[] {
  const cannot = anyOf([
    holds(key.text("customerMasterKeySpec"), (spec) => spec !== "SYMMETRIC_DEFAULT"),
    holds(key.text("keyUsage"), (usage) => usage !== "ENCRYPT_DECRYPT"),
    isSet(key.text("customKeyStoreId")),
  ]);
  return onlyIf(not(cannot), "is of a kind that KMS cannot rotate", () => [
    mustBe(key.flag("enableKeyRotation"), true, false),
    decide(key.number("rotationPeriodInDays"), {
      known: (days) => (days > LONGEST_DAYS ? `is ${days}, more than a year` : undefined),
    }),
  ]);
}

function gcpKey(key: Resource<CryptoKeyArgs>): readonly Verdict[] {
  const cannot = anyOf([
    holds(key.text("purpose"), (purpose) => purpose !== "ENCRYPT_DECRYPT"),
    holds(key.flag("importOnly"), (on) => on),
    holds(key.text("versionTemplate.protectionLevel"), (level) => level.startsWith("EXTERNAL")),
  ]);
  return onlyIf(not(cannot), "is of a kind that Cloud KMS cannot rotate", () =>
    decide(secondsOf(key.text("rotationPeriod")), {
      known: (seconds) => {
        const days = seconds / SECONDS_PER_DAY;
        return days > LONGEST_DAYS ? `is ${Math.round(days)} days, more than a year` : undefined;
      },
      absent: "is not set; default is no rotation",
    }),
  );
}

export const kmsKeyRotation: Rule = {
  id: "kms-key-rotation",
  packs: ["zero-trust"],
  title: "Keys are rotated every year",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "The longer a key lives, the more it protects, and the more a single leak of it opens.",
  equivalents: ["CKV_AWS_7", "CKV_GCP_43", "AWS-0065", "GCP-0065"],
  fixText: ({ type, path }) => {
    if (type === GCP_KEY)
      return "Set `rotationPeriod: 7776000s` (90 days), and `nextRotationTime` where it must begin.";
    return path === "rotationPeriodInDays" ? `Set \`${path}: ${LONGEST_DAYS}\`.` : `Set \`${path}: true\`.`;
  },
  inPlace: [AWS_KEY, GCP_KEY],
  checks: { [AWS_KEY]: awsKey, [GCP_KEY]: gcpKey },
};
