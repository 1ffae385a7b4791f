import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const eip = "aws:ec2/eip:Eip";
const gcp = "gcp:compute/address:Address";
const azure = "azure-native:network:PublicIPAddress";

const user = (type: string, key: string): readonly Sample[] => [
  { type, name: "user", props: { [key]: UNKNOWN }, edges: { [key]: "it" } },
];
const association = (more: Partial<Sample>): readonly Sample[] => [
  { type: "aws:ec2/eipAssociation:EipAssociation", name: "tie", props: { allocationId: "eipalloc-1" }, ...more },
];
const fixed = { publicIPAllocationMethod: "Static" };
const rule = (ipAddress: unknown): readonly Sample[] => [
  { type: "gcp:compute/forwardingRule:ForwardingRule", name: "rule", props: { ipAddress } },
];
const withUser = (type: string, props: Example["props"], beside: readonly Sample[]): Example => ({
  type,
  props,
  beside,
});

export const examples: Examples = {
  pass: [
    { type: eip, props: { instance: "i-1" } },
    { type: eip, props: { networkInterface: "eni-1" } },
    withUser(eip, { domain: "vpc" }, association({ props: { allocationId: UNKNOWN }, edges: { allocationId: "it" } })),
    withUser(eip, { domain: "vpc" }, user("aws:ec2/natGateway:NatGateway", "allocationId")),
    withUser(eip, { domain: "vpc" }, user("aws:lb/loadBalancer:LoadBalancer", "subnetMappings")),
    withUser(gcp, {}, user("gcp:compute/instance:Instance", "networkInterfaces")),
    withUser(gcp, { name: "entry" }, rule("projects/shop/regions/europe-west3/addresses/entry")),
    withUser(azure, fixed, user("azure-native:network:NetworkInterface", "ipConfigurations")),
  ],
  fail: [
    { type: eip, props: { domain: "vpc" } },
    { type: eip, props: { instance: "" } },
    withUser(eip, { domain: "vpc" }, [{ type: "aws:ec2/natGateway:NatGateway", name: "nat", props: {} }]),
    // another address is tied
    ...["allocationId", "publicIp"].map((key) =>
      withUser(eip, { domain: "vpc" }, association({ props: { [key]: UNKNOWN }, edges: { [key]: `${eip}::other` } })),
    ),
    // a record names an address, and not this one
    withUser(gcp, { name: "entry" }, [
      { type: "gcp:dns/recordSet:RecordSet", name: "www", props: { rrdatas: ["203.0.113.7"] } },
    ]),
    { type: gcp, props: {} },
    { type: gcp, props: { addressType: "EXTERNAL" } },
    withUser(gcp, { name: "entry" }, rule("projects/shop/regions/europe-west3/addresses/other")),
    { type: azure, props: fixed },
    { type: azure, props: { sku: { name: "Standard" } } },
  ],
  undetermined: [
    { type: eip, props: { instance: UNKNOWN } },
    withUser(eip, { domain: "vpc" }, association({})),
    withUser(eip, { domain: "vpc" }, association({ props: { publicIp: "198.51.100.7" } })),
    { type: gcp, props: { addressType: UNKNOWN } },
    withUser(gcp, { name: "entry" }, rule(UNKNOWN)),
    { type: azure, props: { publicIPAllocationMethod: UNKNOWN } },
  ],
  notApplicable: [
    { type: gcp, props: { addressType: "INTERNAL" } },
    { type: azure, props: { publicIPAllocationMethod: "Dynamic" } },
    { type: azure, props: {} },
    { type: azure, props: { sku: { name: "Basic" } } },
  ],
};
