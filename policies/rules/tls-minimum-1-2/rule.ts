import type { DomainNameArgs as RestDomainNameArgs } from "@pulumi/aws/apigateway/domainName.js";
import type { DomainNameArgs } from "@pulumi/aws/apigatewayv2/domainName.js";
import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution.js";
import type { ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { DomainArgs as SearchDomainArgs } from "@pulumi/aws/opensearch/domain.js";
import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway.js";
import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace.js";
import type { ServerArgs } from "@pulumi/azure-native/sql/server.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { RegionSslPolicyArgs } from "@pulumi/gcp/compute/regionSslPolicy.js";
import type { RegionTargetHttpsProxyArgs } from "@pulumi/gcp/compute/regionTargetHttpsProxy.js";
import type { SSLPolicyArgs } from "@pulumi/gcp/compute/sslpolicy.js";
import type { TargetHttpsProxyArgs } from "@pulumi/gcp/compute/targetHttpsProxy.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import {
  decide,
  fail,
  notApplicable,
  notCovered,
  type Severity,
  undetermined,
  type Verdict,
} from "../../core/verdict.ts";

const ENCRYPTED = new Set(["HTTPS", "TLS"]);
const VERSION = /^(?:TLS[v_ -]?)?(\d)(?:[._-](\d))?(?!\d)/i;

/** The version in `TLS1_2`, `TLSv1.2_2021`, `1.2` or `TLS_1_2`, as a number that can be compared. */
function versionOf(text: string): number | undefined {
  if (/^(ssl|none$)/i.test(text)) return 0;
  // API Gateway names the highest version, and the lowest where that is another
  const named = /SecurityPolicy_TLS1([23])_(?:1_(\d)_)?/.exec(text);
  if (named !== null) return 10 + Number(named[2] ?? named[1]);
  // Cosmos DB writes Tls, Tls11 and Tls12
  const compact = /^tls(1[0-3])?$/i.exec(text);
  if (compact !== null) return Number(compact[1] ?? 10);
  const [, major, minor = "0"] = VERSION.exec(text) ?? [];
  return major === undefined ? undefined : Number(major) * 10 + Number(minor);
}

function atLeast12(read: Read<string>, absent: string | undefined, severity?: Severity): Verdict {
  return decide(read, {
    known: (text) => {
      const version = versionOf(text);
      if (version === undefined) return notCovered(read.path, `"${text}" is no TLS version that this rule knows`);
      return version < 12 ? fail(read.path, `is ${text}`, severity) : undefined;
    },
    absent: absent === undefined ? undefined : fail(read.path, `is not set; default is ${absent}`, severity),
  });
}

// the version stands in the policy's name, except for the first ones
function lowestMinor(policy: string): number | undefined {
  if (/^ELBSecurityPolicy-(FS-)?20\d\d-/.test(policy)) return 0;
  const [, minor] = /^ELBSecurityPolicy-(?:TLS13|TLS|FS)-1-(\d)/.exec(policy) ?? [];
  return minor === undefined ? undefined : Number(minor);
}

function balancer(name: Read<string>): Verdict {
  return decide(name, {
    known: (policy) => {
      const minor = lowestMinor(policy);
      if (minor === undefined) return notCovered(name.path, `"${policy}" is no listener policy that this rule knows`);
      return minor < 2 ? `is ${policy}, which accepts TLS 1.${minor}` : undefined;
    },
    absent: "is not set; default is ELBSecurityPolicy-2016-08, which accepts TLS 1.0",
  });
}

function search(policy: Read<string>): Verdict {
  return decide(policy, {
    known: (name) => {
      const minor = /^Policy-Min-TLS-1-(\d)-/.exec(name)?.[1];
      if (minor === undefined) return notCovered(policy.path, `"${name}" is no domain policy that this rule knows`);
      return Number(minor) < 2 ? `is ${name}, which accepts TLS 1.${minor}` : undefined;
    },
    absent: "is not set; default is Policy-Min-TLS-1-0-2019-07, which accepts TLS 1.0",
  });
}

export const tlsMinimum12: Rule = {
  id: "tls-minimum-1-2",
  packs: ["zero-trust"],
  title: "Nothing accepts TLS below 1.2",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "TLS 1.0 and 1.1 have known attacks; whoever can downgrade a connection can read and change it.",
  equivalents: [
    "CKV_AWS_103",
    "CKV_AWS_174",
    "CKV_AWS_206",
    "CKV_GCP_4",
    "CKV_AZURE_44",
    "CKV_AZURE_145",
    "CKV_AZURE_205",
  ],
  fixText: ({ type, path }) => {
    if (type === "aws:lb/listener:Listener") return "Set `sslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06`.";
    if (type === "aws:cloudfront/distribution:Distribution") {
      return "Give `viewerCertificate` a certificate of your own with `minimumProtocolVersion: TLSv1.2_2021`.";
    }
    if (type === "azure-native:storage:StorageAccount") {
      return "The service already refuses TLS below 1.2; set `minimumTlsVersion: TLS1_2` so that the declaration says what happens.";
    }
    return `Set \`${path}\` to TLS 1.2 or higher.`;
  },
  inPlace: [
    "azure-native:storage:StorageAccount",
    "azure-native:web:WebApp",
    "azure-native:servicebus:Namespace",
    "azure-native:eventhub:Namespace",
  ],
  checks: {
    "aws:lb/listener:Listener": (listener: Resource<ListenerArgs>) => {
      const encrypted = holds(listener.text("protocol"), (protocol) => ENCRYPTED.has(protocol.toUpperCase()));
      if (encrypted === false) return notApplicable("does not speak TLS");
      return encrypted === true ? balancer(listener.text("sslPolicy")) : undetermined(encrypted);
    },
    "aws:cloudfront/distribution:Distribution": (distribution: Resource<DistributionArgs>) =>
      atLeast12(distribution.text("viewerCertificate.minimumProtocolVersion"), "TLSv1"),
    "aws:apigatewayv2/domainName:DomainName": (domain: Resource<DomainNameArgs>) =>
      atLeast12(domain.text("domainNameConfiguration.securityPolicy"), undefined),
    "aws:apigateway/domainName:DomainName": (domain: Resource<RestDomainNameArgs>) =>
      atLeast12(domain.text("securityPolicy"), undefined),
    "aws:opensearch/domain:Domain": (domain: Resource<SearchDomainArgs>) =>
      search(domain.text("domainEndpointOptions.tlsSecurityPolicy")),
    ...each(
      ["gcp:compute/targetHttpsProxy:TargetHttpsProxy", "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy"],
      (proxy: Resource<TargetHttpsProxyArgs & RegionTargetHttpsProxyArgs>) =>
        decide(proxy.text("sslPolicy"), {
          known: () => undefined,
          absent: "is not set; default is a policy that accepts TLS 1.0",
        }),
    ),
    ...each(
      ["gcp:compute/sSLPolicy:SSLPolicy", "gcp:compute/regionSslPolicy:RegionSslPolicy"],
      (policy: Resource<SSLPolicyArgs & RegionSslPolicyArgs>) => atLeast12(policy.text("minTlsVersion"), "TLS_1_0"),
    ),
    "azure-native:storage:StorageAccount": (account: Resource<StorageAccountArgs>) =>
      atLeast12(account.text("minimumTlsVersion"), "TLS 1.0", "low"),
    "azure-native:web:WebApp": (app: Resource<WebAppArgs>) =>
      atLeast12(app.text("siteConfig.minTlsVersion"), undefined),
    ...each(["azure-native:sql:Server", "azure-native:cosmosdb:DatabaseAccount"], (store: Resource<ServerArgs>) =>
      atLeast12(store.text("minimalTlsVersion"), undefined),
    ),
    "azure-native:network:ApplicationGateway": (gateway: Resource<ApplicationGatewayArgs>) =>
      atLeast12(gateway.text("sslPolicy.minProtocolVersion"), undefined),
    ...each(
      ["azure-native:servicebus:Namespace", "azure-native:eventhub:Namespace", "azure-native:redis:Redis"],
      (namespace: Resource<NamespaceArgs>) => atLeast12(namespace.text("minimumTlsVersion"), undefined),
    ),
  },
};
