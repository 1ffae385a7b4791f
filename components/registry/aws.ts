import { LifecyclePolicy } from "@pulumi/aws/ecr/lifecyclePolicy.js";
import { Repository } from "@pulumi/aws/ecr/repository.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { jsonStringify, output } from "@pulumi/pulumi";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type RegistryRight, type RegistrySpec, UNTAGGED_DAYS } from "./args.ts";
import type { RegistryChildren } from "./native.ts";

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const ACTIONS: { readonly [R in RegistryRight]: readonly string[] } = {
  pull: PULL,
  push: [
    ...PULL,
    "ecr:CompleteLayerUpload",
    "ecr:DescribeImages",
    "ecr:InitiateLayerUpload",
    "ecr:PutImage",
    "ecr:UploadLayerPart",
  ],
};

export function awsRegistry(scope: Scope<"aws", RegistryChildren["aws"]>, spec: RegistrySpec) {
  const { name, site, opts } = scope;
  const { images, immutableTags, keep, key, tags } = spec;
  const physical = physicalName(site, name, { max: 128 });
  const repositories = images.map(
    (image) =>
      new Repository(
        ...scope.child(
          "repository",
          {
            name: `${physical}/${image}`,
            imageTagMutability: immutableTags ? "IMMUTABLE" : "MUTABLE",
            imageScanningConfiguration: { scanOnPush: true },
            encryptionConfigurations: [encryption(key)],
            forceDelete: false,
            tags,
          },
          { of: image, lasting: true, invariants: ["imageScanningConfiguration", "encryptionConfigurations"] },
        ),
      ),
  );
  const lifecycles = repositories.map(
    (repository, index) =>
      new LifecyclePolicy(
        ...scope.child(
          "lifecycle",
          { repository: repository.name, policy: JSON.stringify({ rules: lifecycleRules(keep) }) },
          { of: String(images[index]) },
        ),
      ),
  );
  const arns = repositories.map(({ arn }) => arn);
  const grant: Granter<"aws", RegistryRight> = (right, identity, grantName) => {
    const Statement = [
      { Effect: "Allow", Action: ACTIONS[right], Resource: arns },
      // the token is of the whole account; what it opens is said above
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
    ];
    const policy = jsonStringify({ Version: "2012-10-17", Statement });
    return [new RolePolicy(grantName, { role: identity.roleName, policy }, opts)];
  };
  return {
    outputs: {
      id: output(`arn:aws:ecr:${site.region}:${site.accountId}:repository/${physical}`),
      name: output(physical),
      endpoint: output(`${site.accountId}.dkr.ecr.${site.region}.amazonaws.com/${physical}`),
    },
    nodes: { repositories, lifecycles },
    grant,
  };
}

function encryption(key: EncryptionKey | undefined) {
  return key?.cloud === "aws" ? { encryptionType: "KMS", kmsKey: key.arn } : { encryptionType: "AES256" };
}

function lifecycleRules(keep: number) {
  const untagged = {
    tagStatus: "untagged",
    countType: "sinceImagePushed",
    countUnit: "days",
    countNumber: UNTAGGED_DAYS,
  };
  const newest = { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keep };
  return [untagged, newest].map((selection, index) => ({
    rulePriority: index + 1,
    selection,
    action: { type: "expire" },
  }));
}
