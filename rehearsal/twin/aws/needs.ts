import { isList } from "../../wire/value.ts";
import type { Need } from "../package.ts";
import type { Context } from "../type.ts";

type Row = readonly [property: string, to: string, words: (value: string) => string];

const noSubnet = (value: string): string => `InvalidSubnetID.NotFound: The subnet ID '${value}' does not exist`;
const noGroup = (value: string): string => `InvalidGroup.NotFound: The security group '${value}' does not exist`;
const noVpc = (value: string): string => `InvalidVpcID.NotFound: The vpc ID '${value}' does not exist`;

/** Properties that mean the same on every type. */
const ROWS: readonly Row[] = [
  ["vpcId", "aws:ec2/vpc:Vpc", noVpc],
  ["subnetId", "aws:ec2/subnet:Subnet", noSubnet],
  ["subnetIds", "aws:ec2/subnet:Subnet", noSubnet],
  ["securityGroupIds", "aws:ec2/securityGroup:SecurityGroup", noGroup],
  ["vpcSecurityGroupIds", "aws:ec2/securityGroup:SecurityGroup", noGroup],
];

/** What an object of any AWS type stands on, by the names of its properties. */
export const needs = ({ inputs }: Context): readonly Need[] =>
  ROWS.flatMap(([property, to, words]) => {
    const value = inputs[property];
    const names = isList(value) ? value : [value];
    return names
      .filter((named) => typeof named === "string" && named !== "")
      .map((named) => ({ to, named: named as string, words }));
  });
