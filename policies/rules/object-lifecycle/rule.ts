import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import { lifecycleOf, will } from "../../core/lifecycle.ts";
import type { Resource } from "../../core/resource.ts";
import { type GraphRun, type Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, not } from "../../core/truth.ts";
import { every, notApplicable } from "../../core/verdict.ts";

const S3 = "aws:s3/bucket:Bucket";
const RULES = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const moves = (store: Resource, { graph }: GraphRun) =>
  will(lifecycleOf(store, graph), ["expire", "expire old versions", "tier"]);
const aborts = (store: Resource, { graph }: GraphRun) =>
  faultIf(
    // a rule for one prefix leaves the uploads beside it
    not(will(lifecycleOf(store, graph), ["abort uploads"], (_days, { whole }) => whole)),
    "abortIncompleteMultipartUpload",
    "is in no lifecycle rule for all objects: parts of broken uploads are kept for ever",
  );
const NOTHING = "has no lifecycle rule that deletes objects or moves them to cheaper storage";

export const objectLifecycle: Rule = {
  id: "object-lifecycle",
  packs: ["cost"],
  title: "Objects become cheaper, or end",
  severity: "medium",
  starred: true,
  scope: "graph",
  since: "0.1.0",
  why: "Storage is paid for every month; what is read once and kept in the first class costs most of its life for nothing.",
  equivalents: ["CKV2_AWS_61", "CKV_AWS_300"],
  fixText: ({ type, path }) => {
    if (path !== "") return `Add a rule with \`${path}.daysAfterInitiation\`.`;
    if (type === S3) return "Add a BucketLifecycleConfiguration with `transitions` or `expiration`.";
    if (type.startsWith("gcp:")) return "Add `lifecycleRules`, or set `autoclass.enabled: true`.";
    return "Add a ManagementPolicy with `baseBlob.tierToCool` or `baseBlob.delete`.";
  },
  checks: {
    [S3]: (bucket, run) => every([faultIf(not(moves(bucket, run)), "", NOTHING), aborts(bucket, run)]),
    [RULES]: (rules, run) => {
      const { sure, maybe } = run.graph.named(rules, S3, { key: "bucket", name: "bucket" });
      return sure.length + maybe.length > 0 ? notApplicable("is judged with its bucket") : aborts(rules, run);
    },
    "gcp:storage/bucket:Bucket": (bucket, run) => faultIf(not(moves(bucket, run)), "", NOTHING),
    "azure-native:storage:StorageAccount": (account: Resource<StorageAccountArgs>, run) => {
      const blobs = holds(account.text("kind"), (kind) => kind !== "FileStorage", true);
      if (blobs === false) return notApplicable("holds no blobs");
      return faultIf(allOf([blobs, not(moves(account, run))]), "", NOTHING);
    },
  },
};
