import type { Bag } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import type { GraphRun } from "../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../core/truth.ts";
import { notApplicable, notCovered, undetermined, type Verdict } from "../core/verdict.ts";
import { inMesh, inRoot, meshOf, seesRoot } from "./mesh.ts";
import { sameNamespace } from "./namespace.ts";
import { selectsAll } from "./selector.ts";

/** Whether a policy is about every workload where it stands. */
export function isForAll(policy: Resource): Truth {
  const named = anyOf([
    holds(policy.list("spec.targetRefs"), (list) => list.length > 0),
    isSet(policy.read("spec.targetRef")),
  ]);
  return allOf([selectsAll(policy.bag("spec.selector")), not(named)]);
}

/** Whether a policy lets through what it lists. */
export function allows(policy: Bag): Truth {
  return holds(policy.text("spec.action"), (action) => action === "ALLOW", true);
}

/** A policy that allows, and lists nothing: what no other policy allows is denied. */
export function allowsNothing(policy: Resource): Truth {
  return allOf([allows(policy), not(holds(policy.list("spec.rules"), (list) => list.length > 0))]);
}

/** Whether a namespace of a mesh has a policy of its own or of the whole mesh that is as it should be. */
export function covered(
  namespace: Resource,
  { graph }: GraphRun,
  {
    type,
    fits,
    otherwise,
  }: { readonly type: string; readonly fits: (policy: Resource) => Truth; readonly otherwise: string },
): Verdict {
  const member = inMesh(namespace);
  if (member === false) return notApplicable("is not in a mesh");
  const mesh = meshOf(namespace, graph);
  if (mesh.declared === false) return notCovered("metadata.labels", "is in a mesh that another stack declares");
  const seen = seesRoot(mesh, namespace, graph);
  const has = anyOf(
    graph
      .ofType(type)
      .filter(({ providerUrn }) => providerUrn === namespace.providerUrn)
      .map((policy) => {
        const place = anyOf([sameNamespace(namespace, policy), allOf([inRoot(policy, mesh), seen])]);
        return place === false ? false : allOf([place, isForAll(policy), fits(policy)]);
      }),
  );
  const verdict = faultIf(not(has), "", otherwise);
  const open = [member, mesh.declared].find((truth) => typeof truth !== "boolean");
  return open !== undefined && typeof open !== "boolean" && verdict.word === "fail" ? undetermined(open) : verdict;
}
