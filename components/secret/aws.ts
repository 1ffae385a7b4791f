import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Permission } from "@pulumi/aws/lambda/permission.js";
import { Secret as AwsSecret } from "@pulumi/aws/secretsmanager/secret.js";
import { SecretRotation } from "@pulumi/aws/secretsmanager/secretRotation.js";
import { SecretVersion } from "@pulumi/aws/secretsmanager/secretVersion.js";
import { jsonStringify, type Resource } from "@pulumi/pulumi";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { SecretRight, SecretSpec } from "./args.ts";
import type { SecretChildren } from "./native.ts";

type SecretScope = Scope<"aws", SecretChildren["aws"]>;
// Secrets Manager's longest; until it ends, a deletion can be called off
const RECOVERY_DAYS = 30;
const ACTIONS: { readonly [R in SecretRight]: readonly string[] } = {
  read: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
  write: ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"],
};
const KEY_ACTIONS: { readonly [R in SecretRight]: readonly string[] } = {
  read: ["kms:Decrypt"],
  write: ["kms:Decrypt", "kms:GenerateDataKey"],
};

export function awsSecret(scope: SecretScope, spec: SecretSpec) {
  const { name, site, opts } = scope;
  const key = spec.key?.cloud === "aws" ? spec.key : undefined;
  const secret = new AwsSecret(
    ...scope.child(
      "secret",
      {
        // a name that ends in a hyphen and six characters is taken for one that carries AWS's own ending
        name: physicalName(site, name, { max: 256, suffix: "/value" }),
        recoveryWindowInDays: RECOVERY_DAYS,
        ...(key !== undefined && { kmsKeyId: key.arn }),
        tags: spec.tags,
      },
      { lasting: true, invariants: ["kmsKeyId"] },
    ),
  );
  const version = spec.value !== undefined && {
    version: new SecretVersion(
      ...scope.child("version", {
        secretId: secret.id,
        secretStringWo: spec.value,
        secretStringWoVersion: spec.valueVersion,
      }),
    ),
  };
  const grant: Granter<"aws", SecretRight> = (right, identity, grantName) => {
    const Condition = { StringEquals: { "kms:ViaService": `secretsmanager.${site.region}.amazonaws.com` } };
    const Statement = [
      { Effect: "Allow", Action: ACTIONS[right], Resource: secret.arn },
      ...(key === undefined ? [] : [{ Effect: "Allow", Action: KEY_ACTIONS[right], Resource: key.arn, Condition }]),
    ];
    const policy = jsonStringify({ Version: "2012-10-17", Statement });
    return [new RolePolicy(grantName, { role: identity.roleName, policy }, opts)];
  };
  return {
    outputs: { id: secret.arn, name: secret.name, holder: secret.arn, reference: secret.arn },
    nodes: { secret, ...version, ...rotation(scope, spec, secret, Object.values(version || {})) },
    grant,
  };
}

function rotation(scope: SecretScope, spec: SecretSpec, secret: AwsSecret, after: readonly Resource[]) {
  const { rotationDays, native } = spec;
  if (rotationDays === undefined || native.aws === undefined) return {};
  const { rotatorArn } = native.aws;
  const rotator = new Permission(
    ...scope.child("rotator", {
      action: "lambda:InvokeFunction",
      function: rotatorArn,
      principal: "secretsmanager.amazonaws.com",
      sourceArn: secret.arn,
      sourceAccount: scope.site.accountId,
    }),
  );
  return {
    rotator,
    rotation: new SecretRotation(
      ...scope.child(
        "rotation",
        {
          secretId: secret.id,
          rotationLambdaArn: rotatorArn,
          rotationRules: { automaticallyAfterDays: rotationDays },
          rotateImmediately: false,
        },
        { dependsOn: [rotator, ...after] },
      ),
    ),
  };
}
