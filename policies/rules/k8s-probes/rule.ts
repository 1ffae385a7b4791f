import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { decide, every, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { POD_TYPES, podOf } from "../../models/pod.ts";

// what ends by itself is not asked whether it is ready; a template of somebody else is judged where it is used
const SERVING = POD_TYPES.filter((type) => !/:(Job|CronJob|PodTemplate|Pod)$/.test(type));
// Knative asks the port by itself
const KNATIVE = "kubernetes:serving.knative.dev/v1:Service";
const PROBES = ["readinessProbe", "livenessProbe"] as const;

function judge(workload: Resource): readonly Verdict[] {
  const pod = podOf(workload);
  if (pod === undefined) return [notApplicable("its pods stand in another object")];
  const list = pod.spec.list("containers");
  const self = pod.spec.self();
  if (self.state === "unknown") return [undetermined(self)];
  if (list.state !== "known")
    return [list.state === "unknown" ? undetermined(list) : notApplicable("has no containers")];
  return every(list.value.flatMap((container) => PROBES.map((probe) => asked(container, probe, workload.type))));
}

function asked(container: Bag, probe: (typeof PROBES)[number], type: string): Verdict {
  const byItself = type === KNATIVE && probe === "readinessProbe";
  return decide(container.read(probe), {
    known: (value) => (typeof value === "object" && Object.keys(value as object).length === 0 ? "asks nothing" : PASS),
    absent: byItself ? undefined : "is not set",
  });
}

export const k8sProbes: Rule = {
  id: "k8s-probes",
  packs: ["reliability"],
  title: "Containers say when they are ready and whether they live",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "Without probes, requests go to pods that cannot answer yet, and to those that never will again.",
  equivalents: ["CKV_K8S_8", "CKV_K8S_9"],
  fixText: ({ path }) =>
    `Set \`${path.split(".").at(-1) ?? "readinessProbe"}\` with \`httpGet\`, \`grpc\`, \`tcpSocket\` or \`exec\`.`,
  checks: each(SERVING, judge),
};
