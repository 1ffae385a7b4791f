import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { arn, globalArn, inRegion, partitionOf, regionOf } from "./arn.ts";

const own = ({ inputs }: Context): string => text(inputs, "name") ?? "";
const zones = (context: Context): readonly string[] => ["a", "b", "c"].map((letter) => `${regionOf(context)}${letter}`);

/** A launch template is told by its id and its name, whichever was given. */
export function templated({ inputs, world, dice }: Context): Properties {
  const given = inputs["launchTemplate"];
  if (!isObject(given)) return {};
  const token = "aws:ec2/launchTemplate:LaunchTemplate";
  const there = world.find("aws", token, text(given, "id") ?? text(given, "name") ?? "");
  const id = text(given, "id") ?? there?.id ?? `lt-0${dice.hex("template", 16)}`;
  const named = text(given, "name") ?? (there && text(there.outputs, "name")) ?? `template-${dice.hex("named", 7)}`;
  return { launchTemplate: { ...given, id, name: named } };
}

/** Machines, groups of machines, and containers. */
export const compute: readonly TwinType[] = [
  {
    token: "aws:autoscaling/group:Group",
    needs: [
      {
        property: "vpcZoneIdentifiers",
        to: "aws:ec2/subnet:Subnet",
        words: (value) => `ValidationError: The subnet ID '${value}' does not exist`,
      },
      {
        property: "launchTemplate.id",
        to: "aws:ec2/launchTemplate:LaunchTemplate",
        words: () => "ValidationError: You must use a valid fully-formed launch template.",
      },
    ],
    id: own,
    computed: (context, id) => ({
      arn: arn(context, "autoscaling", `autoScalingGroup:${context.dice.uuid("group")}:autoScalingGroupName/${id}`),
      availabilityZones: context.inputs["availabilityZones"] ?? zones(context),
      ...templated(context),
      defaultCooldown: context.inputs["defaultCooldown"] ?? 300,
      healthCheckType: text(context.inputs, "healthCheckType") ?? "EC2",
      serviceLinkedRoleArn: globalArn(
        context,
        "iam",
        "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      ),
    }),
    forceNew: ["name", "namePrefix", "region"],
    otherwise: "update",
    source: "Amazon EC2 Auto Scaling API Reference: CreateAutoScalingGroup",
  },
  {
    token: "aws:ec2/launchConfiguration:LaunchConfiguration",
    id: own,
    computed: (context, id) => ({
      arn: arn(
        context,
        "autoscaling",
        `launchConfiguration:${context.dice.uuid("launch")}:launchConfigurationName/${id}`,
      ),
    }),
    otherwise: "replace",
    source: "Amazon EC2 Auto Scaling API Reference: launch configurations cannot be changed",
  },
  {
    token: "aws:ec2/launchTemplate:LaunchTemplate",
    id: ({ dice }) => `lt-0${dice.hex("template", 16)}`,
    claims: inRegion("name"),
    taken: () => "InvalidLaunchTemplateName.AlreadyExistsException: Launch template name already in use.",
    computed: (context, id) => ({
      arn: arn(context, "ec2", `launch-template/${id}`),
      defaultVersion: 1,
      latestVersion: 1,
    }),
    renewed: ["latestVersion"],
    forceNew: ["name", "namePrefix", "region"],
    otherwise: "update",
    source: "Amazon EC2 API Reference: CreateLaunchTemplate, CreateLaunchTemplateVersion",
  },
  {
    token: "aws:ecs/cluster:Cluster",
    id: (context) => arn(context, "ecs", `cluster/${own(context)}`),
    computed: (_context, id) => ({ arn: id, settings: [{ name: "containerInsights", value: "disabled" }] }),
    forceNew: ["name", "region"],
    otherwise: "update",
    source: "Amazon ECS API Reference: CreateCluster",
  },
  {
    token: "aws:ecs/service:Service",
    needs: [
      {
        property: "cluster",
        to: "aws:ecs/cluster:Cluster",
        words: () => "ClusterNotFoundException: Cluster not found.",
      },
    ],
    id: (context) => {
      const cluster = text(context.inputs, "cluster") ?? "default";
      return arn(context, "ecs", `service/${cluster.slice(cluster.lastIndexOf("/") + 1)}/${own(context)}`);
    },
    computed: (_context, id) => ({ arn: id }),
    forceNew: ["name", "cluster", "launchType", "schedulingStrategy", "region"],
    otherwise: "update",
    source: "Amazon ECS API Reference: CreateService, UpdateService",
  },
  {
    token: "aws:ecs/taskDefinition:TaskDefinition",
    needs: [
      { property: "executionRoleArn", to: "aws:iam/role:Role", words: () => "ClientException: Role is not valid" },
    ],
    id: ({ inputs }) => text(inputs, "family") ?? "",
    shared: true,
    computed: (context, id) => ({
      arn: arn(context, "ecs", `task-definition/${id}:1`),
      arnWithoutRevision: arn(context, "ecs", `task-definition/${id}`),
      revision: 1,
    }),
    inPlace: ["tags", "skipDestroy", "trackLatest"],
    otherwise: "replace",
    source: "Amazon ECS API Reference: RegisterTaskDefinition makes revisions",
  },
  {
    token: "aws:cloudformation/stack:Stack",
    claims: inRegion("name"),
    taken: (context) => `AlreadyExistsException: Stack [${own(context)}] already exists`,
    id: (context) => arn(context, "cloudformation", `stack/${own(context)}/${context.dice.uuid("stack")}`),
    forceNew: ["name", "region"],
    otherwise: "update",
    source: "AWS CloudFormation API Reference: CreateStack; what the template makes is not simulated",
  },
  {
    token: "aws:ec2/vpcEndpoint:VpcEndpoint",
    id: ({ dice }) => `vpce-0${dice.hex("endpoint", 16)}`,
    computed: (context, id) => ({
      arn: arn(context, "ec2", `vpc-endpoint/${id}`),
      ownerId: context.site.account,
      policy:
        text(context.inputs, "policy") ??
        JSON.stringify({
          Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
          Version: "2008-10-17",
        }),
      prefixListId: `pl-${context.dice.hex("list", 8)}`,
      state: "available",
      vpcEndpointType: text(context.inputs, "vpcEndpointType") ?? "Gateway",
      serviceRegion: regionOf(context),
      dnsEntries: [],
      ...(partitionOf(context) === "aws" && { cidrBlocks: ["198.51.100.0/24"] }),
    }),
    forceNew: ["vpcId", "serviceName", "vpcEndpointType", "serviceRegion", "region"],
    otherwise: "update",
    source: "Amazon EC2 API Reference: CreateVpcEndpoint, ModifyVpcEndpoint",
  },
];
