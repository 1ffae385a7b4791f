/** What runs beside the chart's own images. By tag: the digests of these tags differ by architecture. */
export const IMAGES = {
  /** Server and tools, no shell. */
  etcd: "registry.k8s.io/etcd:3.6.6-0",
  /** Speaks to the object stores of all three clouds as the pod's own identity. */
  copy: "docker.io/rclone/rclone:1.71.2",
} as const;
/** What the chart's jobs and waiting containers run: they need a shell. */
export const CHART_IMAGES = {
  kubectl: { registry: "docker.io", repository: "alpine/k8s", tag: "1.34.1" },
  cfssl: { registry: "docker.io", repository: "cfssl/cfssl", tag: "v1.6.5" },
} as const;
