import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, isSet, not, type Truth } from "../core/truth.ts";
import { anyPublic } from "./address.ts";

const AWS = "service.beta.kubernetes.io/aws-load-balancer-";
/** What makes a balancer internal, by annotation: each cloud has its own. */
const INTERNAL: Readonly<Record<string, readonly string[]>> = {
  [`${AWS}scheme`]: ["internal"],
  [`${AWS}internal`]: ["true", "0.0.0.0/0"],
  "networking.gke.io/load-balancer-type": ["internal"],
  "cloud.google.com/load-balancer-type": ["internal"],
  "service.beta.kubernetes.io/azure-load-balancer-internal": ["true"],
  "service.beta.kubernetes.io/oci-load-balancer-internal": ["true"],
  "service.beta.kubernetes.io/openstack-internal-load-balancer": ["true"],
};
/** What keeps the addresses of a balancer that has a name only. */
const FIXED = [`${AWS}private-ipv4-addresses`, `${AWS}eip-allocations`];
const RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";

const annotation = (service: Resource, name: string): Read<string> =>
  service.bag("metadata.annotations").under(name).itself();

/** The controllers of AWS that make a balancer internal unless told otherwise, by class and by annotation. */
const CLASSES = ["service.k8s.aws/nlb", "eks.amazonaws.com/nlb"];
const TYPES = ["external", "nlb-ip"];

function isOfController(service: Resource): Truth {
  return anyOf([
    holds(service.text("spec.loadBalancerClass"), (name) => CLASSES.includes(name)),
    holds(annotation(service, `${AWS}type`), (type) => TYPES.includes(type)),
  ]);
}

/** Whether a balancer has private addresses only. */
export function isInternal(service: Resource): Truth {
  const said = Object.entries(INTERNAL).map(([name, words]) =>
    holds(annotation(service, name), (text) => words.includes(text.toLowerCase())),
  );
  const byDefault = allOf([isOfController(service), not(isSet(annotation(service, `${AWS}scheme`)))]);
  return anyOf([...said, byDefault]);
}

/** Whether a balancer takes calls from a bounded part of the internet only. */
export function isBounded(service: Resource): Truth {
  const list = service.list("spec.loadBalancerSourceRanges");
  const text = annotation(service, RANGES);
  if (list.state === "unknown") return list;
  const blocks = list.state === "known" ? list.value.map((block) => block.itself()) : [];
  if (blocks.length > 0) return not(anyPublic(blocks));
  if (text.state === "unknown") return text;
  const words = text.state === "known" ? text.value.split(",").filter((word) => word.trim() !== "") : [];
  return words.length > 0 && not(anyPublic(words.map((word) => ({ ...text, state: "known", value: word.trim() }))));
}

/** Whether others know a balancer by a name whose addresses may change. */
export function isKnownByName(service: Resource): Truth {
  const names = service.bag("metadata.annotations").keys();
  const ofAws = anyOf([isOfController(service), holds(names, (all) => all.some((name) => name.startsWith(AWS)))]);
  return allOf([ofAws, ...FIXED.map((name) => not(isSet(annotation(service, name))))]);
}
