import type { Graph } from "../core/graph.ts";
import type { Bag } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, type Truth } from "../core/truth.ts";
import { namespaceOf } from "../models/namespace.ts";
import { labelsIn, selects } from "../models/selector.ts";
import { uncovered } from "./hop.ts";

/** A cluster that may be a member. */
interface Cluster {
  readonly resource: Resource;
  readonly graph: Graph;
}
const MEMBER = "kubernetes:cluster.karmada.io/v1alpha1:Cluster";
const POLICY = "kubernetes:policy.karmada.io/v1alpha1:PropagationPolicy";
/** What changes placement for whole federations, in ways that are not read here. */
const OTHERS = [
  "kubernetes:policy.karmada.io/v1alpha1:ClusterPropagationPolicy",
  "kubernetes:policy.karmada.io/v1alpha1:OverridePolicy",
  "kubernetes:policy.karmada.io/v1alpha1:ClusterOverridePolicy",
];
// Karmada gives every member each namespace that does not say this
const SKIP = "namespace.karmada.io/skip-auto-propagation";

/** Whether a federation of Karmada gives an object to one of its members. */
export function placedOn(object: Resource, cluster: Cluster): Truth {
  const beside = ({ providerUrn }: Resource) => providerUrn !== undefined && providerUrn === object.providerUrn;
  const members = cluster.graph.ofType(MEMBER).filter(beside);
  if (members.length === 0) return false;
  const member = memberOf(members, cluster);
  if (typeof member !== "string") return member;
  if (object.type === "kubernetes:core/v1:Namespace") {
    return not(holds(labelsIn(object.bag("metadata.labels"))(SKIP), (word) => word === "true"));
  }
  const other = OTHERS.flatMap((type) => cluster.graph.ofType(type)).find(beside);
  const policies = cluster.graph.ofType(POLICY).filter(beside);
  const placed = anyOf(policies.map((policy) => allOf([means(policy, object), reaches(policy, member)])));
  return placed !== true && other !== undefined
    ? uncovered(other.name, `is a ${other.type.split(":").at(-1) ?? ""}, which is not read`)
    : placed;
}

/** The name under which a cluster is registered: one member leads to it by its endpoint or its credentials. */
function memberOf(members: readonly Resource[], { resource }: Cluster): string | Truth {
  const tied = members.filter(({ edges }) => Object.values(edges).flat().includes(resource.urn));
  const [member] = tied;
  if (member === undefined || tied.length > 1) return false;
  const name = member.text("metadata.name");
  return name.state === "known" ? name.value : name.state === "unknown" && name;
}

function means(policy: Resource, object: Resource): Truth {
  const selectors = policy.list("spec.resourceSelectors");
  if (selectors.state !== "known") return selectors.state === "unknown" && selectors;
  const kind = object.type.split(":").at(-1);
  return anyOf(
    selectors.value.map((selector) =>
      allOf([
        holds(selector.text("kind"), (one) => one === kind),
        inNamespace(selector, policy, object),
        isMeant(selector, object),
      ]),
    ),
  );
}

function inNamespace(selector: Bag, policy: Resource, object: Resource): Truth {
  const said = selector.text("namespace");
  const wanted = said.state === "absent" ? namespaceOf(policy) : said;
  const own = namespaceOf(object);
  if (wanted.state !== "known") return wanted.state === "unknown" && wanted;
  return holds(own, (name) => name === wanted.value);
}

function isMeant(selector: Bag, object: Resource): Truth {
  const name = selector.text("name");
  if (name.state === "known") return holds(object.text("metadata.name"), (own) => own === name.value);
  if (name.state === "unknown") return name;
  const labels = selector.bag("labelSelector");
  return allOf([anyOf([not(isSet(labels.self())), selects(labels, labelsIn(object.bag("metadata.labels")))])]);
}

function reaches(policy: Resource, member: string): Truth {
  const placement = policy.bag("spec.placement");
  const affinity = placement.bag("clusterAffinity");
  const names = affinity.list("clusterNames");
  const others = ["labelSelector", "fieldSelector", "exclude"].map((key) => isSet(affinity.read(key)));
  const more = anyOf([isSet(placement.read("clusterAffinities")), ...others]);
  const named = names.state === "absent" ? true : anyItem(names, (name) => name === member);
  return more === false ? named : allOf([named, uncovered(placement.path, "chooses members by what is not read")]);
}
