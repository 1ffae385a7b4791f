import type { EipArgs } from "@pulumi/aws/ec2/eip.js";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress.js";
import type { AddressArgs } from "@pulumi/gcp/compute/address.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { notApplicable, PASS, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";
import { isUsed } from "../../models/usage.ts";

const ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";
const RULE = "gcp:compute/forwardingRule:ForwardingRule";
const IDLE = "is used by nothing in this stack";

function eip(address: Resource<EipArgs>, { graph }: GraphRun): Verdict {
  if (isUsed(address as Resource, graph)) return PASS;
  const own = anyOf((["instance", "networkInterface"] as const).map((path) => holds(address.text(path), Boolean)));
  // an association that was computed from nothing here names an address by its id
  const loose = graph.ofType(ASSOCIATION).filter(({ edges }) => !(edges["allocationId"] ?? edges["publicIp"]));
  const open = loose.map(({ name }): Truth => {
    const reason = "names an address by an id that may be this one";
    return { state: "unknown", path: `${name}.allocationId`, reason };
  });
  return faultIf(allOf([not(own), not(anyOf(open))]), "", IDLE);
}

/** Reserved addresses are paid for while they wait; internal ones are free. */
function gcp(address: Resource<AddressArgs>, { graph }: GraphRun): Verdict {
  const external = holds(address.text("addressType"), (type) => type.toUpperCase() === "EXTERNAL", true);
  if (external === false) return notApplicable("is an internal address");
  if (isUsed(address as Resource, graph)) return PASS;
  // a rule may name it without an edge
  const named = anyOf(
    graph.ofType(RULE).map((from) => {
      const value = from.text("ipAddress");
      return pointsTo({ from, key: "ipAddress", value }, address as Resource, address.text("name"));
    }),
  );
  return faultIf(allOf([external, not(named)]), "", IDLE);
}

/** A dynamic address exists only while it is attached. */
function azure(address: Resource<PublicIPAddressArgs>, { graph }: GraphRun): Verdict {
  const fixed = holds(address.text("publicIPAllocationMethod"), (method) => method.toLowerCase() === "static");
  const standard = holds(address.text("sku.name"), (name) => name.toLowerCase() === "standard");
  const kept = anyOf([fixed, standard]);
  if (kept === false) return notApplicable("is a dynamic address, which exists only while it is used");
  if (isUsed(address as Resource, graph)) return PASS;
  return faultIf(kept, "", IDLE);
}

export const idlePublicIp: Rule = {
  id: "idle-public-ip",
  packs: ["cost"],
  title: "Reserved addresses are attached",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "An address that waits is paid for by the hour, and reserved addresses are forgotten first.",
  equivalents: ["CKV2_AWS_19"],
  fixText: () => "Attach it, or remove it.",
  checks: {
    "aws:ec2/eip:Eip": eip,
    "gcp:compute/address:Address": gcp,
    "azure-native:network:PublicIPAddress": azure,
  },
};
