import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const nat = "aws:ec2/natGateway:NatGateway";
const subnetwork = "gcp:compute/subnetwork:Subnetwork";
const gateway = "azure-native:network:NatGateway";
const subnet = "azure-native:network:Subnet";
const network = "azure-native:network:VirtualNetwork";
const vpc = "aws:ec2/vpc:Vpc::main";

const publicSubnet = (name = "a", its: string | readonly string[] = vpc): Sample => ({
  type: "aws:ec2/subnet:Subnet",
  name,
  props: { vpcId: UNKNOWN },
  edges: { vpcId: its },
});
const endpoint = (service: unknown, more: object = {}, its: string | undefined = vpc): Sample => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  name: `to-${String(service)}`,
  props: { vpcId: UNKNOWN, serviceName: service, ...more },
  ...(its !== "" && { edges: { vpcId: its } }),
});
const both = [endpoint("com.amazonaws.eu-central-1.s3"), endpoint("com.amazonaws.eu-central-1.dynamodb")];
const other = (name: string, its = vpc): readonly Sample[] => [
  { type: nat, name, props: { subnetId: UNKNOWN }, edges: { subnetId: `aws:ec2/subnet:Subnet::${name}` } },
  publicSubnet(name, its),
];
const aws = (beside: readonly Sample[], props: object = {}, config?: object): Example => ({
  type: nat,
  props: { subnetId: UNKNOWN, ...props },
  edges: { subnetId: "aws:ec2/subnet:Subnet::a" },
  beside: [publicSubnet(), ...beside],
  ...(config && { config: { ...config } }),
});
const dev = { environment: "dev" };
const prod = { environment: "prod" };

const router: Sample = {
  type: "gcp:compute/router:Router",
  name: "router",
  props: { name: "router", network: "main" },
};
const cloudNat = (props: object = {}): readonly Sample[] => [
  router,
  {
    type: "gcp:compute/routerNat:RouterNat",
    name: "nat",
    props: { router: "router", sourceSubnetworkIpRangesToNat: "ALL_SUBNETWORKS_ALL_IP_RANGES", ...props },
  },
];
const only = (name: unknown) => ({ sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS", subnetworks: [{ name }] });
const google = (props: object, beside: readonly Sample[] = cloudNat()): Example => ({
  type: subnetwork,
  props: { name: "machines", network: "projects/shop/global/networks/main", ...props },
  beside,
});
const NETWORK = "gcp:compute/network:Network";
/** A subnetwork and a router whose networks are known by where they come from. */
const inNetworks = (its: string, routers: string): Example => {
  const [own, ...others] = cloudNat();
  const tied = {
    ...router,
    ...own,
    props: { name: "router", network: UNKNOWN },
    edges: { network: `${NETWORK}::${routers}` },
  };
  return { ...google({ network: UNKNOWN }, [tied, ...others]), edges: { network: `${NETWORK}::${its}` } };
};
const storage = { serviceEndpoints: [{ service: "Microsoft.Storage" }] };
const natted = { natGateway: { id: "/x/natGateways/out" } };
const addresses = (count: number) => ({
  publicIpAddresses: Array.from({ length: count }, (_, id) => ({ id: `/ip/${id}` })),
});

export const examples: Examples = {
  pass: [
    aws(both),
    aws([...both, ...other("b"), ...other("c")], {}, prod),
    aws([...both, ...other("b"), ...other("c")]),
    aws([...both, ...other("b")], {}, { ...dev, maxNatGateways: 2 }),
    aws([...both, ...other("b", "aws:ec2/vpc:Vpc::other")], {}, dev),
    aws([endpoint("com.amazonaws.eu-central-1.s3", { vpcEndpointType: "Gateway" }), both[1] ?? router]),
    // the first of a network speaks for its endpoints
    aws(other("b"), {}, prod),
    // a private one leads elsewhere
    aws(
      [...both, ...other("b").map((one) => ({ ...one, props: { ...one.props, connectivityType: "private" } }))],
      {},
      dev,
    ),
    aws(both, {}, { environment: UNKNOWN }),
    {
      ...aws([]),
      beside: [
        ...both,
        publicSubnet("a", ["aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation::more", vpc]),
      ],
    },
    {
      type: nat,
      props: { vpcId: "vpc-1" },
      beside: both.map((one) => ({ type: one.type, name: one.name ?? "", props: { ...one.props, vpcId: "vpc-1" } })),
    },
    google({ privateIpGoogleAccess: true }),
    google({ privateIpGoogleAccess: true, purpose: UNKNOWN }),
    google({ privateIpGoogleAccess: "true" }, cloudNat(only("machines"))),
    { type: gateway, props: addresses(1), config: dev },
    { type: gateway, props: addresses(3), config: prod },
    { type: subnet, props: { ...natted, ...storage } },
    { type: subnet, props: { ...natted, serviceEndpoints: [{ service: "Microsoft.Storage.Global" }] } },
    { type: network, props: { subnets: [{ name: "a", ...natted, ...storage }] } },
    { type: network, props: {} },
  ],
  fail: [
    aws([]),
    aws([], { connectivityType: "Public" }),
    // an endpoint in no network is in no stack
    aws([
      { ...endpoint("com.amazonaws.eu-central-1.s3", {}, ""), props: { serviceName: "com.amazonaws.eu-central-1.s3" } },
    ]),
    aws(both.slice(0, 1)),
    aws(both.slice(1)),
    aws(both.map((one) => ({ ...one, edges: { vpcId: "aws:ec2/vpc:Vpc::other" } }))),
    aws([endpoint("com.amazonaws.eu-central-1.s3", { vpcEndpointType: "Interface" }), both[1] ?? router]),
    aws([...both, ...other("b")], {}, dev),
    aws([...both, ...other("b"), ...other("c"), ...other("d")], {}, prod),
    { ...aws([...both, ...other("b")]), props: { subnetId: UNKNOWN, tags: { environment: "staging" } } },
    google({}),
    google({ privateIpGoogleAccess: false }),
    google({ purpose: "private" }),
    inNetworks("main", "main"),
    google({}, [
      router,
      { ...(cloudNat({ router: UNKNOWN })[1] ?? router), edges: { router: `${router.type}::router` } },
    ]),
    {
      ...google({ name: UNKNOWN }, [
        router,
        { ...(cloudNat(only(UNKNOWN))[1] ?? router), edges: { subnetworks: "it" } },
      ]),
    },
    google({}, cloudNat(only("machines"))),
    { type: gateway, props: addresses(2), config: dev },
    { type: gateway, props: addresses(4) },
    { type: subnet, props: { ...natted } },
    { type: subnet, props: { ...natted, serviceEndpoints: [{ service: "Microsoft.Sql" }] } },
    { type: network, props: { subnets: [{ name: "a", ...natted }, { name: "b" }] } },
  ],
  undetermined: [
    { type: nat, props: { subnetId: "subnet-1" } },
    aws(both, { connectivityType: UNKNOWN }),
    aws([endpoint("com.amazonaws.eu-central-1.s3", {}, ""), both[1] ?? router]),
    aws([endpoint(UNKNOWN), both[1] ?? router]),
    aws([...both, ...other("b"), ...other("c")], {}, { environment: UNKNOWN }),
    aws([...both, ...other("b")], {}, { ...dev, maxNatGateways: "some" }),
    { type: gateway, props: addresses(2), config: { environment: UNKNOWN } },
    google({ purpose: UNKNOWN }),
    google({}, [{ ...router, props: { name: "router", network: UNKNOWN } }, ...cloudNat().slice(1)]),
    google({ privateIpGoogleAccess: UNKNOWN }),
    google({ network: UNKNOWN }),
    { type: gateway, props: { publicIpAddresses: UNKNOWN } },
    { type: subnet, props: { natGateway: UNKNOWN } },
    { type: subnet, props: { ...natted, serviceEndpoints: UNKNOWN } },
    { type: network, props: { subnets: UNKNOWN } },
  ],
  notApplicable: [
    aws([], { connectivityType: "private" }),
    google({}, []),
    google({ network: "other" }),
    inNetworks("main", "other"),
    google({}, [{ ...router, props: { name: "router" } }, ...cloudNat().slice(1)]),
    google({}, cloudNat(only("others"))),
    google({ purpose: "REGIONAL_MANAGED_PROXY" }),
    { type: subnet, props: { addressPrefix: "10.0.0.0/24" } },
    {
      type: subnet,
      props: { ...natted },
      beside: [{ type: "azure-native:network:PrivateEndpoint", name: "p", props: {} }],
    },
  ],
};
