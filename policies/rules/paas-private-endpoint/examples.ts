import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const vpc = "aws:ec2/vpc:Vpc";
const subnet = "gcp:compute/subnetwork:Subnetwork";
const perimeter = "gcp:accesscontextmanager/servicePerimeter:ServicePerimeter";
const storage = "azure-native:storage:StorageAccount";
const oldStorage = "azure-native:storage/v20230101:StorageAccount";
const vault = "azure-native:keyvault:Vault";
const registry = "azure-native:containerregistry:Registry";
const bus = "azure-native:servicebus:Namespace";
const hub = "azure-native:eventhub:Namespace";

const flat = [storage, registry, bus, hub];
const of = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const acls = (properties: object) => ({ properties: { tenantId: "t", ...properties } });
const ruleSet = (service: string, props: object): readonly Sample[] => [
  { type: `azure-native:${service}:NamespaceNetworkRuleSet`, name: "rules", props: { ...props } },
];
const denyFor = (...addresses: unknown[]) => ({
  defaultAction: "Deny",
  ipRules: addresses.map((iPAddressOrRange) => ({ iPAddressOrRange })),
});
const config = { environment: "prod" };
const endpoint = (vpcId: unknown, edges?: Readonly<Record<string, string>>): readonly Sample[] => [
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: "s3",
    props: { vpcId, serviceName: "com.amazonaws.eu-central-1.s3" },
    ...(edges && { edges }),
  },
];

export const examples: Examples = {
  pass: [
    ...of(flat, { publicNetworkAccess: "Disabled" }),
    ...of(flat, { publicNetworkAccess: "SecuredByPerimeter" }),
    { type: oldStorage, props: { networkRuleSet: { defaultAction: "Deny" } } },
    { type: storage, props: { publicNetworkAccess: "Enabled", networkRuleSet: denyFor("20.30.40.50") } },
    { type: registry, props: { networkRuleSet: denyFor() } },
    { type: vault, props: acls({ publicNetworkAccess: "disabled" }) },
    { type: vault, props: acls({ networkAcls: { defaultAction: "Deny", bypass: "AzureServices" } }) },
    {
      type: bus,
      props: { namespaceName: "orders" },
      beside: ruleSet("servicebus", { namespaceName: "orders", ...denyFor() }),
    },
    {
      type: hub,
      props: {},
      beside: [
        {
          type: "azure-native:eventhub:NamespaceNetworkRuleSet",
          props: { namespaceName: UNKNOWN, publicNetworkAccess: "Disabled" },
          name: "rules",
          edges: { namespaceName: "it" },
        },
      ],
    },
    { type: vpc, props: { cidrBlock: "10.0.0.0/16" }, beside: endpoint(UNKNOWN, { vpcId: "it" }), config },
    { type: subnet, props: { privateIpGoogleAccess: true } },
    { type: subnet, props: { privateIpGoogleAccess: "true", purpose: "PRIVATE" } },
    // whatever it is for
    { type: subnet, props: { privateIpGoogleAccess: true, purpose: UNKNOWN } },
    { type: perimeter, props: { status: { restrictedServices: ["storage.googleapis.com"] } } },
    {
      type: perimeter,
      props: { perimeterType: UNKNOWN, status: { restrictedServices: ["storage.googleapis.com"] } },
    },
  ],
  fail: [
    ...of(flat, {}),
    ...of(flat, { publicNetworkAccess: "Enabled" }),
    { type: oldStorage, props: { networkRuleSet: { defaultAction: "Allow" } } },
    { type: storage, props: { networkRuleSet: denyFor("0.0.0.0/0") } },
    { type: registry, props: { networkRuleSet: denyFor("20.30.40.50", "0.0.0.0/0") } },
    {
      type: vault,
      props: acls({
        networkAcls: { defaultAction: "Deny", ipRules: [{ value: "0.0.0.0/1" }, { value: "128.0.0.0/1" }] },
      }),
    },
    {
      type: bus,
      props: { namespaceName: "orders" },
      beside: ruleSet("servicebus", {
        namespaceName: "orders",
        defaultAction: "Deny",
        ipRules: [{ ipMask: "0.0.0.0/0", action: "Allow" }],
      }),
    },
    {
      type: bus,
      props: { namespaceName: "orders" },
      beside: ruleSet("servicebus", { namespaceName: "orders", publicNetworkAccess: "Enabled" }),
    },
    { type: storage, props: { allowSharedKeyAccess: true } },
    { type: hub, props: { disableLocalAuth: false } },
    // identities only: still public, and less bad
    { type: storage, props: { publicNetworkAccess: "Enabled", allowSharedKeyAccess: false } },
    { type: bus, props: { disableLocalAuth: true } },
    // it only lets Azure's own services past the firewall that is not there
    { type: storage, props: { networkRuleSet: { bypass: "AzureServices" } } },
    { type: vault, props: acls({}) },
    { type: vault, props: acls({ publicNetworkAccess: "enabled", networkAcls: { defaultAction: "Allow" } }) },
    {
      type: bus,
      props: { namespaceName: "orders" },
      beside: ruleSet("servicebus", { namespaceName: "others", ...denyFor() }),
    },
    {
      type: hub,
      props: { namespaceName: "a" },
      beside: ruleSet("eventhub", { namespaceName: "a", defaultAction: "Allow" }),
    },
    { type: vpc, props: { cidrBlock: "10.0.0.0/16" }, config },
    { type: vpc, props: { cidrBlock: "10.0.0.0/16", tags: { environment: "prod" } } },
    { type: subnet, props: {} },
    { type: subnet, props: { privateIpGoogleAccess: false } },
    { type: perimeter, props: {} },
    { type: perimeter, props: { status: { restrictedServices: [] } } },
    { type: perimeter, props: { perimeterType: "PERIMETER_TYPE_REGULAR", status: {} } },
    // rehearsed, not in force
    {
      type: perimeter,
      props: { useExplicitDryRunSpec: true, spec: { restrictedServices: ["storage.googleapis.com"] } },
    },
  ],
  undetermined: [
    ...of(flat, { publicNetworkAccess: UNKNOWN }),
    { type: storage, props: { networkRuleSet: UNKNOWN } },
    { type: registry, props: { publicNetworkAccess: "SomethingNew" } },
    { type: vault, props: { properties: UNKNOWN } },
    {
      type: bus,
      props: { namespaceName: "orders" },
      beside: ruleSet("servicebus", { namespaceName: UNKNOWN, ...denyFor() }),
    },
    {
      type: storage,
      props: { accountName: "shop" },
      beside: [
        {
          type: "azure-native:storage:StorageAccountStaticWebsite",
          name: "site",
          props: { accountName: UNKNOWN },
        },
      ],
    },
    { type: vpc, props: {}, beside: endpoint(UNKNOWN), config },
    { type: vpc, props: { tags: { environment: UNKNOWN } } },
    { type: subnet, props: { privateIpGoogleAccess: UNKNOWN } },
    { type: subnet, props: { purpose: UNKNOWN } },
    { type: perimeter, props: { status: UNKNOWN } },
    { type: perimeter, props: { perimeterType: UNKNOWN } },
  ],
  notApplicable: [
    {
      type: storage,
      props: {},
      beside: [
        {
          type: "azure-native:storage:StorageAccountStaticWebsite",
          name: "site",
          props: { accountName: UNKNOWN },
          edges: { accountName: "it" },
        },
      ],
    },
    {
      type: storage,
      props: { accountName: "site" },
      beside: [
        {
          type: "azure-native:storage:StorageAccountStaticWebsite",
          name: "site",
          props: { accountName: "site" },
        },
      ],
    },
    { type: vpc, props: {} },
    { type: vpc, props: {}, config: { environment: "dev" } },
    ...[
      "REGIONAL_MANAGED_PROXY",
      "GLOBAL_MANAGED_PROXY",
      "INTERNAL_HTTPS_LOAD_BALANCER",
      "PRIVATE_SERVICE_CONNECT",
      "PRIVATE_NAT",
    ].map((purpose) => ({ type: subnet, props: { purpose } })),
    { type: perimeter, props: { perimeterType: "PERIMETER_TYPE_BRIDGE" } },
  ],
};
