import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { type TwinType, text } from "../type.ts";
import type { WorldView } from "../world/world.ts";

const HTTPS = 443;
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
/** Rules that stand by themselves, and what says that one lets in. */
const RULES: { readonly [type: string]: (rule: Properties) => boolean } = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": (rule) => onHttps(rule, rule["ipProtocol"]),
  "aws:ec2/securityGroupRule:SecurityGroupRule": (rule) =>
    rule["type"] === "ingress" && onHttps(rule, rule["protocol"]),
};

function onHttps({ fromPort, toPort }: Properties, protocol: Value | undefined): boolean {
  if (protocol === "-1" || protocol === "all") return true;
  const isTcp = protocol === "tcp" || protocol === "6";
  return isTcp && Number(fromPort ?? 0) <= HTTPS && HTTPS <= Number(toPort ?? fromPort ?? 0);
}

/** Why nobody gets to a private API server from outside its own groups (Amazon EKS User Guide, "Cluster API server endpoint"). */
export const closedEks: NonNullable<TwinType["closed"]> = ({ vpcConfig }, world) => {
  if (!isObject(vpcConfig) || vpcConfig["endpointPublicAccess"] !== false) return undefined;
  const given = isList(vpcConfig["securityGroupIds"]) ? vpcConfig["securityGroupIds"] : [];
  const groups = [text(vpcConfig, "clusterSecurityGroupId"), ...given].filter((id) => typeof id === "string");
  const open = given.some((id) => letsIn(world, id)) || groups.some((id) => hasRule(world, id));
  return open
    ? undefined
    : `the API server answers in its network only, and no rule of ${groups.join(", ")} lets anybody in on port 443`;
};

/** A group that nobody made here may let in whom it likes. */
function letsIn(world: WorldView, id: Value): boolean {
  const group = typeof id === "string" ? world.find("aws", GROUP, id) : undefined;
  if (group === undefined || group.origin === "assumed") return true;
  const { ingress } = group.outputs;
  return isList(ingress) && ingress.some((rule) => isObject(rule) && onHttps(rule, rule["protocol"]));
}

function hasRule(world: WorldView, id: string): boolean {
  return Object.entries(RULES).some(([type, opens]) =>
    world.list("aws", type).some(({ outputs }) => outputs["securityGroupId"] === id && opens(outputs)),
  );
}
