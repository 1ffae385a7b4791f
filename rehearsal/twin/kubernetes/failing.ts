import { type FailingByType, limit } from "../failing.ts";

const unmatched = {
  spec: {
    selector: { matchLabels: { app: "a" } },
    template: { metadata: { labels: { app: "b" } }, spec: { containers: [{ name: "c", image: "i" }] } },
  },
};

/** A failing program for every constraint of Kubernetes kinds. */
export const failing: FailingByType = {
  "kubernetes:apps/v1:DaemonSet": [limit("spec.selector", unmatched)],
  "kubernetes:apps/v1:Deployment": [limit("spec.selector", unmatched)],
  "kubernetes:apps/v1:StatefulSet": [limit("spec.selector", unmatched)],
  "kubernetes:core/v1:Namespace": [limit("metadata.name", { metadata: { name: "Capital" } })],
};
