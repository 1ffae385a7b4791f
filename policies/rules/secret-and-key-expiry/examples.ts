import { type Examples, UNKNOWN } from "../../core/examples.ts";

const secret = "aws:secretsmanager/secret:Secret";
const rotation = "aws:secretsmanager/secretRotation:SecretRotation";
const gcp = "gcp:secretmanager/secret:Secret";
const key = "azure-native:keyvault/v20230701:Key";
const vaultSecret = "azure-native:keyvault:Secret";
const every = (days: unknown) => ({ secretId: "db", rotationRules: { automaticallyAfterDays: days } });
const period = (text: unknown) => ({ rotation: { rotationPeriod: text, nextRotationTime: "2026-12-01T00:00:00Z" } });
const attributes = (expires: unknown) => ({ properties: { attributes: { expires } } });
const rotated = (lifetimeActions: unknown) => ({ properties: { kty: "RSA", rotationPolicy: { lifetimeActions } } });

export const examples: Examples = {
  pass: [
    { type: secret, props: { name: "db" }, beside: [{ type: rotation, name: "r", props: every(30) }] },
    {
      type: secret,
      props: {},
      beside: [{ type: rotation, name: "r", props: { ...every(30), secretId: UNKNOWN }, edges: { secretId: "it" } }],
    },
    { type: rotation, props: every(30) },
    { type: rotation, props: every("90") },
    { type: gcp, props: period("7776000s") },
    { type: key, props: attributes(1_800_000_000) },
    { type: key, props: rotated([{ action: { type: "rotate" } }]) },
    { type: vaultSecret, props: attributes(1_800_000_000) },
    { type: gcp, props: period("2592000.500s") },
  ],
  fail: [
    { type: secret, props: { name: "db" } },
    { type: secret, props: { name: "api" }, beside: [{ type: rotation, name: "r", props: every(30) }] },
    { type: rotation, props: every(365) },
    { type: rotation, props: { secretId: "db", rotationRules: {} } },
    { type: gcp, props: { secretId: "db" } },
    { type: gcp, props: period("31536000s") },
    { type: key, props: { properties: { kty: "RSA" } } },
    { type: key, props: rotated([]) },
    { type: vaultSecret, props: { properties: { value: "x" } } },
  ],
  undetermined: [
    { type: secret, props: { name: "db" }, beside: [{ type: rotation, name: "r", props: { secretId: UNKNOWN } }] },
    { type: rotation, props: every(UNKNOWN) },
    { type: rotation, props: { rotationRules: { scheduleExpression: "rate(10 days)" } } },
    { type: gcp, props: period(UNKNOWN) },
    { type: gcp, props: period("monthly") },
    { type: key, props: { properties: UNKNOWN } },
    { type: vaultSecret, props: attributes(UNKNOWN) },
  ],
};
