import { Asset, type Value } from "../../wire/value.ts";
import { digest } from "../seed.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { partitionOf } from "./arn.ts";

const contentOf = ({ inputs }: Context): string => {
  const source: Value | undefined = inputs["source"];
  return (
    text(inputs, "content") ??
    text(inputs, "contentBase64") ??
    (source instanceof Asset ? JSON.stringify(source.content) : "")
  );
};

const object = (token: string): TwinType => ({
  token,
  defaults: { forceDestroy: false },
  id: ({ inputs }) => `${text(inputs, "bucket") ?? ""}/${text(inputs, "key") ?? ""}`,
  shared: true,
  needs: [
    {
      property: "bucket",
      to: "aws:s3/bucket:Bucket",
      words: () => "NoSuchBucket: The specified bucket does not exist",
    },
  ],
  computed: (context, id) => ({
    arn: `arn:${partitionOf(context)}:s3:::${id}`,
    contentType: text(context.inputs, "contentType") ?? "binary/octet-stream",
    etag: digest(contentOf(context)).slice(0, 32),
    serverSideEncryption: text(context.inputs, "serverSideEncryption") ?? "AES256",
    storageClass: text(context.inputs, "storageClass") ?? "STANDARD",
  }),
  forceNew: ["bucket", "key", "region"],
  otherwise: "update",
  source: "Amazon S3 API Reference: PutObject",
});

/** Objects in a bucket. */
export const s3Object: readonly TwinType[] = [
  object("aws:s3/bucketObject:BucketObject"),
  object("aws:s3/bucketObjectv2:BucketObjectv2"),
];
