import { type Examples, UNKNOWN } from "../../core/examples.ts";

const documents = [
  "aws:sqs/queuePolicy:QueuePolicy",
  "aws:sqs/queue:Queue",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy",
  "aws:dynamodb/resourcePolicy:ResourcePolicy",
];
const queue = "aws:sqs/queuePolicy:QueuePolicy";
const permission = "aws:lambda/permission:Permission";
const members = [
  "gcp:pubsub/topicIAMMember:TopicIAMMember",
  "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
  "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
];
const bindings = [
  "gcp:pubsub/topicIAMBinding:TopicIAMBinding",
  "gcp:kms/cryptoKeyIAMBinding:CryptoKeyIAMBinding",
  "gcp:artifactregistry/repositoryIamBinding:RepositoryIamBinding",
];

const allow = (principal: unknown, condition?: object) => ({
  Effect: "Allow",
  Principal: principal,
  Action: "sqs:*",
  Resource: "*",
  ...(condition && { Condition: condition }),
});
const policy = (...statement: object[]) => ({ policy: JSON.stringify({ Statement: statement }) });
const sns = { Service: "sns.amazonaws.com" };
const fromTopic = { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:1:topic" } };

const logs = { Service: "logs.eu-central-1.amazonaws.com" };
const alarms = { Service: "cloudwatch.amazonaws.com" };
const ofTopic = (arn: string) => ({ ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": arn } });
const ofLogGroup = (arn: string) => ({ ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn } });

export const examples: Examples = {
  pass: [
    ...documents.map((type) => ({ type, props: policy(allow({ AWS: "arn:aws:iam::1:root" })) })),
    { type: queue, props: policy(allow(sns, fromTopic)) },
    { type: "aws:kms/key:Key", props: policy(allow(logs, ofLogGroup("arn:aws:logs:eu-central-1:1:*"))) },
    { type: "aws:kms/key:Key", props: policy(allow(alarms, ofTopic("arn:aws:sns:eu-central-1:1:*"))) },
    { type: queue, props: policy({ ...allow("*"), Effect: "Deny" }) },
    { type: "aws:sqs/queue:Queue", props: {} },
    { type: permission, props: { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" } },
    { type: permission, props: { principal: "111111111111" } },
    ...members.map((type) => ({ type, props: { member: "serviceAccount:a@b.iam.gserviceaccount.com" } })),
    ...bindings.map((type) => ({ type, props: { members: ["group:team@example.org"] } })),
  ],
  fail: [
    ...documents.map((type) => ({ type, props: policy(allow({ AWS: "*" })) })),
    { type: queue, props: { policy: { Statement: [allow("*")] } } },
    { type: queue, props: policy(allow({ AWS: "arn:aws:iam::*:role/sender" })) },
    { type: queue, props: policy(allow(sns)) },
    { type: "aws:kms/key:Key", props: policy(allow(logs, ofLogGroup("arn:aws:logs:eu-central-1:*:*"))) },
    { type: "aws:kms/key:Key", props: policy(allow(alarms, ofTopic("arn:aws:sns:eu-central-1:*:*"))) },
    // anybody can say to KMS that it is for a topic
    { type: "aws:kms/key:Key", props: policy(allow("*", ofTopic("arn:aws:sns:eu-central-1:1:*"))) },
    { type: queue, props: policy(allow("*", { StringLike: { "aws:SourceArn": "*" } })) },
    { type: queue, props: policy(allow("*", { StringNotEquals: { "aws:SourceAccount": "1" } })) },
    { type: permission, props: { principal: "s3.amazonaws.com" } },
    ...members.map((type) => ({ type, props: { member: "allAuthenticatedUsers" } })),
    ...bindings.map((type) => ({ type, props: { members: ["group:team@example.org", "allUsers"] } })),
    { type: queue, props: policy(allow(["arn:aws:iam::1:root", "*"])) },
    { type: queue, props: policy(allow("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/any" } })) },
  ],
  undetermined: [
    ...documents.map((type) => ({ type, props: { policy: UNKNOWN } })),
    { type: queue, props: { policy: { Statement: [allow("*", { ArnLike: { "aws:SourceArn": UNKNOWN } })] } } },
    { type: permission, props: { principal: "*", sourceArn: UNKNOWN } },
    ...members.map((type) => ({ type, props: { member: UNKNOWN } })),
    ...bindings.map((type) => ({ type, props: { members: [UNKNOWN] } })),
  ],
};
