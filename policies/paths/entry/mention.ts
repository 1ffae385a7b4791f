import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, someItem, type Truth } from "../../core/truth.ts";
import type { Cluster } from "../cluster.ts";

/** What leads callers to a Service in ways that are not followed. */
const LEADERS = [
  "kubernetes:networking.k8s.io/v1:Ingress",
  "kubernetes:gateway.networking.k8s.io/v1:GRPCRoute",
  "kubernetes:gateway.networking.k8s.io/v1alpha2:TLSRoute",
  "kubernetes:gateway.networking.k8s.io/v1alpha2:TCPRoute",
  "kubernetes:gateway.networking.k8s.io/v1beta1:HTTPRoute",
  "kubernetes:projectcontour.io/v1:HTTPProxy",
  "kubernetes:traefik.io/v1alpha1:IngressRoute",
];

/** Whether a name stands anywhere in a part of an object. */
export function mentions(bag: Bag, name: string): Truth {
  const self = bag.self();
  if (self.state !== "known") return self.state === "unknown" && self;
  if (typeof self.value === "string") return self.value === name;
  if (Array.isArray(self.value)) return someItem(bag.items(), (item) => mentions(item, name));
  const keys = bag.keys();
  return keys.state === "known" && anyOf(keys.value.map((key) => mentions(bag.under(key), name)));
}

/** Objects that may lead to a Service, by its name: too many are named rather than too few. */
export function leadersTo(service: Resource, cluster: Cluster): readonly Resource[] {
  const name = service.text("metadata.name");
  return LEADERS.flatMap((type) => cluster.objects(type))
    .filter(({ object, here }) => {
      const said = name.state === "known" ? mentions(object.bag("spec"), name.value) : true;
      return allOf([here, said]) !== false;
    })
    .map(({ object }) => object);
}
