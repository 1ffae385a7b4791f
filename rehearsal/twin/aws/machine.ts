import { isList, isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { arn, regionOf } from "./arn.ts";
import { privateAddress } from "./outputs.ts";

const part = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const subnetOf = ({ inputs, world }: Context): Properties | undefined =>
  world.find("aws", "aws:ec2/subnet:Subnet", text(inputs, "subnetId") ?? "")?.outputs;

/** A private address, and a public one where the subnet or the program gives one. */
function addresses(context: Context): Properties {
  const { inputs, dice } = context;
  const subnet = subnetOf(context);
  const privateIp = text(inputs, "privateIp") ?? privateAddress(context);
  const isPublic = inputs["associatePublicIpAddress"] ?? subnet?.["mapPublicIpOnLaunch"] ?? subnet === undefined;
  const publicIp = isPublic === true ? `203.0.113.${Number.parseInt(dice.hex("public", 2), 16)}` : "";
  const region = regionOf(context);
  return {
    associatePublicIpAddress: isPublic,
    privateIp,
    privateDns: `ip-${privateIp.replaceAll(".", "-")}.${region}.compute.internal`,
    publicIp,
    publicDns: publicIp && `ec2-${publicIp.replaceAll(".", "-")}.${region}.compute.amazonaws.com`,
  };
}

/** A virtual machine. */
export const machine: TwinType = {
  token: "aws:ec2/instance:Instance",
  id: ({ dice }) => `i-0${dice.hex("id", 16)}`,
  refuses: ({ inputs }) => [
    [
      "ami",
      text(inputs, "ami") === undefined && inputs["launchTemplate"] === undefined,
      "MissingParameter: The request must contain the parameter ImageId, or a launch template that has it",
    ],
    [
      "instanceType",
      text(inputs, "instanceType") === undefined && inputs["launchTemplate"] === undefined,
      "MissingParameter: The request must contain the parameter InstanceType, or a launch template that has it",
    ],
  ],
  needs: [
    {
      property: "keyName",
      to: "aws:ec2/keyPair:KeyPair",
      words: (value) => `InvalidKeyPair.NotFound: The key pair '${value}' does not exist`,
    },
    {
      property: "iamInstanceProfile",
      to: "aws:iam/instanceProfile:InstanceProfile",
      words: (value) =>
        `InvalidParameterValue: Value (${value}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
    },
  ],
  computed: (context, id) => {
    const { inputs, dice } = context;
    const groups = inputs["vpcSecurityGroupIds"];
    return {
      ...addresses(context),
      arn: arn(context, "ec2", `instance/${id}`),
      availabilityZone:
        text(inputs, "availabilityZone") ??
        text(subnetOf(context) ?? {}, "availabilityZone") ??
        `${regionOf(context)}a`,
      instanceInitiatedShutdownBehavior: text(inputs, "instanceInitiatedShutdownBehavior") ?? "stop",
      instanceState: "running",
      metadataOptions: {
        httpEndpoint: "enabled",
        httpProtocolIpv6: "disabled",
        httpPutResponseHopLimit: 1,
        httpTokens: "optional",
        instanceMetadataTags: "disabled",
        ...part(inputs, "metadataOptions"),
      },
      primaryNetworkInterfaceId: `eni-0${dice.hex("interface", 16)}`,
      rootBlockDevice: {
        deleteOnTermination: true,
        deviceName: "/dev/xvda",
        encrypted: false,
        iops: 3000,
        throughput: 125,
        volumeId: `vol-0${dice.hex("root", 16)}`,
        volumeSize: 8,
        volumeType: "gp3",
        ...part(inputs, "rootBlockDevice"),
      },
      subnetId: text(inputs, "subnetId") ?? `subnet-0${dice.hex("subnet", 16)}`,
      tenancy: text(inputs, "tenancy") ?? "default",
      vpcSecurityGroupIds: isList(groups) && groups.length > 0 ? groups : [`sg-0${dice.hex("group", 16)}`],
    };
  },
  holds: ({ inputs }, id) =>
    inputs["disableApiTermination"] === true
      ? `OperationNotPermitted: The instance '${id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`
      : undefined,
  forceNew: [
    "ami",
    "associatePublicIpAddress",
    "availabilityZone",
    "cpuOptions",
    "enclaveOptions",
    "ephemeralBlockDevices",
    "hibernation",
    "hostResourceGroupArn",
    "ipv6AddressCount",
    "keyName",
    "networkInterfaces",
    "placementGroup",
    "privateIp",
    "region",
    "securityGroups",
    "subnetId",
  ],
  otherwise: "update",
  source: "Amazon EC2 API Reference: RunInstances, ModifyInstanceAttribute, TerminateInstances",
};
