import type { EipArgs } from "@pulumi/aws/ec2/eip.js";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress.js";
import type { AddressArgs } from "@pulumi/gcp/compute/address.js";
import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";
import { isUsed } from "../../models/usage.ts";

const ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";
const IDLE = "is used by nothing in this stack";

function eip(address: Resource<EipArgs>, { graph }: GraphRun): Verdict {
  const own = anyOf((["instance", "networkInterface"] as const).map((path) => holds(address.text(path), Boolean)));
  if (own === true || isUsed(address as Resource, graph)) return faultIf(false, "", IDLE);
  // an association that was computed from nothing here names an address by its id
  const loose = graph.ofType(ASSOCIATION).map((association): Truth => {
    const id = association.text("allocationId");
    const reason = "names an address by an id that may be this one";
    return isSet(id) === false ? false : { state: "unknown", path: `${association.name}.allocationId`, reason };
  });
  return faultIf(allOf([not(own), not(anyOf(loose))]), "", IDLE);
}

/** Reserved addresses are paid for while they wait; internal ones are free. */
function gcp(address: Resource<AddressArgs>, { graph }: GraphRun): Verdict {
  const external = holds(address.text("addressType"), (type) => type.toUpperCase() === "EXTERNAL", true);
  if (external === false) return notApplicable("is an internal address");
  if (isUsed(address as Resource, graph)) return faultIf(false, "", IDLE);
  const named = used(address as Resource, address.text("name"), graph);
  return faultIf(allOf([external, not(named)]), "", IDLE);
}

// where else an address may be named, without an edge
const NAMED: readonly (readonly [type: string, key: string])[] = [
  ["gcp:compute/forwardingRule:ForwardingRule", "ipAddress"],
  ["gcp:dns/recordSet:RecordSet", "rrdatas"],
];

function used(address: Resource, name: Read<string>, graph: Graph): Truth {
  return anyOf(
    NAMED.flatMap(([type, key]) =>
      graph.ofType(type).map((from) => pointsTo({ from, key, value: from.text(key) }, address, name)),
    ),
  );
}

/** A dynamic address exists only while it is attached. */
function azure(address: Resource<PublicIPAddressArgs>, { graph }: GraphRun): Verdict {
  const fixed = holds(address.text("publicIPAllocationMethod"), (method) => method.toLowerCase() === "static");
  const standard = holds(address.text("sku.name"), (name) => name.toLowerCase() === "standard");
  const kept = anyOf([fixed, standard]);
  if (kept === false) return notApplicable("is a dynamic address, which exists only while it is used");
  if (isUsed(address as Resource, graph)) return faultIf(false, "", IDLE);
  return typeof kept === "boolean" ? faultIf(true, "", IDLE) : undetermined(kept);
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
