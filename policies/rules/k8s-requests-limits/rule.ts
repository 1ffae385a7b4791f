import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { namespaceOf, sameNamespace } from "../../models/namespace.ts";
import { POD_TYPES, podOf } from "../../models/pod.ts";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const QUOTA = "kubernetes:core/v1:ResourceQuota";
const RANGE = "kubernetes:core/v1:LimitRange";

/** What a container must say; a limit alone is its own request. */
const ASKED = [
  { path: "resources.requests.cpu", instead: "resources.limits.cpu", range: ["defaultRequest.cpu", "default.cpu"] },
  {
    path: "resources.requests.memory",
    instead: "resources.limits.memory",
    range: ["defaultRequest.memory", "default.memory"],
  },
  { path: "resources.limits.memory", instead: undefined, range: ["default.memory"] },
] as const;

const isThere = (bag: Bag, path: string): Truth => isSet(bag.read(path));

function pod(workload: Resource, { graph }: GraphRun): readonly Verdict[] {
  const found = podOf(workload);
  if (found === undefined) return [notApplicable("its pods stand in another object")];
  const self = found.spec.self();
  if (self.state === "unknown") return [undetermined(self)];
  const given = (paths: readonly string[]) =>
    anyOf(graph.ofType(RANGE).map((range) => allOf([sameNamespace(workload, range), gives(range, paths)])));
  return every(
    found.containers.flatMap((container) => {
      if ("state" in container) return [undetermined(container)];
      return ASKED.map(({ path, instead, range }) => {
        const said = anyOf([
          isThere(container, path),
          instead === undefined ? false : isThere(container, instead),
          given(range),
        ]);
        return faultIf(not(said), container.bag(path).path, "is not set, and no LimitRange gives it");
      });
    }),
  );
}

function gives(range: Bag, paths: readonly string[]): Truth {
  const limits = range.list("spec.limits");
  if (limits.state !== "known") return limits.state === "unknown" ? limits : false;
  return anyOf(
    limits.value.map((limit) =>
      allOf([
        holds(limit.text("type"), (type) => type === "Container"),
        anyOf(paths.map((path) => isThere(limit, path))),
      ]),
    ),
  );
}

function namespace(own: Resource, { graph }: GraphRun): Verdict {
  const name = namespaceOf(own);
  if (name.state === "known" && name.value.startsWith("kube-")) return notApplicable("belongs to the cluster itself");
  const has = anyOf(graph.ofType(QUOTA).map((quota) => sameNamespace(own, quota)));
  const verdict = faultIf(not(has), "", "has no ResourceQuota");
  return name.state === "unknown" && verdict.word === "fail" ? undetermined(name) : verdict;
}

const saysSomething = (own: Bag, path: string): Verdict => {
  const names = own.bag(path).keys();
  return faultIf(
    holds(names, ({ length }) => length === 0, true),
    path,
    "holds nothing",
  );
};

export const k8sRequestsLimits: Rule = {
  id: "k8s-requests-limits",
  packs: ["cost"],
  title: "Containers say what they need, and namespaces how much there is",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "What asks for nothing is placed anywhere and takes everything: nodes are bought by guess, and one pod starves its neighbours.",
  equivalents: [
    "CKV_K8S_10",
    "CKV_K8S_11",
    "CKV_K8S_12",
    "CKV_K8S_13",
    "KSV-0011",
    "KSV-0015",
    "KSV-0016",
    "KSV-0018",
    "KSV-0039",
    "KSV-0040",
  ],
  fixText: ({ type, path }) => {
    if (type === NAMESPACE)
      return "Add a ResourceQuota with `spec.hard` for `requests.cpu`, `requests.memory` and `limits.memory`.";
    if (type === QUOTA || type === RANGE) return `Fill \`${path}\`, or delete the object.`;
    return `Set \`${path.slice(path.indexOf("resources"))}\` on the container.`;
  },
  checks: {
    ...each(POD_TYPES, pod),
    [NAMESPACE]: namespace,
    [QUOTA]: (own) => saysSomething(own, "spec.hard"),
    [RANGE]: (own) => saysSomething(own, "spec.limits"),
  },
};
