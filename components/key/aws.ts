import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key as KmsKey } from "@pulumi/aws/kms/key.js";
import { jsonStringify } from "@pulumi/pulumi";
import type { AwsKey } from "../core/encryption.ts";
import { allow, type Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { KeyRight, KeySpec } from "./args.ts";
import { keyPolicy } from "./aws-policy.ts";
import type { KeyChildren } from "./native.ts";

// KMS's longest; until it ends, a deletion can be called off
const DELETION_DAYS = 30;
const ACTIONS: { readonly [R in KeyRight]: readonly string[] } = {
  encrypt: ["kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
  decrypt: ["kms:Decrypt", "kms:DescribeKey"],
};

export function awsKey(scope: Scope<"aws", KeyChildren["aws"]>, spec: KeySpec) {
  const { name, site, opts } = scope;
  const key = new KmsKey(
    ...scope.child(
      "key",
      {
        description: spec.description,
        keyUsage: "ENCRYPT_DECRYPT",
        customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        enableKeyRotation: true,
        rotationPeriodInDays: spec.rotationDays,
        deletionWindowInDays: DELETION_DAYS,
        multiRegion: false,
        policy: JSON.stringify(keyPolicy(site, spec.native.aws?.services ?? [])),
        tags: spec.tags,
      },
      { lasting: true, invariants: ["enableKeyRotation"] },
    ),
  );
  const alias = new Alias(
    ...scope.child("alias", {
      name: `alias/${physicalName(site, name, { max: 250 })}`,
      targetKeyId: key.keyId,
    }),
  );
  const grant: Granter<"aws", KeyRight> = (right, identity, grantName) => [
    new RolePolicy(grantName, { role: identity.roleName, policy: jsonStringify(allow(ACTIONS[right], key.arn)) }, opts),
  ];
  const encryption: AwsKey = { cloud: "aws", name, arn: key.arn };
  return { outputs: { id: key.arn, name: alias.name, home: key.arn }, nodes: { key, alias }, encryption, grant };
}
