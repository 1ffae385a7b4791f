import { type FailingByType, limit } from "../failing.ts";

const unmatched = {
  spec: {
    selector: { matchLabels: { app: "a" } },
    template: { metadata: { labels: { app: "b" } }, spec: { containers: [{ name: "c", image: "i" }] } },
  },
};

const container = { name: "main", image: "nginx:1" };

/** A failing program for every constraint of Kubernetes kinds. */
export const failing: FailingByType = {
  "kubernetes:apps/v1:DaemonSet": [limit("spec.selector", unmatched)],
  "kubernetes:apps/v1:Deployment": [limit("spec.selector", unmatched)],
  "kubernetes:apps/v1:StatefulSet": [limit("spec.selector", unmatched)],
  "kubernetes:core/v1:ConfigMap": [
    limit("data", { data: { "with space": "1" } }),
    limit("binaryData", { data: { one: "1" }, binaryData: { one: "MQ==" } }),
  ],
  "kubernetes:core/v1:Namespace": [limit("metadata.name", { metadata: { name: "Capital" } })],
  "kubernetes:core/v1:Pod": [
    limit("spec.containers", { spec: { containers: [] } }),
    limit("spec.containers.name", { spec: { containers: [container, container] } }),
  ],
  "kubernetes:core/v1:Secret": [
    limit("data", { data: { "with space": "MQ==" } }),
    limit("stringData", { stringData: { "with space": "1" } }),
    limit("type", { type: "kubernetes.io/tls", stringData: { "tls.crt": "some" } }),
  ],
  "kubernetes:core/v1:Service": [
    limit("metadata.name", { metadata: { name: "1st" }, spec: { ports: [{ port: 80 }] } }),
    limit("spec.externalName", { spec: { type: "ExternalName" } }),
    limit("spec.ports", { spec: { selector: { app: "a" } } }),
    limit("spec.ports.name", { spec: { ports: [{ port: 80 }, { port: 443 }] } }),
  ],
};
