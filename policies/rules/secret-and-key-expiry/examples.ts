import { type Examples, UNKNOWN } from "../../core/examples.ts";

const secret = "aws:secretsmanager/secret:Secret";
const rotation = "aws:secretsmanager/secretRotation:SecretRotation";
const gcp = "gcp:secretmanager/secret:Secret";
const key = "azure-native:keyvault/v20230701:Key";
const vaultSecret = "azure-native:keyvault:Secret";
const every = (days: unknown) => ({ secretId: "db", rotationRules: { automaticallyAfterDays: days } });
const at = (scheduleExpression: unknown) => ({ secretId: "db", rotationRules: { scheduleExpression } });
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
    { type: rotation, props: at("rate(10 days)") },
    { type: rotation, props: at("rate(1 day)") },
    { type: rotation, props: at("rate(90 days)") },
    { type: rotation, props: at("rate(2160 hours)") },
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
    { type: rotation, props: at("rate(91 days)") },
    { type: rotation, props: at("rate(2400 hours)") },
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
    { type: rotation, props: at(UNKNOWN) },
    { type: rotation, props: at("cron(0 8 1 * ? *)") },
    // nothing that Secrets Manager takes
    { type: rotation, props: at("rate(10 weeks)") },
    { type: rotation, props: at("rate(10 days) or so") },
    { type: rotation, props: at("a rate(10 days)") },
    { type: rotation, props: at("rate(0 days)") },
    { type: gcp, props: period(UNKNOWN) },
    { type: gcp, props: period("monthly") },
    { type: gcp, props: period("P1D30s") },
    { type: gcp, props: period("2592000s 500ms") },
    { type: key, props: { properties: UNKNOWN } },
    { type: vaultSecret, props: attributes(UNKNOWN) },
  ],
};
