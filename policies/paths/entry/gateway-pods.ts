import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, holds, type Truth } from "../../core/truth.ts";
import { GATEWAY } from "../../models/gateway.ts";
import { namespaceOf } from "../../models/namespace.ts";
import { carries, labelsIn } from "../../models/selector.ts";
import type { Cluster } from "../cluster.ts";
import { same } from "./route.ts";
import { type Leading, SERVICE } from "./service.ts";

const ITS_GATEWAY = "gateway.networking.k8s.io/gateway-name";

/** The Services before the pods of a gateway, as far as the program shows them. */
export function gatewayServices(gateway: Resource, cluster: Cluster): readonly Leading[] {
  const leads = gateway.type === GATEWAY ? ofGatewayApi : ofIstio;
  return cluster
    .objects(SERVICE)
    .map(({ object: service, here }) => ({ service, its: allOf([here, leads(service, gateway)]) }))
    .filter(({ its }) => its !== false);
}

/** A gateway that says where it answers has no other Service; else pods carry its name. */
function ofGatewayApi(service: Resource, gateway: Resource): Truth {
  const addresses = gateway.list("spec.addresses");
  if (addresses.state === "unknown") return addresses;
  const place = same(namespaceOf(service), namespaceOf(gateway));
  if (addresses.state === "known" && addresses.value.length > 0)
    return anyItem(hostnames(gateway), (name) => isNameOf(service, name));
  const named = labelsIn(service.bag("spec.selector"))(ITS_GATEWAY);
  return allOf([place, same(named, gateway.text("metadata.name"))]);
}

function hostnames(gateway: Resource): ReturnType<Bag["list"]> {
  const list = gateway.list("spec.addresses");
  if (list.state !== "known") return list;
  return { ...list, value: list.value.map((address) => address.bag("value")) };
}

function isNameOf(service: Resource, host: string): boolean {
  const [name, place] = host.split(".");
  return (
    holds(service.text("metadata.name"), (own) => own === name) === true &&
    holds(namespaceOf(service), (own) => own === place) === true
  );
}

function ofIstio(service: Resource, gateway: Resource): Truth {
  const pairs = gateway.bag("spec.selector");
  const names = pairs.keys();
  if (names.state !== "known" || names.value.length === 0) return names.state === "unknown" && names;
  return carries(pairs, labelsIn(service.bag("spec.selector")));
}
