import { expect, test } from "vitest";
import { candidates, parseToken } from "./token.ts";

test.each([
  ["pulumi:providers:aws", "provider"],
  ["aws:s3/bucket:Bucket", "s3/bucket"],
  ["aws:dms/s3Endpoint:S3Endpoint", "dms/s3endpoint"],
  ["gcp:compute/sSLPolicy:SSLPolicy", "compute/sslpolicy"],
  ["gcp:projects/iAMMember:IAMMember", "projects/iammember"],
  ["aws:kendra/index:Index", "kendra/index_"],
  ["aws:index/getRegion:getRegion", "getRegion"],
  ["random:index/randomId:RandomId", "randomId"],
  ["azure-native:storage:StorageAccount", "storage/storageAccount"],
  ["azure-native:storage/v20210201:StorageAccount", "storage/v20210201/storageAccount"],
  ["kubernetes:apps/v1:Deployment", "apps/v1/deployment"],
  ["eks:index:Cluster", "cluster"],
  ["eks::Cluster", "cluster"],
])("%s is declared in %s", (token, file) => {
  const parts = parseToken(token);
  expect(parts && candidates(parts)[0]).toBe(file);
});

test("a Kubernetes group counts up to its first dot", () => {
  const parts = parseToken("kubernetes:storage.k8s.io/v1:CSIDriver");
  expect(parts && candidates(parts)).toContain("storage/v1/csidriver");
});

test.each(["", "a", "a:b", "a:b:c:d", "a:../b:C", "../a:b:C", "pulumi:providers:../x"])("%j is no token", (text) => {
  expect(parseToken(text)).toBeUndefined();
});
