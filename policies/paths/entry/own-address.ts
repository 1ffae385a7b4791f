import { anyOf, holds, isSet, someItem, type Truth } from "../../core/truth.ts";
import { isPublicAtAll } from "../../models/address.ts";
import { podOf } from "../../models/pod.ts";
import { uncovered } from "../hop.ts";
import type { PodSide } from "../pod.ts";
import { podRanges } from "../ranges.ts";

/** Whether pods can be called at an address of their own: not where it is private, and no part of their machine's. */
export function hasOwnAddress(to: PodSide): Truth {
  const ranges = podRanges(to.cluster);
  if (ranges.state === "unknown") return ranges;
  const open = ranges.state === "known" && isPublicAtAll(ranges.value);
  if (open) return uncovered(to.cluster.resource.name, "gives its pods public addresses");
  if (to.workload === undefined)
    return uncovered(to.namespace, "has several workloads of these pods, or none that is shown");
  const spec = podOf(to.workload);
  const onHost = anyOf([
    holds(spec?.spec.flag("hostNetwork") ?? { state: "absent", path: "" }, (on) => on),
    ...(spec?.containers ?? []).map((container) =>
      "state" in container ? container : someItem(container.list("ports"), (port) => isSet(port.read("hostPort"))),
    ),
  ]);
  return onHost === false ? false : uncovered(to.workload.name, "may use addresses of its machine");
}
