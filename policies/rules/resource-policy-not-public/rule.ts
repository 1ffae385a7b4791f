import type { PermissionArgs } from "@pulumi/aws/lambda/permission.js";
import type { QueuePolicyArgs } from "@pulumi/aws/sqs/queuePolicy.js";
import type { TopicIAMBindingArgs } from "@pulumi/gcp/pubsub/topicIAMBinding.js";
import type { TopicIAMMemberArgs } from "@pulumi/gcp/pubsub/topicIAMMember.js";
import { judgeStatements, meansAnybody, narrowed, narrowedForService, type Statement } from "../../core/iam.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { every, forAll } from "../../core/verdict.ts";
import { notAnybody } from "../../models/anybody.ts";

const DOCUMENTS = [
  "aws:sqs/queuePolicy:QueuePolicy",
  "aws:sqs/queue:Queue",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy",
  "aws:dynamodb/resourcePolicy:ResourcePolicy",
];
const MEMBERS = [
  "gcp:pubsub/topicIAMMember:TopicIAMMember",
  "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
  "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
];
const BINDINGS = [
  "gcp:pubsub/topicIAMBinding:TopicIAMBinding",
  "gcp:kms/cryptoKeyIAMBinding:CryptoKeyIAMBinding",
  "gcp:artifactregistry/repositoryIamBinding:RepositoryIamBinding",
];

function bound(statement: Statement) {
  const service = statement.anyPrincipal((kind) => kind === "Service");
  return every([
    faultIf(
      allOf([statement.allows, meansAnybody(statement), not(narrowed(statement))]),
      statement.path,
      "allows anybody",
    ),
    faultIf(
      allOf([statement.allows, service, not(narrowedForService(statement))]),
      statement.path,
      "allows a service on behalf of anybody: no condition names the source",
    ),
  ])[0] as ReturnType<typeof faultIf>;
}

export const resourcePolicyNotPublic: Rule = {
  id: "resource-policy-not-public",
  packs: ["zero-trust"],
  title: "Policies of queues, topics, keys and functions name who may",
  severity: "critical",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "A resource that allows `*` or a whole service can be used by every customer of the cloud.",
  equivalents: ["CKV_AWS_168", "CKV_AWS_169", "CKV_AWS_387", "CKV_AWS_33", "CKV_AWS_32", "CKV_AWS_364", "CKV_GCP_99"],
  fixText: ({ type }) => {
    if (type.startsWith("gcp:")) return "Grant the role to the service accounts that need it.";
    if (type === "aws:lambda/permission:Permission") return "Set `sourceArn` to the one resource that may call.";
    return "Name the roles in `Principal`, or for a service add a condition on `aws:SourceArn`.";
  },
  checks: {
    ...each(DOCUMENTS, (owner: Resource<QueuePolicyArgs>) => judgeStatements(owner, "policy", bound)),
    "aws:lambda/permission:Permission": (permission: Resource<PermissionArgs>) => {
      const named = (["sourceArn", "sourceAccount", "principalOrgId"] as const).map((key) =>
        isSet(permission.read(key)),
      );
      const anybody = holds(permission.text("principal"), (who) => who === "*" || who.endsWith(".amazonaws.com"));
      return faultIf(allOf([anybody, not(anyOf(named))]), "principal", "is anybody, or a service for anybody");
    },
    ...each(MEMBERS, (grant: Resource<TopicIAMMemberArgs>) => notAnybody(grant.text("member"))),
    ...each(BINDINGS, (grant: Resource<TopicIAMBindingArgs>) =>
      forAll(grant.list("members"), (member) => notAnybody(member.itself())),
    ),
  },
};
