import type { KubernetesCluster } from "../core/cluster.ts";
import { hostOf } from "./names.ts";
import { limiter, plain, whence } from "./pipelines.ts";
import { MACHINES } from "./plan.ts";

/** Where machines keep what pods write to their output. */
export const POD_LOGS = "/var/log/pods";

const said = (pairs: readonly (readonly [key: string, value: string])[]) => ({
  attributes: pairs.map(([key, value]) => ({ key, value, action: "upsert" })),
});

/** What a machine, its kubelet and the output of its pods say, sent to the cluster's collectors, which take out what is personal. */
export function machineConfig(cluster: KubernetesCluster, podOutput: boolean) {
  const cleaned = ["memory_limiter", "resource", "batch"];
  return {
    receivers: {
      // of the kernel, which a container sees as its machine does; network and file systems it does not, and the kubelet says those
      hostmetrics: { collection_interval: "30s", scrapers: { cpu: {}, load: {}, memory: {}, paging: {}, disk: {} } },
      kubeletstats: {
        collection_interval: "30s",
        auth_type: "serviceAccount",
        // by its address: its certificate has it, and names of machines are not known in every network
        endpoint: "https://${env:K8S_NODE_IP}:10250",
        metric_groups: ["node", "pod", "container", "volume"],
      },
      ...(podOutput && {
        filelog: {
          include: [`${POD_LOGS}/*/*/*.log`],
          // what it says of what it reads would be read again
          exclude: [`${POD_LOGS}/${MACHINES}_*/*/*.log`],
          // what a successor reads twice is one entry again where it is kept: the same time, words and place
          start_at: "beginning",
          include_file_path: true,
          operators: [{ type: "container" }],
          retry_on_failure: { enabled: true },
        },
      }),
    },
    processors: {
      ...limiter,
      resource: said([...whence(cluster), ["k8s.node.name", "${env:K8S_NODE_NAME}"]]),
      batch: {},
    },
    exporters: { otlp: { endpoint: `${hostOf("collector", cluster.name)}:4317`, ...plain } },
    service: {
      pipelines: {
        metrics: { receivers: ["hostmetrics", "kubeletstats"], processors: cleaned, exporters: ["otlp"] },
        ...(podOutput && { logs: { receivers: ["filelog"], processors: cleaned, exporters: ["otlp"] } }),
      },
    },
  };
}

/** What happens to the objects of a cluster, as the API server tells it. */
export function eventsConfig(cluster: KubernetesCluster) {
  return {
    receivers: {
      k8sobjects: {
        auth_type: "serviceAccount",
        // those that end are no news
        objects: [{ name: "events", group: "events.k8s.io", mode: "watch", exclude_watch_type: ["DELETED"] }],
      },
    },
    processors: { ...limiter, resource: said(whence(cluster)), batch: {} },
    exporters: { otlp: { endpoint: `${hostOf("collector", cluster.name)}:4317`, ...plain } },
    service: {
      pipelines: {
        logs: { receivers: ["k8sobjects"], processors: ["memory_limiter", "resource", "batch"], exporters: ["otlp"] },
      },
    },
  };
}
