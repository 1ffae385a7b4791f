import type { AccountPublicAccessBlockArgs } from "@pulumi/aws/s3/accountPublicAccessBlock.js";
import type { BucketAclArgs } from "@pulumi/aws/s3/bucketAcl.js";
import type { BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy.js";
import type { BucketPublicAccessBlockArgs } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import type { BlobContainerArgs } from "@pulumi/azure-native/storage/blobContainer.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { BucketArgs as GcsBucketArgs } from "@pulumi/gcp/storage/bucket.js";
import type { BucketAccessControlArgs } from "@pulumi/gcp/storage/bucketAccessControl.js";
import type { BucketIAMBindingArgs } from "@pulumi/gcp/storage/bucketIAMBinding.js";
import type { BucketIAMMemberArgs } from "@pulumi/gcp/storage/bucketIAMMember.js";
import { mustHave } from "../../core/attached.ts";
import { listed } from "../../core/expected.ts";
import { openToAll } from "../../core/iam.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { decide, every, fail, forAll, PASS, type Verdict } from "../../core/verdict.ts";
import { notAnybody } from "../../models/anybody.ts";

const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const EVERYBODY = /\/global\/(All|Authenticated)Users/;
const SWITCHES = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

const mustBe = (wanted: boolean, absent: string | undefined) => (read: Read<boolean>) =>
  decide(read, { known: (value) => (value === wanted ? undefined : `is ${value}`), absent });
const notPublicAcl = (read: Read<string>) =>
  decide(read, { known: (acl) => (/^(public-|authenticated-read)/.test(acl) ? `is ${acl}` : undefined) });
/** Rights that are listed one by one, each for a person or for one of the groups that S3 knows. */
const notPublicGrants = (owner: Bag, path: string, uri: string): readonly Verdict[] =>
  every(
    listed(owner, path, uri).map((read) =>
      decide(read, {
        known: (group) => (EVERYBODY.test(group) ? `is the group of ${group.split("/").at(-1)}` : undefined),
      }),
    ),
  );

/** Every switch on; the provider sets a missing one to false. */
function closed(block: Resource<AccountPublicAccessBlockArgs & BucketPublicAccessBlockArgs>): readonly Verdict[] {
  return every(SWITCHES.map((name) => mustBe(true, "is not set; default is false")(block.flag(name))));
}

function blocked(bucket: Resource, { graph, config }: GraphRun): Verdict {
  const account = graph.ofType("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");
  const elsewhere = config.flag(ACCOUNT_BLOCKED.name);
  if (account.length > 0 || (elsewhere.state === "known" && elsewhere.value)) return PASS;
  return mustHave(graph, bucket, { type: BLOCK, key: "bucket", name: "bucket" }, () =>
    fail("", "has no public access block, neither its own nor one of its account"),
  );
}

const ACCOUNT_BLOCKED = {
  name: "accountBlocksPublicAccess",
  schema: { type: "boolean", description: "Whether S3's account-level block is declared in another stack." },
} as const;

export const objectStorageNotPublic: Rule = {
  id: "object-storage-not-public",
  packs: ["zero-trust"],
  title: "Object storage is closed to the public",
  severity: "critical",
  starred: true,
  scope: "graph",
  since: "0.1.0",
  why: "A bucket that anybody may read is a data breach that nobody notices.",
  equivalents: ["CKV2_AWS_6", "CKV_AWS_20", "CKV_AWS_70", "CKV_GCP_28", "CKV_GCP_29", "CKV_GCP_114", "CKV_AZURE_34"],
  fixText: ({ type, path }) => {
    if (type === "aws:s3/bucket:Bucket" && path === "") {
      return `Add a BucketPublicAccessBlock with ${SWITCHES.join(", ")} all true.`;
    }
    if (SWITCHES.some((name) => name === path)) return `Set \`${path}: true\`.`;
    if (path === "publicAccessPrevention") return "Set `publicAccessPrevention: enforced`.";
    if (path === "uniformBucketLevelAccess") return "Set `uniformBucketLevelAccess: true`.";
    if (path === "allowBlobPublicAccess") return "Set `allowBlobPublicAccess: false`.";
    return "Grant the right to the identities that need it.";
  },
  inPlace: [BLOCK, "gcp:storage/bucket:Bucket", "azure-native:storage:StorageAccount"],
  settings: [ACCOUNT_BLOCKED],
  checks: {
    "aws:s3/bucket:Bucket": (bucket, run) =>
      every(
        [
          blocked(bucket, run),
          notPublicAcl(bucket.text("acl")),
          notPublicGrants(bucket, "grants", "uri"),
          openToAll(bucket, "policy"),
        ].flat(),
      ),
    ...each([BLOCK, "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"], closed),
    "aws:s3/bucketAcl:BucketAcl": (acl: Resource<BucketAclArgs>) =>
      every([
        notPublicAcl(acl.text("acl")),
        ...notPublicGrants(acl as Resource, "accessControlPolicy.grants", "grantee.uri"),
      ]),
    "aws:s3/bucketPolicy:BucketPolicy": (policy: Resource<BucketPolicyArgs>) => openToAll(policy, "policy"),
    "gcp:storage/bucket:Bucket": (bucket: Resource<GcsBucketArgs>) =>
      every([
        decide(bucket.text("publicAccessPrevention"), {
          known: (value) => (value === "enforced" ? undefined : `is ${value}`),
          absent: "is not set; default is inherited",
        }),
        mustBe(true, "is not set; default is false")(bucket.flag("uniformBucketLevelAccess")),
      ]),
    "gcp:storage/bucketIAMMember:BucketIAMMember": (grant: Resource<BucketIAMMemberArgs>) =>
      notAnybody(grant.text("member")),
    "gcp:storage/bucketIAMBinding:BucketIAMBinding": (grant: Resource<BucketIAMBindingArgs>) =>
      forAll(grant.list("members"), (member) => notAnybody(member.itself())),
    ...each(
      [
        "gcp:storage/bucketAccessControl:BucketAccessControl",
        "gcp:storage/defaultObjectAccessControl:DefaultObjectAccessControl",
      ],
      (grant: Resource<BucketAccessControlArgs>) => notAnybody(grant.text("entity")),
    ),
    "azure-native:storage:StorageAccount": (account: Resource<StorageAccountArgs>) =>
      mustBe(false, undefined)(account.flag("allowBlobPublicAccess")),
    "azure-native:storage:BlobContainer": (container: Resource<BlobContainerArgs>) =>
      decide(container.text("publicAccess"), {
        known: (access) => (access.toLowerCase() === "none" ? undefined : `is ${access}`),
      }),
  },
};
