import type { Bag } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, isSet, someItem, type Truth } from "../core/truth.ts";
import { isPublicAtAll } from "../models/address.ts";
import { namespaceOf } from "../models/namespace.ts";
import { podOf } from "../models/pod.ts";
import { labelsIn } from "../models/selector.ts";
import { type Hop, uncovered } from "./hop.ts";
import type { PodSide } from "./pod.ts";
import { podRanges } from "./ranges.ts";

const SERVICE = "kubernetes:core/v1:Service";
const NEG = "cloud.google.com/neg";
/** What leads callers to a Service. */
const LEADERS = [
  "kubernetes:networking.k8s.io/v1:Ingress",
  "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
  "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
];

/** Whether anything gives pods a way in from the internet; what does is named, and not followed. */
export function entryHop(to: PodSide): Hop {
  const services = to.cluster
    .objects(SERVICE)
    .map(({ object, here }) => ({
      object,
      meant: allOf([here, holds(namespaceOf(object), (name) => name === to.namespace), picks(object, to)]),
    }))
    .filter(({ meant }) => meant !== false);
  const outward = services.filter(({ object }) => opensOutward(object) !== false).map(({ object }) => object);
  const leading = services.flatMap(({ object }) => leadersTo(object, to));
  const entries = [...outward, ...leading];
  const [first] = entries;
  return {
    what: `a way in from the internet to pods of ${to.namespace} at ${to.cluster.resource.name}`,
    open:
      first === undefined
        ? hasNoAddress(to)
        : uncovered(
            first.name,
            `may lead from the internet to these pods: a ${first.type.split(":").at(-1) ?? ""} is not followed`,
          ),
    by: (first === undefined ? services.map(({ object }) => object) : entries).map(({ urn }) => urn),
  };
}

// a Service without a selector leads where somebody else says
function picks(service: Resource, to: PodSide): Truth {
  const selector = service.bag("spec.selector");
  const names = selector.keys();
  if (names.state !== "known")
    return names.state === "unknown" ? names : uncovered(service.name, "is a Service without a selector");
  return allOf(
    names.value.map((name) => {
      const wanted = selector.under(name).itself();
      if (wanted.state !== "known") return wanted.state === "unknown" && wanted;
      return holds(to.labels(name), (own) => own === wanted.value);
    }),
  );
}

function opensOutward(service: Resource): Truth {
  return anyOf([
    holds(service.text("spec.type"), (type) => type === "LoadBalancer" || type === "NodePort"),
    holds(service.list("spec.externalIPs"), (list) => list.length > 0),
    isSet(labelsIn(service.bag("metadata.annotations"))(NEG)),
  ]);
}

function leadersTo(service: Resource, to: PodSide): readonly Resource[] {
  const name = service.text("metadata.name");
  return LEADERS.flatMap((type) => to.cluster.objects(type))
    .filter(({ object, here }) => {
      // whatever names the Service anywhere counts: too many are named rather than too few
      const said = name.state === "known" ? mentions(object, name.value) : true;
      return allOf([here, said]) !== false;
    })
    .map(({ object }) => object);
}

function mentions(object: Resource, name: string): Truth {
  return within(object.bag("spec"), name);
}

function within(bag: Bag, name: string): Truth {
  const self = bag.self();
  if (self.state !== "known") return self.state === "unknown" && self;
  if (typeof self.value === "string") return self.value === name;
  if (Array.isArray(self.value)) return someItem(bag.items(), (item) => within(item, name));
  const keys = bag.keys();
  return keys.state === "known" && anyOf(keys.value.map((key) => within(bag.under(key), name)));
}

/** False where pods have private addresses only, and no part of their machine's. */
function hasNoAddress(to: PodSide): Truth {
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
