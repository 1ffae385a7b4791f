import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, someItem, type Truth } from "../../core/truth.ts";
import { namespaceOf } from "../../models/namespace.ts";
import { podOf } from "../../models/pod.ts";
import { carries } from "../../models/selector.ts";
import type { Internet, Port } from "../declaration.ts";
import { holdsHost } from "../entry/host.ts";
import { type Hop, uncovered } from "../hop.ts";
import { isMember, isProxied, meshAt } from "../mesh.ts";
import type { PodSide } from "../pod.ts";

const ENTRY = "kubernetes:networking.istio.io/v1:ServiceEntry";
const SIDECAR = "kubernetes:networking.istio.io/v1:Sidecar";
const MODE = "outboundTrafficPolicy.mode";
/** Annotations that let calls of a pod pass its proxy by. */
const EXCLUDED = ["traffic.sidecar.istio.io/excludeOutboundPorts", "traffic.sidecar.istio.io/excludeOutboundIPRanges"];

/** Whether the mesh lets a pod call what stands in no registry; nothing where it asks nobody. */
export function registryHop(from: PodSide, { host }: Internet, port: Port): Hop | undefined {
  const mesh = meshAt(from.cluster);
  const member = isMember(from);
  if (mesh === undefined || member === false || !isProxied(port)) return undefined;
  const only = holds(mesh.config.text(MODE), (mode) => mode === "REGISTRY_ONLY");
  const sidecars = from.cluster
    .objects(SIDECAR)
    .filter(({ object, here }) => allOf([here, isOf(object, from)]) !== false);
  const any = anyOf(sidecars.map(({ object }) => isSet(object.read(`spec.${MODE}`))));
  const entries = from.cluster
    .objects(ENTRY)
    .map(({ object, here }) => ({ object, lets: allOf([here, isFor(object, host, port), isSeen(object, from)]) }))
    .filter(({ lets }) => lets !== false);
  const named = anyOf(entries.map(({ lets }) => lets));
  const open = anyOf([not(member), not(only), named, excluded(from)]);
  return {
    what: `the mesh's registry for pods of ${from.namespace}`,
    open:
      any === false
        ? doubted(open)
        : uncovered(from.namespace, "has a Sidecar with a mode of its own, which is not read"),
    by: (entries.length > 0 ? entries : sidecars).map(({ object }) => object.urn),
  };
}

// who rules a pod goes round its proxy: a registry alone keeps nobody in (istio.io, security best practices)
function doubted(open: Truth): Truth {
  return open === false ? uncovered(MODE, "is what refuses, which binds the app and not who has taken it over") : open;
}

function isFor(entry: Resource, host: string | undefined, { number }: Port): Truth {
  return allOf([
    holds(entry.text("spec.location"), (location) => location === "MESH_EXTERNAL", true),
    anyItem(entry.list("spec.hosts"), (pattern) => holdsHost(pattern, host)),
    someItem(entry.list("spec.ports"), (port) => holds(port.number("number"), (own) => own === number)),
  ]);
}

/** Whether an entry is shown to a namespace, and its Sidecar takes it. */
function isSeen(entry: Resource, from: PodSide): Truth {
  const home = namespaceOf(entry);
  const own = holds(home, (name) => name === from.namespace);
  const exported = entry.list("spec.exportTo");
  const shown = anyOf([
    own,
    exported.state === "absent" || anyItem(exported, (word) => word === "*" || word === from.namespace),
  ]);
  const sidecars = from.cluster
    .objects(SIDECAR)
    .filter(({ object, here }) => allOf([here, isOf(object, from)]) !== false);
  const taken = sidecars.map(({ object }) => takes(object, entry, from));
  return allOf([shown, ...taken]);
}

function isOf(sidecar: Resource, from: PodSide): Truth {
  const place = holds(namespaceOf(sidecar), (name) => name === from.namespace);
  const selector = sidecar.bag("spec.workloadSelector");
  const labels: Bag = selector.bag("labels");
  return allOf([place, anyOf([not(isSet(labels.self())), carries(labels, from.labels)])]);
}

function takes(sidecar: Resource, entry: Resource, from: PodSide): Truth {
  const home = namespaceOf(entry);
  if (home.state !== "known") return home.state === "unknown" && home;
  return someItem(sidecar.list("spec.egress"), (egress) =>
    anyItem(egress.list("hosts"), (text) => {
      const [place = "", name = "*"] = text.split("/");
      const inPlace = place === "*" || place === home.value || (place === "." && home.value === from.namespace);
      const hosts = entry.list("spec.hosts");
      return inPlace && (name === "*" || anyItem(hosts, (own) => own === name || holdsHost(name, own)) === true);
    }),
  );
}

function excluded({ workload }: PodSide): Truth {
  const notes = workload && podOf(workload)?.metadata.bag("annotations");
  const any = anyOf(EXCLUDED.map((name) => isSet(notes?.under(name).self() ?? { state: "absent", path: name })));
  return any === true ? uncovered(workload?.name ?? "", "lets some calls pass the proxy by, which is not read") : any;
}
