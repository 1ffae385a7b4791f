const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const { asset } = pulumi;

const bucket = new aws.s3.Bucket("bucket");
const files = {
  "note.txt": new asset.FileAsset("./note.txt"),
  "text.json": new asset.StringAsset(JSON.stringify({ open: true })),
  "late.txt": bucket.arn.apply((arn) => new asset.StringAsset(arn)),
};
for (const [key, source] of Object.entries(files)) new aws.s3.BucketObject(key, { bucket, key, source });

const role = new aws.iam.Role("role", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const folder = new asset.FileArchive("./handler");
const mixed = new asset.AssetArchive({
  "index.js": new asset.StringAsset("exports.handler = async () => 1;"),
  handler: folder,
  deep: new asset.AssetArchive({ "note.txt": new asset.FileAsset("note.txt") }),
});
for (const [name, code] of Object.entries({ folder, mixed })) {
  const made = new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, memorySize: 256 });
  exports[name] = made.arn;
}
