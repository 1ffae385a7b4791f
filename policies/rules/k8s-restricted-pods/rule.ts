import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, every, forAll, notApplicable, notCovered, undetermined, type Verdict } from "../../core/verdict.ts";
import { POD_TYPES, podOf } from "../../models/pod.ts";
import { containerFaults, hostProcess, mustNot, root } from "./container.ts";

// what a restricted pod may mount
const VOLUMES = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "name",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

function judge(workload: Resource): readonly Verdict[] {
  const pod = podOf(workload);
  if (pod === undefined) return [notApplicable("its pods stand in another object")];
  const { spec } = pod;
  if (spec.self().state === "unknown") return [undetermined({ state: "unknown", path: spec.path })];
  const windows = holds(spec.text("os.name"), (name) => name === "windows");
  if (windows === true) return [notCovered(spec.bag("os.name").path, "is windows, whose pods have other settings")];
  if (windows !== false) return [undetermined(windows)];
  const context = spec.bag("securityContext");
  return every([
    ...["hostNetwork", "hostPID", "hostIPC"].map((name) => mustNot(spec.flag(name), "is true")),
    root(context.number("runAsUser")),
    hostProcess(context),
    ...volumes(spec),
    ...pod.containers.flatMap((container) =>
      "state" in container ? [undetermined(container)] : containerFaults(container, spec),
    ),
  ]);
}

function volumes(spec: Bag): readonly Verdict[] {
  return forAll(spec.list("volumes"), (volume) =>
    decide(volume.keys(), {
      known: (names) => {
        const other = names.find((name) => !VOLUMES.has(name));
        return other === undefined ? undefined : `mounts ${other}`;
      },
    }),
  );
}

export const k8sRestrictedPods: Rule = {
  id: "k8s-restricted-pods",
  packs: ["zero-trust"],
  title: 'Pods meet the Pod Security standard "restricted"',
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "A container that runs as root, or shares the node's namespaces, owns the node once it is broken into.",
  equivalents: [
    "CKV_K8S_16",
    "CKV_K8S_17",
    "CKV_K8S_18",
    "CKV_K8S_19",
    "CKV_K8S_20",
    "CKV_K8S_23",
    "CKV_K8S_31",
    "CKV_K8S_37",
    "KSV-0001",
    "KSV-0009",
    "KSV-0010",
    "KSV-0012",
    "KSV-0017",
    "KSV-0023",
    "KSV-0030",
    "KSV-0106",
  ],
  fixText: ({ path }) => {
    const last = path.split(".").at(-1) ?? "";
    return FIXES[last] ?? `Remove \`${path}\`.`;
  },
  inPlace: POD_TYPES.filter((type) => !/:(Pod|Job)$/.test(type)),
  checks: each(POD_TYPES, judge),
};

const FIXES: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: "Set `securityContext.allowPrivilegeEscalation: false` on the container.",
  drop: "Set `securityContext.capabilities.drop: [ALL]` on the container.",
  procMount: "Leave `procMount` out.",
  runAsNonRoot: "Set `securityContext.runAsNonRoot: true` on the pod, with an image whose user is not root.",
  runAsUser: "Leave `runAsUser` out, or give the number of another user.",
  type: "Set `securityContext.seccompProfile.type: RuntimeDefault` on the pod.",
};
