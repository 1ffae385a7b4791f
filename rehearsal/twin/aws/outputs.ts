import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { partsOf } from "../life/token.ts";
import type { PropertyType } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { arnOf, regionOf } from "./arn.ts";

/** Tags with the provider's own under them. */
export function tagsAll({ inputs, site }: Context): Properties {
  const defaults = isObject(site.config["defaultTags"]) ? site.config["defaultTags"]["tags"] : undefined;
  return { ...(isObject(defaults) && defaults), ...(isObject(inputs["tags"]) && inputs["tags"]) };
}

/** Outputs that the provider already knows when it plans. */
export const planned = (context: Context): Properties => ({
  ...(context.schema?.outputs["tagsAll"] && { tagsAll: tagsAll(context) }),
  ...(context.schema?.outputs["region"]?.type.kind === "string" && { region: regionOf(context) }),
});

/** How the ids of a family begin, by how the outputs that hold them end. */
const FAMILIES: readonly (readonly [ending: RegExp, prefix: string, length: number])[] = [
  [/networkAclId$/i, "acl-0", 16],
  [/routeTableId$/i, "rtb-0", 16],
  [/securityGroupId$/i, "sg-0", 16],
  [/networkInterfaceId$/i, "eni-0", 16],
  [/subnetId$/i, "subnet-0", 16],
  [/vpcId$/i, "vpc-0", 16],
  [/vpcEndpointId$/i, "vpce-0", 16],
  [/volumeId$/i, "vol-0", 16],
  [/allocationId$/i, "eipalloc-0", 16],
  [/transitGatewayId$/i, "tgw-0", 16],
  [/securityGroupRuleId$/i, "sgr-0", 16],
  [/dhcpOptionsId$/i, "dopt-", 8],
  [/prefixListId$/i, "pl-", 8],
];
/** An id that the service makes, of the family that its name tells. */
function ofFamily(name: string, { dice, schema }: Context, id: string): string | undefined {
  const [, prefix, length] = FAMILIES.find(([ending]) => ending.test(name)) ?? [];
  if (prefix === undefined || schema?.inputs[name] !== undefined) return undefined;
  return id.startsWith(prefix.slice(0, -1)) && !/^default|^main/.test(name)
    ? id
    : `${prefix}${dice.hex(name.replace(/^main/, "default"), length ?? 16)}`;
}

type Rule = (context: Context, id: string) => Value | undefined;

const STRINGS: { readonly [name: string]: Rule } = {
  arn: arnOf,
  region: regionOf,
  ownerId: ({ site }) => site.account,
  accountId: ({ site }) => site.account,
  awsAccountId: ({ site }) => site.account,
  registryId: ({ site }) => site.account,
  networkBorderGroup: regionOf,
  homeRegion: regionOf,
  state: ({ type }) => (partsOf(type).module === "ec2" ? "available" : "ACTIVE"),
  status: ({ type }) => (partsOf(type).module === "rds" ? "available" : "ACTIVE"),
  hostedZoneId: ({ dice }) => `Z${dice.letters("zone", 13, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`,
  availabilityZone: (context) => `${regionOf(context)}a`,
  vpcId: (context) => vpcOf(context),
  privateIp: (context) => privateAddress(context),
};

/** One computed output by its name. */
export function output(name: string, type: PropertyType, context: Context, id: string): Value | undefined {
  if (name === "tagsAll") return tagsAll(context);
  if (name === "version" && type.kind === "number" && context.schema?.inputs[name] === undefined) return 1;
  if (type.kind !== "string") return undefined;
  if (name === "id") return id;
  return STRINGS[name]?.(context, id) ?? ofFamily(name, context, id);
}

/** The network that the named subnets or security groups are in. */
function vpcOf({ inputs, world, dice }: Context): string | undefined {
  const lists = [inputs["subnetIds"], inputs["subnets"], inputs["vpcSecurityGroupIds"]].filter(
    (ids) => ids !== undefined,
  );
  const ids = [text(inputs, "subnetId"), ...lists.flatMap((list) => (isList(list) ? list : []))];
  for (const id of ids) {
    if (typeof id !== "string") continue;
    const there =
      world.find("aws", "aws:ec2/subnet:Subnet", id) ?? world.find("aws", "aws:ec2/securityGroup:SecurityGroup", id);
    const vpc = there && text(there.outputs, "vpcId");
    if (vpc !== undefined) return vpc;
  }
  // subnets that nobody made here are in a network all the same
  return ids.some((id) => typeof id === "string") ? `vpc-0${dice.hex("vpc", 16)}` : undefined;
}

const subnetOf = ({ inputs, world }: Context): string =>
  text(world.find("aws", "aws:ec2/subnet:Subnet", text(inputs, "subnetId") ?? "")?.outputs ?? {}, "cidrBlock") ??
  "172.31.0.0/20";

/** An address in the subnet of a machine. */
export const privateAddress = (context: Context): string => addressIn(subnetOf(context), context);

/** An address of a block, beyond the first four, which the service keeps for itself. */
function addressIn(block: string, { dice }: Context): string {
  const [base = "", prefix = ""] = block.split("/");
  const start = base.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const offset = 4 + (Number.parseInt(dice.hex("address", 8), 16) % (2 ** (32 - Number(prefix)) - 5));
  return [24, 16, 8, 0].map((bits) => Math.floor((start + offset) / 2 ** bits) % 256).join(".");
}
