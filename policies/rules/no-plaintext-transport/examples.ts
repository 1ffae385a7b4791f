import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";
import { KUBERNETES } from "./examples-kubernetes.ts";

const listener = "aws:lb/listener:Listener";
const albListener = "aws:alb/listener:Listener";
const listenerRule = "aws:lb/listenerRule:ListenerRule";
const policy = "aws:s3/bucketPolicy:BucketPolicy";
const bucket = "aws:s3/bucket:Bucket";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const kafka = "aws:msk/cluster:Cluster";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const cache = "gcp:redis/instance:Instance";
const proxy = "gcp:compute/targetHttpProxy:TargetHttpProxy";
const urlMap = "gcp:compute/uRLMap:URLMap";
const regionProxy = "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy";
const regionMap = "gcp:compute/regionUrlMap:RegionUrlMap";
const storage = "azure-native:storage:StorageAccount";
const web = "azure-native:web/v20230101:WebApp";
const redis = "azure-native:cache:Redis";

const toHttps = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/a/1" };
const balancer = (loadBalancerType?: string): Sample => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  name: "edge",
  props: { ...(loadBalancerType !== undefined && { loadBalancerType }) },
});
const onEdge = { edges: { loadBalancerArn: "aws:lb/loadBalancer:LoadBalancer::edge" } };
const plain: Sample = { type: listener, name: "plain", props: { protocol: "HTTP", defaultActions: [toHttps] } };
const onPlain = { beside: [plain], edges: { listenerArn: `${listener}::plain` } };

const denial = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::uploads", "arn:aws:s3:::uploads/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const grant = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::1:role/r" }, Action: "s3:GetObject", Resource: "*" };
const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const transit = (clientBroker: unknown) => ({ encryptionInfo: { encryptionInTransit: { clientBroker } } });
const ssl = (ipConfiguration: object) => ({ settings: { ipConfiguration } });
const mapBeside = (type: string, props: object) => ({
  beside: [{ type, name: "map", props: { ...props } }],
  edges: { urlMap: `${type}::map` },
});
const redirecting = { defaultUrlRedirect: { httpsRedirect: true, stripQuery: false } };
const serving = { defaultService: "projects/p/global/backendServices/b" };

const withRules = (rules: string, rule: object) => ({
  ...redirecting,
  pathMatchers: [{ name: "m", ...redirecting, [rules]: [rule] }],
});

export const examples: Examples = {
  pass: [
    { type: listener, props: { protocol: "HTTP", port: 80, defaultActions: [toHttps] } },
    // an error page gives nothing away
    {
      type: albListener,
      props: { defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "404" } }] },
    },
    { type: listenerRule, props: { listenerArn: UNKNOWN, actions: [toHttps] }, ...onPlain },
    {
      type: listenerRule,
      props: { actions: [forward] },
      beside: [{ ...plain, props: { protocol: "HTTPS" } }],
      edges: { listenerArn: `${listener}::plain` },
    },
    { type: policy, props: { policy: document(grant, denial) } },
    { type: policy, props: { policy: JSON.stringify({ Statement: { ...denial, Principal: { AWS: "*" } } }) } },
    { type: policy, props: { policy: document({ ...denial, Condition: { Bool: { "aws:securetransport": false } } }) } },
    {
      type: bucket,
      props: { bucket: "uploads" },
      beside: [{ type: policy, name: "p", props: { bucket: UNKNOWN, policy: UNKNOWN }, edges: { bucket: "it" } }],
    },
    { type: bucket, props: { policy: JSON.stringify(document(denial)) } },
    { type: policy, props: { policy: document({ ...denial, Action: "*" }) } },
    {
      type: policy,
      props: { policy: document({ ...denial, Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } }) },
    },
    { type: listenerRule, props: { listenerArn: UNKNOWN, actions: [toHttps] }, beside: [plain] },
    { type: group, props: { transitEncryptionEnabled: true } },
    { type: group, props: { transitEncryptionEnabled: "true", transitEncryptionMode: "required" } },
    { type: kafka, props: {} },
    { type: kafka, props: transit("TLS") },
    { type: cloudSql, props: ssl({ sslMode: "ENCRYPTED_ONLY" }) },
    { type: cloudSql, props: ssl({ sslMode: "TRUSTED_CLIENT_CERTIFICATE_REQUIRED" }) },
    { type: cloudSql, props: ssl({ requireSsl: true }) },
    { type: cache, props: { transitEncryptionMode: "SERVER_AUTHENTICATION" } },
    { type: proxy, props: { urlMap: UNKNOWN }, ...mapBeside(urlMap, redirecting) },
    {
      type: proxy,
      props: { urlMap: UNKNOWN },
      ...mapBeside(urlMap, { ...redirecting, pathMatchers: [{ name: "m", ...redirecting }] }),
    },
    ...["pathRules", "routeRules"].map((rules) => ({
      type: proxy,
      props: { urlMap: UNKNOWN },
      ...mapBeside(urlMap, withRules(rules, { urlRedirect: { httpsRedirect: true } })),
    })),
    { type: regionProxy, props: { urlMap: UNKNOWN }, ...mapBeside(regionMap, redirecting) },
    { type: storage, props: {} },
    { type: storage, props: { enableHttpsTrafficOnly: true } },
    { type: web, props: { httpsOnly: true } },
    { type: web, props: { httpsOnly: true, siteConfig: { ftpsState: "FtpsOnly" } } },
    { type: redis, props: {} },
    { type: redis, props: { enableNonSslPort: "false" } },
    ...KUBERNETES.pass,
  ],
  fail: [
    { type: listener, props: { protocol: "HTTP", defaultActions: [forward] } },
    // HTTP is the default of an application load balancer
    { type: albListener, props: { port: 80, defaultActions: [forward] } },
    { type: listener, props: { defaultActions: [forward] }, beside: [balancer("application")], ...onEdge },
    { type: listener, props: { defaultActions: [forward] }, beside: [balancer()], ...onEdge },
    { type: listener, props: { protocol: "HTTP" } },
    { type: listener, props: { protocol: "HTTP", defaultActions: [] } },
    ...["200", "204"].map((statusCode) => ({
      type: listener,
      props: { protocol: "HTTP", defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode } }] },
    })),
    // "same as the request" is HTTP again
    { type: listener, props: { protocol: "http", defaultActions: [{ type: "redirect", redirect: { port: "8080" } }] } },
    {
      type: listener,
      props: { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { protocol: "#{protocol}" } }] },
    },
    { type: listenerRule, props: { listenerArn: UNKNOWN, actions: [forward] }, ...onPlain },
    { type: policy, props: { policy: document(grant) } },
    { type: policy, props: { policy: document({ ...denial, Action: "s3:GetObject" }) } },
    { type: policy, props: { policy: document({ ...denial, Effect: "Allow" }) } },
    {
      type: policy,
      props: { policy: document({ ...denial, Condition: { Bool: { "aws:SecureTransport": "true" } } }) },
    },
    { type: policy, props: { policy: document({ ...denial, Principal: { AWS: "arn:aws:iam::1:role/r" } }) } },
    ...[
      { Bool: { "aws:MultiFactorAuthPresent": "false" } },
      { Null: { "aws:SecureTransport": "false" } },
      { StringEquals: { "aws:PrincipalTag/team": "false" } },
      { ...denial.Condition, NotIpAddress: { "aws:SourceIp": "198.51.100.0/24" } },
      { Bool: { "aws:SecureTransport": "false", "aws:ViaAWSService": "false" } },
    ].map((Condition) => ({ type: policy, props: { policy: document({ ...denial, Condition }) } })),
    { type: policy, props: { bucket: "uploads" } },
    { type: bucket, props: { bucket: "uploads" } },
    {
      type: "aws:s3/bucketV2:BucketV2",
      props: { bucket: "uploads" },
      beside: [{ type: policy, name: "p", props: { bucket: "another", policy: document(denial) } }],
    },
    { type: bucket, props: { policy: JSON.stringify(document(grant)) } },
    { type: group, props: {} },
    { type: group, props: { transitEncryptionEnabled: false } },
    { type: group, props: { transitEncryptionEnabled: true, transitEncryptionMode: "preferred" } },
    { type: kafka, props: transit("TLS_PLAINTEXT") },
    { type: kafka, props: transit("PLAINTEXT") },
    { type: cloudSql, props: { settings: { tier: "db-f1-micro" } } },
    { type: cloudSql, props: ssl({ sslMode: "ALLOW_UNENCRYPTED_AND_ENCRYPTED" }) },
    { type: cloudSql, props: ssl({ sslMode: "SSL_MODE_UNSPECIFIED" }) },
    { type: cloudSql, props: ssl({ requireSsl: false }) },
    { type: cache, props: {} },
    { type: cache, props: { transitEncryptionMode: "DISABLED" } },
    { type: cache, props: { transitEncryptionMode: "TRANSIT_ENCRYPTION_MODE_UNSPECIFIED" } },
    { type: proxy, props: { urlMap: UNKNOWN }, ...mapBeside(urlMap, serving) },
    {
      type: proxy,
      props: { urlMap: UNKNOWN },
      ...mapBeside(urlMap, { ...redirecting, pathMatchers: [{ name: "m", ...serving }] }),
    },
    ...["pathRules", "routeRules"].map((rules) => ({
      type: proxy,
      props: { urlMap: UNKNOWN },
      ...mapBeside(urlMap, withRules(rules, { service: "projects/p/global/backendServices/b" })),
    })),
    {
      type: proxy,
      props: { urlMap: "shop" },
      beside: [{ type: urlMap, name: "map", props: { name: "shop", ...serving } }],
    },
    { type: regionProxy, props: { urlMap: UNKNOWN }, ...mapBeside(regionMap, serving) },
    { type: storage, props: { enableHttpsTrafficOnly: false } },
    { type: web, props: {} },
    { type: web, props: { httpsOnly: false } },
    { type: web, props: { httpsOnly: true, siteConfig: { ftpsState: "AllAllowed" } } },
    { type: redis, props: { enableNonSslPort: true } },
    ...KUBERNETES.fail,
  ],
  undetermined: [
    { type: listener, props: { protocol: UNKNOWN, defaultActions: [forward] } },
    { type: albListener, props: { protocol: "HTTP", defaultActions: UNKNOWN } },
    { type: listenerRule, props: { listenerArn: UNKNOWN, actions: UNKNOWN }, ...onPlain },
    { type: listenerRule, props: { listenerArn: UNKNOWN, actions: [forward] }, beside: [plain] },
    { type: policy, props: { policy: UNKNOWN } },
    { type: policy, props: { policy: document({ ...denial, Condition: UNKNOWN }) } },
    { type: bucket, props: { bucket: UNKNOWN }, beside: [{ type: policy, name: "p", props: { bucket: "uploads" } }] },
    { type: group, props: { transitEncryptionEnabled: UNKNOWN } },
    { type: kafka, props: transit("TLS_AND_MORE") },
    { type: cloudSql, props: { settings: UNKNOWN } },
    { type: cloudSql, props: ssl({ sslMode: "SOMETHING_NEW" }) },
    { type: cache, props: { transitEncryptionMode: UNKNOWN } },
    { type: proxy, props: { urlMap: "projects/p/global/urlMaps/elsewhere" } },
    { type: proxy, props: { urlMap: UNKNOWN }, beside: [{ type: urlMap, name: "map", props: serving }] },
    { type: proxy, props: { urlMap: UNKNOWN }, ...mapBeside(urlMap, { defaultUrlRedirect: UNKNOWN }) },
    { type: regionProxy, props: { urlMap: UNKNOWN } },
    { type: storage, props: { enableHttpsTrafficOnly: UNKNOWN } },
    { type: web, props: { httpsOnly: UNKNOWN } },
    { type: redis, props: { enableNonSslPort: UNKNOWN } },
    ...KUBERNETES.undetermined,
  ],
  notApplicable: [
    // whatever passes through may be TLS from end to end
    { type: listener, props: { protocol: "TCP", defaultActions: [forward] } },
    { type: listener, props: { protocol: "HTTPS", defaultActions: [forward] } },
    { type: listener, props: { defaultActions: [forward] }, beside: [balancer("gateway")], ...onEdge },
    { type: listenerRule, props: { listenerArn: "arn:elsewhere", actions: [forward] } },
    ...KUBERNETES.notApplicable,
  ],
};
