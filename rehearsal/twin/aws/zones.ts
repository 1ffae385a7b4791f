import { isList, type Value } from "../../wire/value.ts";
import { type Context, text } from "../type.ts";

/** Whether subnets lie in two Availability Zones, where any are named; one whose zone AWS chose may well lie in another. */
export function inTwoZones({ world }: Pick<Context, "world">, subnets: Value | undefined): boolean {
  if (!isList(subnets)) return true;
  const zones = subnets.map((id) => {
    const there = typeof id === "string" ? world.find("aws", "aws:ec2/subnet:Subnet", id) : undefined;
    const chosen = there && (text(there.inputs, "availabilityZone") ?? text(there.inputs, "availabilityZoneId"));
    return (chosen && text(there.outputs, "availabilityZone")) ?? id;
  });
  return new Set(zones).size >= 2;
}
