import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, someItem, type Truth } from "../../core/truth.ts";
import { ISTIO_GATEWAY, VIRTUAL_SERVICE } from "../../models/mesh.ts";
import { namespaceOf } from "../../models/namespace.ts";
import type { Cluster } from "../cluster.ts";
import { uncovered } from "../hop.ts";
import { holdsHost, listHolds } from "./host.ts";
import { elsewhere, type Passage, same } from "./route.ts";

/** The ways of Istio's own gateways to a port of a Service. */
export function meshPassages(service: Resource, ports: readonly string[], cluster: Cluster): readonly Passage[] {
  return cluster.objects(VIRTUAL_SERVICE).flatMap(({ object: route, here }): readonly Passage[] => {
    const back = allOf([here, anyOf([sendsTo(route, service, ports), sendsOtherwise(route, service)])]);
    if (back === false) return [];
    // without gateways a VirtualService is for the mesh inside
    const named = route.list("spec.gateways");
    if (named.state !== "known") return named.state === "unknown" ? [elsewhere(route)] : [];
    return named.value
      .filter((item) => holds(item.itself(), (name) => name === "mesh") !== true)
      .flatMap((item) => {
        const found = cluster.objects(ISTIO_GATEWAY).flatMap(({ object: gateway, here: there }): readonly Passage[] => {
          const meant = allOf([there, refers(item.itself(), route, gateway)]);
          if (meant === false) return [];
          const sends: Passage["sends"] = (host, port) =>
            allOf([back, meant, listHolds(route.list("spec.hosts"), host), served(gateway, host, port)]);
          return [{ route, gateway, sends }];
        });
        return found.length === 0 ? [elsewhere(route)] : found;
      });
  });
}

function refers(said: Read<string>, route: Resource, gateway: Resource): Truth {
  if (said.state !== "known") return said.state === "unknown" && said;
  const [name = "", place] = said.value.split("/").toReversed();
  const at: Read<string> = place === undefined ? namespaceOf(route) : { ...said, value: place };
  return allOf([same(gateway.text("metadata.name"), { ...said, value: name }), same(at, namespaceOf(gateway))]);
}

function sendsTo(route: Resource, service: Resource, ports: readonly string[]): Truth {
  return someItem(route.list("spec.http"), (rule) =>
    allOf([
      not(isSet(rule.read("redirect"))),
      someItem(rule.list("route"), (share) => {
        const port = share.text("destination.port.number");
        const only = ports.length === 1 || uncovered(share.path, "says no port of a Service that has several");
        return allOf([
          isHost(share.text("destination.host"), route, service),
          port.state === "absent" ? only : holds(port, (number) => ports.includes(number)),
          holds(share.number("weight"), (weight) => weight > 0, true),
        ]);
      }),
    ]),
  );
}

function sendsOtherwise(route: Resource, service: Resource): Truth {
  const name = service.text("metadata.name");
  if (name.state !== "known") return name.state === "unknown" && name;
  const hosts = ["tcp", "tls"].map((kind) =>
    someItem(route.list(`spec.${kind}`), (rule) =>
      someItem(rule.list("route"), (share) => isHost(share.text("destination.host"), route, service)),
    ),
  );
  const other = anyOf(hosts);
  return other === true ? uncovered(route.name, "routes connections, which is not followed") : other;
}

/** Whether a host of the mesh is a Service: its name alone in its own namespace, or all of its name. */
function isHost(host: Read<string>, route: Resource, service: Resource): Truth {
  const [name, place] = [service.text("metadata.name"), namespaceOf(service)];
  if (name.state !== "known" || place.state !== "known" || host.state !== "known")
    return [name, place, host].find((read) => read.state === "unknown") ?? false;
  const full = `${name.value}.${place.value}`;
  if (host.value === name.value) return same(namespaceOf(route), place);
  return [full, `${full}.svc`].includes(host.value) || host.value.startsWith(`${full}.svc.`);
}

function served(gateway: Resource, host: string | undefined, port: string): Truth {
  return someItem(gateway.list("spec.servers"), (server: Bag) => {
    const mode = server.text("tls.mode");
    const ends =
      mode.state === "absent" || holds(mode, (word) => ["SIMPLE", "MUTUAL", "OPTIONAL_MUTUAL"].includes(word));
    const mutual = holds(mode, (word) => word === "MUTUAL");
    return allOf([
      holds(server.text("port.number"), (number) => number === port),
      anyItem(server.list("hosts"), (pattern) => holdsHost(pattern.slice(pattern.indexOf("/") + 1), host)),
      ends === false ? uncovered(gateway.name, "lets TLS pass, which is not followed") : ends,
      mutual === true ? uncovered(gateway.name, "asks callers for certificates") : not(mutual),
    ]);
  });
}
