import type { SecretArgs as AwsSecretArgs } from "@pulumi/aws/secretsmanager/secret.js";
import type { SecretRotationArgs } from "@pulumi/aws/secretsmanager/secretRotation.js";
import type { KeyArgs } from "@pulumi/azure-native/keyvault/key.js";
import type { SecretArgs as VaultSecretArgs } from "@pulumi/azure-native/keyvault/secret.js";
import type { SecretArgs } from "@pulumi/gcp/secretmanager/secret.js";
import { mustHave } from "../../core/attached.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { anyOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { decide, fail, notCovered } from "../../core/verdict.ts";

const DAYS = 90;
const DAY_SECONDS = 86_400;
const DAY_HOURS = 24;
const tooLate = (days: number) => (days > DAYS ? `is ${days} days, more than ${DAYS}` : undefined);

/** The days between two rotations, of a rate as Secrets Manager takes it: in hours or in days. */
function daysOfRate(expression: string): number | undefined {
  const rate = /^rate\(([1-9]\d*) (hour|day)s?\)$/.exec(expression);
  return rate ? Number(rate[1]) / (rate[2] === "hour" ? DAY_HOURS : 1) : undefined;
}

const ROTATION = { type: "aws:secretsmanager/secretRotation:SecretRotation", key: "secretId", name: "name" };

export const secretAndKeyExpiry: Rule = {
  id: "secret-and-key-expiry",
  packs: ["zero-trust"],
  title: "Secrets rotate, and keys of a vault end",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "A secret that never changes is still good for whoever copied it two years ago.",
  equivalents: ["CKV2_AWS_57", "CKV_AWS_304", "CKV_AZURE_40", "CKV_AZURE_41", "AZU-0014", "AZU-0017"],
  fixText: ({ type }) => FIXES[type] ?? "Set `properties.attributes.expires` to a day, in seconds since 1970.",
  checks: {
    "aws:secretsmanager/secret:Secret": (secret: Resource<AwsSecretArgs>, { graph }) =>
      mustHave(graph, secret as Resource, ROTATION, () => fail("", "has no SecretRotation: it stays as it is")),
    "aws:secretsmanager/secretRotation:SecretRotation": (rotation: Resource<SecretRotationArgs>) => {
      const schedule = rotation.text("rotationRules.scheduleExpression");
      if (schedule.state !== "absent")
        return decide(schedule, {
          known: (expression) => {
            const days = daysOfRate(expression);
            return days === undefined ? notCovered(schedule.path, "is no rate in hours or days") : tooLate(days);
          },
        });
      return decide(rotation.number("rotationRules.automaticallyAfterDays"), {
        known: tooLate,
        absent: "is not set: nothing rotates",
      });
    },
    "gcp:secretmanager/secret:Secret": (secret: Resource<SecretArgs>) =>
      decide(secret.text("rotation.rotationPeriod"), {
        known: (period) => {
          const seconds = Number(/^(\d+)(?:[.]\d+)?s$/.exec(period)?.[1]);
          if (Number.isNaN(seconds)) return notCovered("rotation.rotationPeriod", `"${period}" is no duration`);
          return tooLate(seconds / DAY_SECONDS);
        },
        absent: "is not set: nothing reminds of a rotation",
      }),
    "azure-native:keyvault:Key": (key: Resource<KeyArgs>) => {
      const ends = anyOf([
        isSet(key.read("properties.attributes.expires")),
        holds(key.list("properties.rotationPolicy.lifetimeActions"), (actions) => actions.length > 0),
      ]);
      return faultIf(not(ends), "properties.attributes.expires", "is not set, and there is no rotation policy");
    },
    "azure-native:keyvault:Secret": (secret: Resource<VaultSecretArgs>) =>
      decide(secret.read("properties.attributes.expires"), {
        known: () => undefined,
        absent: "is not set; default is never",
      }),
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "aws:secretsmanager/secret:Secret":
    "Add a secretsmanager.SecretRotation, or let the database manage its own password.",
  "aws:secretsmanager/secretRotation:SecretRotation":
    "Set `rotationRules.automaticallyAfterDays` to 90 or less, or a rate of as many days.",
  "gcp:secretmanager/secret:Secret": "Set `rotation.rotationPeriod: 7776000s` with `nextRotationTime` and a topic.",
};
