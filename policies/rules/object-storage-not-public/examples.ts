import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const bucket = "aws:s3/bucketV2:BucketV2";
const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const account = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const acl = "aws:s3/bucketAcl:BucketAcl";
const policy = "aws:s3/bucketPolicy:BucketPolicy";
const gcs = "gcp:storage/bucket:Bucket";
const member = "gcp:storage/bucketIAMMember:BucketIAMMember";
const binding = "gcp:storage/bucketIAMBinding:BucketIAMBinding";
const controls = [
  "gcp:storage/bucketAccessControl:BucketAccessControl",
  "gcp:storage/defaultObjectAccessControl:DefaultObjectAccessControl",
];
const storage = "azure-native:storage:StorageAccount";
const container = "azure-native:storage:BlobContainer";

const closed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const blockOf = (name: string) => ({ type: block, name: "block", props: { ...closed, bucket: name } });
const joined = (type: string, props: Example["props"]) => ({
  type,
  props,
  beside: [{ ...blockOf(UNKNOWN), edges: { bucket: "it" } }],
});
const statement = (principal: unknown, more: object = {}) => ({
  policy: { Statement: [{ Effect: "Allow", Principal: principal, Action: "s3:GetObject", Resource: "*", ...more }] },
});
const group = (name: string) => `http://acs.amazonaws.com/groups/${name}`;
const granted = (uri: unknown) => ({
  accessControlPolicy: { grants: [{ grantee: { type: "Group", uri }, permission: "READ" }] },
});
const where = (key: string, value: string) => ({ Condition: { StringEquals: { [key]: value } } });
const toMyOrganisation = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };

export const examples: Examples = {
  pass: [
    joined(bucket, { bucket: "uploads", acl: "private" }),
    { type: bucket, props: { bucket: "uploads" }, beside: [blockOf("uploads")] },
    { type: bucket, props: {}, config: { accountBlocksPublicAccess: true } },
    { type: bucket, props: {}, beside: [{ type: account, name: "all", props: closed }] },
    { type: block, props: closed },
    { type: account, props: closed },
    { type: acl, props: { acl: "log-delivery-write" } },
    { type: acl, props: granted(group("s3/LogDelivery")) },
    joined("aws:s3/bucket:Bucket", { grants: [{ type: "CanonicalUser", id: "1", permissions: ["FULL_CONTROL"] }] }),
    { type: policy, props: statement("*", where("aws:VpceAccount", "111111111111")) },
    { type: policy, props: statement("*", where("aws:userid", "AROA1:session")) },
    { type: policy, props: statement({ AWS: "arn:aws:iam::1:role/reader" }) },
    { type: policy, props: statement("*", { Effect: "Deny" }) },
    { type: policy, props: statement("*", toMyOrganisation) },
    { type: gcs, props: { publicAccessPrevention: "enforced", uniformBucketLevelAccess: true } },
    { type: member, props: { member: "serviceAccount:a@b.iam.gserviceaccount.com" } },
    { type: binding, props: { members: ["user:a@example.org"] } },
    ...controls.map((type) => ({ type, props: { entity: "user-a@example.org" } })),
    { type: storage, props: {} },
    { type: container, props: { publicAccess: "None" } },
  ],
  fail: [
    { type: bucket, props: { bucket: "uploads" } },
    { type: bucket, props: { bucket: "uploads" }, beside: [blockOf("another")] },
    joined("aws:s3/bucket:Bucket", { acl: "public-read" }),
    { type: block, props: { ...closed, blockPublicPolicy: false } },
    { type: account, props: { blockPublicAcls: true } },
    { type: acl, props: { acl: "public-read-write" } },
    { type: acl, props: granted(group("global/AuthenticatedUsers")) },
    joined("aws:s3/bucket:Bucket", {
      grants: [{ type: "Group", uri: group("global/AllUsers"), permissions: ["READ_ACP"] }],
    }),
    { type: policy, props: statement({ AWS: "arn:aws:iam::*:role/reader" }) },
    { type: policy, props: statement("*") },
    { type: policy, props: statement({ AWS: ["arn:aws:iam::1:root", "*"] }) },
    { type: gcs, props: { publicAccessPrevention: "inherited", uniformBucketLevelAccess: true } },
    { type: member, props: { member: "allUsers" } },
    { type: binding, props: { members: ["user:a@example.org", "allAuthenticatedUsers"] } },
    ...controls.map((type) => ({ type, props: { entity: "allUsers" } })),
    { type: storage, props: { allowBlobPublicAccess: true } },
    { type: container, props: { publicAccess: "Blob" } },
  ],
  undetermined: [
    { type: bucket, props: { bucket: "uploads" }, beside: [blockOf(UNKNOWN)] },
    { type: block, props: { ...closed, ignorePublicAcls: UNKNOWN } },
    { type: account, props: { ...closed, ignorePublicAcls: UNKNOWN } },
    { type: acl, props: { acl: UNKNOWN } },
    { type: acl, props: granted(UNKNOWN) },
    { type: policy, props: { policy: UNKNOWN } },
    { type: policy, props: statement({ AWS: UNKNOWN }) },
    { type: gcs, props: { publicAccessPrevention: UNKNOWN, uniformBucketLevelAccess: true } },
    { type: member, props: { member: UNKNOWN } },
    { type: binding, props: { members: UNKNOWN } },
    ...controls.map((type) => ({ type, props: { entity: UNKNOWN } })),
    { type: storage, props: { allowBlobPublicAccess: UNKNOWN } },
    { type: container, props: { publicAccess: UNKNOWN } },
  ],
};
