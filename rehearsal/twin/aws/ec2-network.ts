import { isList } from "../../wire/value.ts";
import { type Context, shown, type TwinType, text } from "../type.ts";
import { arn, inRegion, regionOf } from "./arn.ts";

const made =
  (prefix: string, label = "id") =>
  ({ dice }: Context): string =>
    `${prefix}-0${dice.hex(label, 16)}`;
const source = "Amazon EC2 API Reference";
const noVpc = (value: string): string => `InvalidVpcID.NotFound: The vpc ID '${value}' does not exist`;
const noSubnet = (value: string): string => `InvalidSubnetID.NotFound: The subnet ID '${value}' does not exist`;
const noTable = (value: string): string => `InvalidRouteTableID.NotFound: The routeTable ID '${value}' does not exist`;
const inTable = { property: "routeTableId", to: "aws:ec2/routeTable:RouteTable", words: noTable };
const inVpc = [{ property: "vpcId", to: "aws:ec2/vpc:Vpc", words: noVpc }];

/** What is still in a network keeps it from being deleted. */
const inUse =
  (kinds: readonly string[], key: string, words: (id: string) => string): NonNullable<TwinType["holds"]> =>
  (context, id) =>
    kinds.some((kind) =>
      context.world
        .list("aws", `aws:ec2/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`)
        .some(({ outputs }) => outputs[key] === id),
    )
      ? words(id)
      : undefined;

const vpc: TwinType = {
  token: "aws:ec2/vpc:Vpc",
  assumed: { cidrBlock: "172.31.0.0/16", enableDnsHostnames: true },
  defaults: { enableDnsSupport: true, instanceTenancy: "default" },
  id: made("vpc"),
  computed: (context, id) => {
    const { dice, inputs } = context;
    const table = `rtb-0${dice.hex("table", 16)}`;
    return {
      arn: arn(context, "ec2", `vpc/${id}`),
      defaultNetworkAclId: `acl-0${dice.hex("acl", 16)}`,
      defaultRouteTableId: table,
      defaultSecurityGroupId: `sg-0${dice.hex("group", 16)}`,
      dhcpOptionsId: `dopt-${dice.hex("dopt", 8)}`,
      enableDnsHostnames: inputs["enableDnsHostnames"] ?? false,
      mainRouteTableId: table,
      ownerId: context.site.account,
    };
  },
  holds: inUse(
    ["Subnet", "InternetGateway"],
    "vpcId",
    (id) => `DependencyViolation: The vpc '${id}' has dependencies and cannot be deleted.`,
  ),
  forceNew: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "region"],
  otherwise: "update",
  source: `${source}: CreateVpc, ModifyVpcAttribute`,
};
const subnet: TwinType = {
  token: "aws:ec2/subnet:Subnet",
  assumed: { cidrBlock: "172.31.0.0/20", mapPublicIpOnLaunch: true },
  defaults: {
    assignIpv6AddressOnCreation: false,
    enableDns64: false,
    enableResourceNameDnsARecordOnLaunch: false,
    enableResourceNameDnsAaaaRecordOnLaunch: false,
    ipv6Native: false,
    mapPublicIpOnLaunch: false,
  },
  id: made("subnet"),
  claims: inRegion("vpcId", "cidrBlock"),
  taken: ({ inputs }) =>
    `InvalidSubnet.Conflict: The CIDR '${text(inputs, "cidrBlock") ?? ""}' conflicts with another subnet`,
  needs: inVpc,
  computed: (context, id) => {
    const nth = Number(/-az(\d+)$/.exec(text(context.inputs, "availabilityZoneId") ?? "")?.[1] ?? 1);
    const zone = text(context.inputs, "availabilityZone") ?? `${regionOf(context)}${String.fromCharCode(96 + nth)}`;
    const short = regionOf(context).replace(
      /^([a-z]{2})-([a-z])[a-z]*-?([a-z]*)-?(\d)$/,
      (_, a: string, b: string, _c: string, d: string) => `${a}${b}${d}`,
    );
    return {
      arn: arn(context, "ec2", `subnet/${id}`),
      availabilityZone: zone,
      availabilityZoneId: `${short}-az${zone.charCodeAt(zone.length - 1) - 96}`,
      ownerId: context.site.account,
      privateDnsHostnameTypeOnLaunch: text(context.inputs, "privateDnsHostnameTypeOnLaunch") ?? "ip-name",
    };
  },
  holds: inUse(
    ["Instance", "NatGateway"],
    "subnetId",
    (id) => `DependencyViolation: The subnet '${id}' has dependencies and cannot be deleted.`,
  ),
  forceNew: ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId", "ipv6Native", "outpostArn", "region"],
  otherwise: "update",
  source: `${source}: CreateSubnet, ModifySubnetAttribute`,
};
const securityGroup: TwinType = {
  token: "aws:ec2/securityGroup:SecurityGroup",
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  id: made("sg"),
  claims: (context) => inRegion(...(context.inputs["vpcId"] === undefined ? ["name"] : ["vpcId", "name"]))(context),
  taken: ({ inputs }) =>
    `InvalidGroup.Duplicate: The security group '${text(inputs, "name") ?? ""}' already exists for VPC '${text(inputs, "vpcId") ?? "default"}'`,
  needs: inVpc,
  computed: (context, id) => ({
    arn: arn(context, "ec2", `security-group/${id}`),
    ownerId: context.site.account,
    ...(context.inputs["vpcId"] === undefined && { vpcId: `vpc-0${context.dice.hex("default", 16)}` }),
  }),
  forceNew: ["name", "namePrefix", "description", "vpcId", "region"],
  otherwise: "update",
  source: `${source}: CreateSecurityGroup`,
};
const rule: TwinType = {
  token: "aws:ec2/securityGroupRule:SecurityGroupRule",
  defaults: { self: false },
  id: ({ dice }) => `sgrule-${dice.digits("rule", 10)}`,
  claims: (context) => {
    const { description: _, ...rule } = context.inputs;
    return [`rule ${context.site.account} ${regionOf(context)} ${JSON.stringify(rule)}`];
  },
  taken: ({ inputs }) =>
    `InvalidPermission.Duplicate: the specified rule "${text(inputs, "protocol") ?? ""}, from port: ${shown(inputs["fromPort"])}, to port: ${shown(inputs["toPort"])}, ALLOW" already exists`,
  computed: ({ dice }) => ({ securityGroupRuleId: `sgr-0${dice.hex("sgr", 16)}` }),
  deleteBeforeReplace: true,
  needs: [
    {
      property: "securityGroupId",
      to: "aws:ec2/securityGroup:SecurityGroup",
      words: (value) => `InvalidGroup.NotFound: The security group '${value}' does not exist`,
    },
  ],
  inPlace: ["description"],
  otherwise: "replace",
  source: `${source}: AuthorizeSecurityGroupIngress, UpdateSecurityGroupRuleDescriptionsIngress`,
};
const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const route: TwinType = {
  token: "aws:ec2/route:Route",
  needs: [inTable],
  id: ({ inputs, dice }) => `r-${text(inputs, "routeTableId") ?? ""}${dice.digits("route", 10)}`,
  claims: (context) => DESTINATIONS.flatMap((destination) => inRegion("routeTableId", destination)(context)),
  taken: ({ inputs }) =>
    `RouteAlreadyExists: The route identified by ${DESTINATIONS.map((key) => text(inputs, key)).find(Boolean) ?? ""} already exists.`,
  computed: () => ({ origin: "CreateRoute", state: "active" }),
  forceNew: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId", "region"],
  otherwise: "update",
  source: `${source}: CreateRoute, ReplaceRoute`,
};
const association: TwinType = {
  token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  id: made("rtbassoc"),
  claims: inRegion("subnetId"),
  taken: ({ inputs }) =>
    `Resource.AlreadyAssociated: the specified association for route table ${text(inputs, "routeTableId") ?? ""} conflicts with an existing association`,
  needs: [{ property: "subnetId", to: "aws:ec2/subnet:Subnet", words: noSubnet }, inTable],
  forceNew: ["subnetId", "gatewayId", "region"],
  otherwise: "update",
  source: `${source}: AssociateRouteTable, ReplaceRouteTableAssociation`,
};
const eip: TwinType = {
  token: "aws:ec2/eip:Eip",
  id: made("eipalloc"),
  computed: (context, id) => {
    const ip = `203.0.113.${Number.parseInt(context.dice.hex("ip", 2), 16)}`;
    return {
      allocationId: id,
      arn: arn(context, "ec2", `elastic-ip/${id}`),
      domain: "vpc",
      networkBorderGroup: regionOf(context),
      privateIp: "",
      publicDns: `ec2-${ip.replaceAll(".", "-")}.${regionOf(context)}.compute.amazonaws.com`,
      publicIp: ip,
      publicIpv4Pool: "amazon",
    };
  },
  forceNew: ["domain", "networkBorderGroup", "publicIpv4Pool", "customerOwnedIpv4Pool", "ipamPoolId", "region"],
  otherwise: "update",
  source: `${source}: AllocateAddress`,
};
const routeTable: TwinType = {
  token: "aws:ec2/routeTable:RouteTable",
  id: made("rtb"),
  needs: inVpc,
  computed: (context, id) => ({
    arn: arn(context, "ec2", `route-table/${id}`),
    ownerId: context.site.account,
    ...(!isList(context.inputs["routes"]) && { routes: [] }),
  }),
  forceNew: ["vpcId", "region"],
  otherwise: "update",
  source: `${source}: CreateRouteTable`,
};

const natGateway: TwinType = {
  token: "aws:ec2/natGateway:NatGateway",
  defaults: { connectivityType: "public" },
  id: made("nat"),
  needs: [
    { property: "subnetId", to: "aws:ec2/subnet:Subnet", words: noSubnet },
    {
      property: "allocationId",
      to: "aws:ec2/eip:Eip",
      words: (value) => `InvalidAllocationID.NotFound: The allocation ID '${value}' does not exist`,
    },
  ],
  computed: (context) => ({
    associationId: made("eipassoc", "association")(context),
    networkInterfaceId: made("eni", "interface")(context),
    privateIp: `10.0.${Number.parseInt(context.dice.hex("ip", 2), 16)}.10`,
    publicIp: `203.0.113.${Number.parseInt(context.dice.hex("public", 2), 16)}`,
  }),
  forceNew: ["allocationId", "connectivityType", "privateIp", "subnetId", "region"],
  otherwise: "update",
  source: `${source}: CreateNatGateway`,
};
const internetGateway: TwinType = {
  token: "aws:ec2/internetGateway:InternetGateway",
  id: made("igw"),
  needs: inVpc,
  claims: inRegion("vpcId"),
  taken: ({ inputs }) =>
    `Resource.AlreadyAssociated: resource ${text(inputs, "vpcId") ?? ""} is already attached to an internet gateway`,
  computed: (context, id) => ({ arn: arn(context, "ec2", `internet-gateway/${id}`), ownerId: context.site.account }),
  forceNew: ["region"],
  otherwise: "update",
  source: `${source}: CreateInternetGateway, AttachInternetGateway, DetachInternetGateway`,
};

/** Networks and what is in them. */
export const ec2Network: readonly TwinType[] = [
  vpc,
  subnet,
  securityGroup,
  rule,
  route,
  association,
  eip,
  routeTable,
  natGateway,
  internetGateway,
];
