import { isObject } from "../../wire/value.ts";
import { digest } from "../seed.ts";
import { type Context, type TwinType, text } from "../type.ts";

const source = "Cloud Storage JSON API reference; bucket naming requirements";
const nameOf = ({ inputs }: Context): string => text(inputs, "name") ?? "";
const base64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");

const bucket: TwinType = {
  token: "gcp:storage/bucket:Bucket",
  defaults: { forceDestroy: false, storageClass: "STANDARD" },
  id: nameOf,
  claims: (context) => [`gcs ${nameOf(context)}`],
  taken: () =>
    "googleapi: Error 409: The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again., conflict",
  refuses: (context) => [
    [
      "name",
      !/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(nameOf(context)) || /^goog|google/.test(nameOf(context)),
      `googleapi: Error 400: Invalid bucket name: '${nameOf(context)}', invalid`,
    ],
  ],
  holds: ({ inputs, world }, id) =>
    inputs["forceDestroy"] !== true &&
    world.list("gcp", "gcp:storage/bucketObject:BucketObject").some(({ outputs }) => outputs["bucket"] === id)
      ? `Error trying to delete bucket ${id} containing objects without \`force_destroy\` set to true`
      : undefined,
  computed: (context, id) => ({
    location: (text(context.inputs, "location") ?? "").toUpperCase(),
    projectNumber: Number(context.site.places.gcp.projectNumber),
    publicAccessPrevention: text(context.inputs, "publicAccessPrevention") ?? "inherited",
    rpo: text(context.inputs, "rpo") ?? "",
    selfLink: `https://www.googleapis.com/storage/v1/b/${id}`,
    softDeletePolicy: isObject(context.inputs["softDeletePolicy"])
      ? context.inputs["softDeletePolicy"]
      : { effectiveTime: context.now, retentionDurationSeconds: 604_800 },
    timeCreated: context.now,
    updated: context.now,
    url: `gs://${id}`,
  }),
  renewed: ["updated"],
  fromId: (id) => ({ name: id.slice(id.lastIndexOf("/") + 1) }),
  forceNew: ["name", "location", "project", "customPlacementConfig", "enableObjectRetention", "hierarchicalNamespace"],
  otherwise: "update",
  source,
};
const object: TwinType = {
  token: "gcp:storage/bucketObject:BucketObject",
  defaults: { detectMd5hash: "different hash" },
  id: ({ inputs }) => `${text(inputs, "bucket") ?? ""}-${text(inputs, "outputName") ?? text(inputs, "name") ?? ""}`,
  shared: true,
  needs: [
    {
      property: "bucket",
      to: "gcp:storage/bucket:Bucket",
      words: () => "googleapi: Error 404: The specified bucket does not exist., notFound",
    },
  ],
  computed: (context) => {
    const { inputs, now } = context;
    const bucketName = text(inputs, "bucket") ?? "";
    const content = digest(JSON.stringify([inputs["content"], inputs["source"]]));
    const path = `b/${bucketName}/o/${encodeURIComponent(nameOf(context))}`;
    const generation = Date.parse(now) * 1000;
    return {
      contentType: text(inputs, "contentType") ?? "text/plain; charset=utf-8",
      crc32c: base64(content.slice(0, 8)),
      detectMd5hash: base64(content.slice(0, 32)),
      generation,
      md5hash: base64(content.slice(0, 32)),
      md5hexhash: content.slice(0, 32),
      mediaLink: `https://storage.googleapis.com/download/storage/v1/${path}?generation=${generation}&alt=media`,
      outputName: nameOf(context),
      selfLink: `https://www.googleapis.com/storage/v1/${path}`,
      storageClass: text(inputs, "storageClass") ?? "STANDARD",
    };
  },
  renewed: ["generation"],
  inPlace: ["metadata", "eventBasedHold", "temporaryHold", "retention", "deletionPolicy", "forceEmptyContentType"],
  otherwise: "replace",
  source: "Cloud Storage JSON API reference: objects are written anew",
};

/** A grant on a bucket calls it `b/<name>`. */
const grant = (kind: string, inPlace: readonly string[] = []): TwinType => ({
  token: `gcp:storage/bucketIAM${kind}:BucketIAM${kind}`,
  id: ({ inputs }) => {
    const condition = inputs["condition"];
    const parts = [
      text(inputs, "role"),
      text(inputs, "member"),
      isObject(condition) ? text(condition, "title") : undefined,
    ];
    const on = (text(inputs, "bucket") ?? "").replace(/^b\//, "");
    return [`b/${on}`, ...parts.filter((part) => part !== undefined)].join("/");
  },
  shared: true,
  computed: ({ inputs, dice }) => ({
    bucket: `b/${(text(inputs, "bucket") ?? "").replace(/^b\//, "")}`,
    etag: base64(dice.hex("etag", 16)),
  }),
  needs: [
    {
      property: "bucket",
      to: "gcp:storage/bucket:Bucket",
      words: () => "googleapi: Error 404: The specified bucket does not exist., notFound",
    },
  ],
  inPlace,
  otherwise: "replace",
  source: "Cloud Storage JSON API reference: bucket IAM policies",
});

/** Buckets, objects and who may use them. */
export const storage: readonly TwinType[] = [
  bucket,
  object,
  grant("Member"),
  grant("Binding", ["members"]),
  grant("Policy", ["policyData"]),
];
