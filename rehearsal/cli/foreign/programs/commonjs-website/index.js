"use strict";
const fs = require("fs");
const path = require("path");
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const TYPES = { ".html": "text/html", ".css": "text/css" };

const site = new aws.s3.Bucket("site");
const website = new aws.s3.BucketWebsiteConfiguration("site", {
  bucket: site.id,
  indexDocument: { suffix: "index.html" },
});
const open = new aws.s3.BucketPublicAccessBlock("site", { bucket: site.id, blockPublicAcls: false, blockPublicPolicy: false });

function upload(dir, prefix) {
  for (const item of fs.readdirSync(dir)) {
    const file = path.join(dir, item);
    const key = prefix ? `${prefix}/${item}` : item;
    if (fs.statSync(file).isDirectory()) upload(file, key);
    else {
      new aws.s3.BucketObject(key, {
        bucket: site,
        key,
        source: new pulumi.asset.FileAsset(file),
        contentType: TYPES[path.extname(item)],
      });
    }
  }
}
upload("www", "");

new aws.s3.BucketPolicy("readers", {
  bucket: site.bucket,
  policy: site.bucket.apply((name) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${name}/*` }],
    }),
  ),
}, { dependsOn: open });

exports.bucket = site.id;
exports.url = pulumi.interpolate`http://${website.websiteEndpoint}`;
