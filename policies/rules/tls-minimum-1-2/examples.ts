import { type Examples, UNKNOWN } from "../../core/examples.ts";

const listener = "aws:alb/listener:Listener";
const distribution = "aws:cloudfront/distribution:Distribution";
const domain = "aws:apigatewayv2/domainName:DomainName";
const restDomain = "aws:apigateway/domainName:DomainName";
const search = "aws:opensearch/domain:Domain";
const proxies = [
  "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
  "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
];
const databases = ["azure-native:sql:Server", "azure-native:documentdb:DatabaseAccount"];
const gateway = "azure-native:network/v20240101:ApplicationGateway";
const sslPolicies = ["gcp:compute/sSLPolicy:SSLPolicy", "gcp:compute/regionSslPolicy:RegionSslPolicy"];
const account = "azure-native:storage/v20240101:StorageAccount";
const app = "azure-native:web:WebApp";
const buses = [
  "azure-native:servicebus:Namespace",
  "azure-native_eventhub_v20240101:eventhub:Namespace",
  "azure-native:cache:Redis",
];

export const examples: Examples = {
  pass: [
    { type: listener, props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" } },
    { type: distribution, props: { viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2025" } } },
    { type: domain, props: { domainNameConfiguration: { securityPolicy: "TLS_1_2" } } },
    { type: restDomain, props: { securityPolicy: "TLS_1_2" } },
    { type: restDomain, props: {} },
    { type: restDomain, props: { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" } },
    { type: restDomain, props: { securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" } },
    { type: restDomain, props: { securityPolicy: "SecurityPolicy_TLS12_PFS_2025_EDGE" } },
    { type: search, props: { domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" } } },
    ...proxies.map((type) => ({ type, props: { sslPolicy: "modern" } })),
    ...databases.map((type) => ({ type, props: { minimalTlsVersion: "1.2" } })),
    ...databases.map((type) => ({ type, props: { minimalTlsVersion: "Tls12" } })),
    { type: gateway, props: { sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_3" } } },
    ...sslPolicies.map((type) => ({ type, props: { minTlsVersion: "TLS_1_2" } })),
    { type: account, props: { minimumTlsVersion: "TLS1_3" } },
    { type: app, props: {} },
    ...buses.map((type) => ({ type, props: { minimumTlsVersion: "1.2" } })),
    { type: listener, props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS-1-2-2017-01" } },
  ],
  fail: [
    { type: listener, props: { protocol: "HTTPS" } },
    { type: listener, props: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-FS-1-1-2019-08" } },
    { type: distribution, props: { viewerCertificate: { cloudfrontDefaultCertificate: true } } },
    { type: domain, props: { domainNameConfiguration: { securityPolicy: "TLS_1_0" } } },
    { type: restDomain, props: { securityPolicy: "TLS_1_0" } },
    { type: restDomain, props: { securityPolicy: "SecurityPolicy_TLS13_1_1_2025_09" } },
    { type: search, props: {} },
    { type: search, props: { domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" } } },
    ...proxies.map((type) => ({ type, props: {} })),
    ...databases.map((type) => ({ type, props: { minimalTlsVersion: "Tls11" } })),
    ...databases.map((type) => ({ type, props: { minimalTlsVersion: "Tls" } })),
    ...databases.map((type) => ({ type, props: { minimalTlsVersion: "None" } })),
    { type: gateway, props: { sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_1" } } },
    ...sslPolicies.map((type) => ({ type, props: { profile: "MODERN" } })),
    { type: account, props: { minimumTlsVersion: "TLS1_0" } },
    { type: app, props: { siteConfig: { minTlsVersion: "1.1" } } },
    ...buses.map((type) => ({ type, props: { minimumTlsVersion: "1.0" } })),
    // the first ones have no version in their names
    ...["ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-FS-2018-06"].map((policy) => ({
      type: listener,
      props: { protocol: "HTTPS", sslPolicy: policy },
    })),
    // the year of a policy is no part of the version
    ...["TLSv1", "TLSv1_2016", "TLSv1.1_2016", "SSLv3"].map((minimumProtocolVersion) => ({
      type: distribution,
      props: { viewerCertificate: { minimumProtocolVersion } },
    })),
    { type: account, props: {} },
  ],
  undetermined: [
    { type: listener, props: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2099" } },
    { type: distribution, props: { viewerCertificate: UNKNOWN } },
    { type: domain, props: { domainNameConfiguration: { securityPolicy: UNKNOWN } } },
    { type: restDomain, props: { securityPolicy: UNKNOWN } },
    { type: search, props: { domainEndpointOptions: { tlsSecurityPolicy: "Policy-Of-The-Future" } } },
    ...proxies.map((type) => ({ type, props: { sslPolicy: UNKNOWN } })),
    ...databases.map((type) => ({ type, props: { minimalTlsVersion: UNKNOWN } })),
    { type: gateway, props: { sslPolicy: { minProtocolVersion: UNKNOWN } } },
    ...sslPolicies.map((type) => ({ type, props: { minTlsVersion: UNKNOWN } })),
    { type: account, props: { minimumTlsVersion: UNKNOWN } },
    { type: app, props: { siteConfig: { minTlsVersion: "quantum" } } },
    ...buses.map((type) => ({ type, props: { minimumTlsVersion: UNKNOWN } })),
    { type: listener, props: { protocol: UNKNOWN } },
    { type: listener, props: { protocol: "HTTPS", sslPolicy: "my-ELBSecurityPolicy-TLS13-1-2-2021-06" } },
    { type: restDomain, props: { securityPolicy: "minimum 1.2" } },
  ],
  notApplicable: [
    { type: listener, props: { protocol: "HTTP" } },
    { type: listener, props: { protocol: "TCP_UDP" } },
  ],
};
