import type { Bag, Read, Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, holds, type Truth } from "../../core/truth.ts";
import { namespaceOf } from "../../models/namespace.ts";
import { podOf } from "../../models/pod.ts";
import { carries } from "../../models/selector.ts";
import { uncovered } from "../hop.ts";
import type { PodSide } from "../pod.ts";

export const SERVICE = "kubernetes:core/v1:Service";

/** A Service, and whether it leads to some pods. */
export interface Leading {
  readonly service: Resource;
  readonly its: Truth;
}

/** The Services that lead, or may lead, to pods. */
export function servicesOf(to: PodSide): readonly Leading[] {
  return to.cluster
    .objects(SERVICE)
    .map(({ object: service, here }) => ({
      service,
      its: allOf([here, holds(namespaceOf(service), (name) => name === to.namespace), picks(service, to)]),
    }))
    .filter(({ its }) => its !== false);
}

// a Service without a selector leads where somebody else says
function picks(service: Resource, to: PodSide): Truth {
  const selector = service.bag("spec.selector");
  if (selector.self().state === "absent") return uncovered(service.name, "is a Service without a selector");
  return carries(selector, to.labels);
}

/** The port of its pods that a port of a Service, by number or name, leads to. */
export function podPortOf(service: Resource, wanted: string, to: PodSide): Read<number> {
  const ports = service.list("spec.ports");
  if (ports.state !== "known") return ports.state === "unknown" ? ports : { state: "absent", path: ports.path };
  const entry = ports.value.find((port) => isSaid(port.text("port"), wanted) || isSaid(port.text("name"), wanted));
  const hidden = ports.value.map((port) => port.text("port")).find(({ state }) => state === "unknown");
  if (entry === undefined) return hidden?.state === "unknown" ? hidden : { state: "absent", path: ports.path };
  const target = entry.text("targetPort");
  if (target.state === "unknown") return target;
  if (target.state === "absent") return entry.number("port");
  return /^\d+$/.test(target.value) ? entry.number("targetPort") : namedPort(target.value, to);
}

function namedPort(name: string, { workload, namespace }: PodSide): Read<number> {
  const said = (workload && podOf(workload))?.containers ?? [];
  const ports = said.flatMap((container): readonly Bag[] => {
    const list = "state" in container ? container : container.list("ports");
    return list.state === "known" ? list.value : [];
  });
  const found = ports.find((port) => isSaid(port.text("name"), name));
  return found?.number("containerPort") ?? uncovered(namespace, `has pods whose port ${name} is not shown`);
}

function isSaid(read: Read<string>, text: string): boolean {
  return read.state === "known" && read.value === text;
}

/** Whether a name that stands in an object means a Service: both are in one namespace of one cluster. */
export function isNamed(service: Resource, name: Read<string>, by: Resource, namespace = namespaceOf(by)): Truth {
  const [own, place] = [service.text("metadata.name"), namespaceOf(service)];
  if (own.state !== "known" || place.state !== "known") return [own, place].find(isHidden) ?? false;
  return allOf([holds(name, (text) => text === own.value), holds(namespace, (text) => text === place.value)]);
}

function isHidden(read: Read): read is Unknown {
  return read.state === "unknown";
}
