import { expect, it } from "vitest";
import { normalise } from "./token.ts";

it.each([
  ["aws:alb/listener:Listener", "aws:lb/listener:Listener"],
  ["aws:elasticloadbalancingv2/listener:Listener", "aws:lb/listener:Listener"],
  ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
  ["aws:s3/bucketVersioningV2:BucketVersioningV2", "aws:s3/bucketVersioning:BucketVersioning"],
  ["aws:apigatewayv2/api:Api", "aws:apigatewayv2/api:Api"],
  ["azure-native:storage/v20230101:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure-native_storage_v20240101:storage:StorageAccount", "azure-native:storage:StorageAccount"],
  ["azure-native:insights/v20200202:Component", "azure-native:applicationinsights:Component"],
  ["azure-native:insights:DiagnosticSetting", "azure-native:monitor:DiagnosticSetting"],
  ["azure-native:documentdb:DatabaseAccount", "azure-native:cosmosdb:DatabaseAccount"],
  ["kubernetes:apps/v1:DeploymentPatch", "kubernetes:apps/v1:Deployment"],
  ["kubernetes:extensions/v1beta1:Ingress", "kubernetes:networking.k8s.io/v1:Ingress"],
  ["kubernetes:extensions/v1beta1:Deployment", "kubernetes:apps/v1:Deployment"],
  ["kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v2:HorizontalPodAutoscaler"],
  ["kubernetes:security.istio.io/v1beta1:PeerAuthentication", "kubernetes:security.istio.io/v1:PeerAuthentication"],
  ["kubernetes:karpenter.sh/v1beta1:NodePool", "kubernetes:karpenter.sh/v1beta1:NodePool"],
  ["pulumi:providers:aws", "pulumi:providers:aws"],
  ["nonsense", "nonsense"],
])("%s is %s", (type, text) => {
  expect(normalise(type)).toMatchObject({ text, covered: true });
});

it.each([
  ["aws-native:s3:Bucket", "aws"],
  ["google-native:storage/v1:Bucket", "gcp"],
  ["azure:storage/account:Account", "azure"],
])("%s is of %s, and not covered", (type, cloud) => {
  expect(normalise(type)).toEqual({ cloud, covered: false, text: type });
});
