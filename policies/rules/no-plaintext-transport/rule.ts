import type { RedisArgs } from "@pulumi/azure-native/redis/redis.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import { mustBe } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { decide, every } from "../../core/verdict.ts";
import { AWS_CHECKS } from "./aws.ts";
import { GCP_CHECKS } from "./gcp.ts";
import { KUBERNETES_CHECKS } from "./kubernetes.ts";

const STORAGE = "azure-native:storage:StorageAccount";
const WEB = "azure-native:web:WebApp";
const CACHE = "azure-native:redis:Redis";

const FIXES: Readonly<Record<string, string>> = {
  [STORAGE]: "Set `enableHttpsTrafficOnly: true`.",
  [WEB]: "Set `httpsOnly: true`.",
  [CACHE]: "Set `enableNonSslPort: false`.",
  "aws:lb/listener:Listener":
    'Make the only default action `redirect` with `protocol: HTTPS`, `port: "443"` and `statusCode: HTTP_301`.',
  "aws:lb/listenerRule:ListenerRule": "Move the rule to the HTTPS listener.",
  "aws:elasticache/replicationGroup:ReplicationGroup":
    "Set `transitEncryptionEnabled: true` and `transitEncryptionMode: required`; below engine 7.0.5 this replaces the group.",
  "aws:msk/cluster:Cluster": "Set `encryptionInfo.encryptionInTransit.clientBroker: TLS`.",
  "gcp:sql/databaseInstance:DatabaseInstance": "Set `settings.ipConfiguration.sslMode: ENCRYPTED_ONLY`.",
  "gcp:redis/instance:Instance":
    "Set `transitEncryptionMode: SERVER_AUTHENTICATION`; this replaces the instance, so move the data first.",
  "gcp:compute/targetHttpProxy:TargetHttpProxy":
    "Give it a URL map of its own with `defaultUrlRedirect.httpsRedirect: true`.",
  "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy":
    "Give it a URL map of its own with `defaultUrlRedirect.httpsRedirect: true`.",
  "kubernetes:networking.k8s.io/v1:Ingress": "Name hosts and a certificate's secret in `spec.tls`.",
  "kubernetes:gateway.networking.k8s.io/v1:Gateway":
    "Use `protocol: HTTPS` with `tls.certificateRefs`, and keep HTTP for a route that redirects only.",
  "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute":
    "Name the HTTPS listener in `spec.parentRefs[].sectionName`, or use a RequestRedirect filter with `scheme: https`.",
};

export const noPlaintextTransport: Rule = {
  id: "no-plaintext-transport",
  packs: ["zero-trust"],
  title: "Nothing is sent in plain text",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Whoever sits between the two ends reads and changes what is sent in plain text, passwords and cookies included.",
  equivalents: [
    "CKV_AWS_2",
    "CKV_AWS_378",
    "CKV_AWS_379",
    "CKV2_AWS_20",
    "CKV_GCP_6",
    "CKV_AZURE_3",
    "CKV_AZURE_14",
    "CKV_AZURE_91",
    "AWS-0054",
    "GCP-0015",
    "AZU-0004",
    "AZU-0008",
  ],
  fixText: ({ type, path }) => {
    if (path === "siteConfig.ftpsState") return "Set `siteConfig.ftpsState: Disabled`.";
    return FIXES[type] ?? 'Add a statement that denies `s3:*` to everybody where `"aws:SecureTransport": "false"`.';
  },
  inPlace: [
    STORAGE,
    WEB,
    CACHE,
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:msk/cluster:Cluster",
    "gcp:sql/databaseInstance:DatabaseInstance",
  ],
  checks: {
    ...AWS_CHECKS,
    ...GCP_CHECKS,
    ...KUBERNETES_CHECKS,
    [STORAGE]: (account: Resource<StorageAccountArgs>) => mustBe(account.flag("enableHttpsTrafficOnly"), true, true),
    [WEB]: (app: Resource<WebAppArgs>) =>
      every([
        mustBe(app.flag("httpsOnly"), true, false),
        decide(app.text("siteConfig.ftpsState"), {
          known: (state) => (state.toLowerCase() === "allallowed" ? `is ${state}` : undefined),
        }),
      ]),
    [CACHE]: (cache: Resource<RedisArgs>) => mustBe(cache.flag("enableNonSslPort"), false, false),
  },
};
