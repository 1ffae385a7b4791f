import { isList, isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { arn, inRegion, regionOf } from "./arn.ts";
import { inTwoZones } from "./zones.ts";

const source = "Elastic Load Balancing API Reference (2015-12-01)";
const hash = ({ dice }: Context): string => dice.hex("hash", 16);
const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const SHORT: { readonly [type: string]: string } = { application: "app", network: "net", gateway: "gwy" };

const loadBalancer: TwinType = {
  token: "aws:lb/loadBalancer:LoadBalancer",
  claims: inRegion("name"),
  taken: ({ inputs }) =>
    `DuplicateLoadBalancerName: A load balancer with the same name '${text(inputs, "name") ?? ""}' exists, but with different settings`,
  defaults: {
    enableCrossZoneLoadBalancing: false,
    enableDeletionProtection: false,
    enableHttp2: true,
    enableXffClientPort: false,
    idleTimeout: 60,
    loadBalancerType: "application",
    preserveHostHeader: false,
  },
  id: (context) => {
    const kind = SHORT[text(context.inputs, "loadBalancerType") ?? "application"] ?? "app";
    return arn(
      context,
      "elasticloadbalancing",
      `loadbalancer/${kind}/${text(context.inputs, "name") ?? ""}/${hash(context)}`,
    );
  },
  needs: [
    {
      property: "subnets",
      to: "aws:ec2/subnet:Subnet",
      words: (value) => `SubnetNotFound: The subnet ID '${value}' does not exist`,
    },
  ],
  refuses: (context) => [
    [
      "subnets",
      (text(context.inputs, "loadBalancerType") ?? "application") === "application" &&
        !inTwoZones(context, context.inputs["subnets"]),
      "ValidationError: At least two subnets in two different Availability Zones must be specified",
    ],
  ],
  limits: (inputs) => [
    ["name", (text(inputs, "name") ?? "").length > 32, `"name" cannot be longer than 32 characters`],
  ],
  holds: ({ inputs }) =>
    inputs["enableDeletionProtection"] === true
      ? "OperationNotPermitted: Load balancer cannot be deleted because deletion protection is enabled"
      : undefined,
  computed: (context, id) => ({
    accessLogs: { bucket: "", enabled: false, prefix: "", ...member(context.inputs, "accessLogs") },
    arn: id,
    arnSuffix: id.slice(id.indexOf("loadbalancer/") + 13),
    subnetMappings:
      context.inputs["subnetMappings"] ??
      (isList(context.inputs["subnets"]) ? context.inputs["subnets"].map((subnetId) => ({ subnetId })) : []),
    dnsName: `${text(context.inputs, "name") ?? ""}-${context.inputs["loadBalancerType"] === "network" ? hash(context) : context.dice.digits("dns", 10)}.elb.${regionOf(context)}.amazonaws.com`,
    ipAddressType: text(context.inputs, "ipAddressType") ?? "ipv4",
    zoneId: `Z${context.dice.letters("zone", 13, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`,
  }),
  forceNew: ["name", "namePrefix", "internal", "loadBalancerType", "customerOwnedIpv4Pool", "region"],
  otherwise: "update",
  source: `${source}: CreateLoadBalancer`,
};
const targetGroup: TwinType = {
  token: "aws:lb/targetGroup:TargetGroup",
  claims: inRegion("name"),
  taken: ({ inputs }) =>
    `DuplicateTargetGroupName: A target group with the same name '${text(inputs, "name") ?? ""}' exists, but with different settings`,
  defaults: {
    deregistrationDelay: 300,
    lambdaMultiValueHeadersEnabled: false,
    proxyProtocolV2: false,
    slowStart: 0,
    targetType: "instance",
  },
  id: (context) =>
    arn(context, "elasticloadbalancing", `targetgroup/${text(context.inputs, "name") ?? ""}/${hash(context)}`),
  computed: (context, id) => {
    const tcp = /^(TCP|UDP|TLS)/.test(text(context.inputs, "protocol") ?? "");
    const health = {
      enabled: true,
      healthyThreshold: 5,
      interval: 30,
      matcher: tcp ? "" : "200",
      path: tcp ? "" : "/",
      port: "traffic-port",
      protocol: tcp ? "TCP" : "HTTP",
      timeout: tcp ? 10 : 5,
      unhealthyThreshold: 2,
    };
    return {
      arn: id,
      arnSuffix: id.slice(id.indexOf("targetgroup/")),
      healthCheck: { ...health, ...member(context.inputs, "healthCheck") },
      ipAddressType: text(context.inputs, "ipAddressType") ?? "ipv4",
      loadBalancingCrossZoneEnabled:
        text(context.inputs, "loadBalancingCrossZoneEnabled") ?? "use_load_balancer_configuration",
      preserveClientIp: text(context.inputs, "preserveClientIp") ?? (tcp ? "true" : ""),
      stickiness: {
        cookieDuration: tcp ? 0 : 86_400,
        cookieName: "",
        enabled: false,
        type: tcp ? "source_ip" : "lb_cookie",
        ...member(context.inputs, "stickiness"),
      },
      targetFailovers: [null],
    };
  },
  forceNew: [
    "name",
    "namePrefix",
    "port",
    "protocol",
    "protocolVersion",
    "targetType",
    "vpcId",
    "ipAddressType",
    "region",
  ],
  otherwise: "update",
  source: `${source}: CreateTargetGroup, ModifyTargetGroup`,
};
const listener: TwinType = {
  token: "aws:lb/listener:Listener",
  claims: inRegion("loadBalancerArn", "port"),
  taken: () => "DuplicateListener: A listener already exists on this port for this load balancer",
  defaults: {},
  needs: [
    {
      property: "loadBalancerArn",
      to: "aws:lb/loadBalancer:LoadBalancer",
      words: (value) => `LoadBalancerNotFound: Load balancers '[${value}]' not found`,
    },
  ],
  id: (context) =>
    `${(text(context.inputs, "loadBalancerArn") ?? "").replace(":loadbalancer/", ":listener/")}/${hash(context)}`,
  computed: ({ inputs }, id) => ({
    arn: id,
    defaultActions: (isList(inputs["defaultActions"]) ? inputs["defaultActions"] : []).map((action, i) =>
      isObject(action) ? { order: i + 1, ...action } : action,
    ),
    protocol: text(inputs, "protocol") ?? "HTTP",
    sslPolicy:
      text(inputs, "sslPolicy") ??
      (/^(HTTPS|TLS)$/.test(text(inputs, "protocol") ?? "") ? "ELBSecurityPolicy-2016-08" : ""),
  }),
  forceNew: ["loadBalancerArn", "region"],
  otherwise: "update",
  source: `${source}: CreateListener, ModifyListener`,
};

const all: readonly TwinType[] = [loadBalancer, targetGroup, listener];

/** Load balancers of the second generation, under both names that the provider has for them. */
export const loadBalancing: readonly TwinType[] = [
  ...all,
  ...all.map((type) => ({ ...type, token: type.token.replace("aws:lb/", "aws:alb/") })),
];
