import { EDGE } from "../place.ts";

/** What an object of the gateway is called, where it is and what it is labelled with. */
export function inEdge(name: string) {
  const labels = { app: EDGE.name, "app.kubernetes.io/name": EDGE.name, "app.kubernetes.io/part-of": "gateway" };
  return { name, namespace: EDGE.namespace, labels };
}
