import { type Input, secret } from "@pulumi/pulumi";
import { RESERVED } from "../../ipam/index.ts";
import { CHART_IMAGES } from "../images.ts";
import { type FederationPlan, SYSTEM } from "../plan.ts";
import { begunWith, type Trust } from "../trust.ts";
import { releaseOf } from "../versions.ts";
import { ENCRYPTION } from "./encryption.ts";
import { ETCD_URL } from "./etcd.ts";
import { room } from "./place.ts";

/** What the chart is told. Its defaults are for a trial: each part says how many, how much and where. */
export function chartValues({ version, replicas, failover }: FederationPlan, trust: Trust) {
  const kubernetes = `v${releaseOf(version)?.kubernetes ?? ""}`;
  const tag = `v${version}`;
  const part = (
    app: string,
    replicaCount: number,
    [cpu, memory]: readonly [string, string],
    image: Record<string, string> = {},
  ) => ({
    replicaCount,
    image: { tag, ...image },
    resources: room(cpu, memory),
    podAnnotations: begunWith(trust.apiServer),
    podDisruptionBudget: { maxUnavailable: 1 },
    affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [apart(app)] } },
  });
  const { controllers } = replicas;
  return {
    installMode: "host",
    // FederatedHPA asks it for the load of all clusters
    components: ["metricsAdapter"],
    systemNamespace: SYSTEM,
    karmadaImageVersion: tag,
    kubectl: { image: CHART_IMAGES.kubectl },
    cfssl: { image: CHART_IMAGES.cfssl },
    certs: { mode: "custom", custom: certificates(trust) },
    etcd: {
      mode: "external",
      external: { servers: ETCD_URL, registryPrefix: "/registry/karmada", certs: etcdCertificates(trust) },
    },
    apiServer: {
      ...part("karmada-apiserver", replicas.apiServer, ["500m", "2Gi"], { tag: kubernetes }),
      serviceType: "ClusterIP",
      serviceClusterIPRange: RESERVED.federation,
      encryptionAtRest: { enabled: true, existingSecret: ENCRYPTION },
    },
    kubeControllerManager: {
      ...part("kube-controller-manager", controllers, ["100m", "512Mi"], { tag: kubernetes }),
      serviceClusterIPRange: RESERVED.federation,
    },
    aggregatedApiServer: part("karmada-aggregated-apiserver", controllers, ["100m", "512Mi"]),
    controllerManager: {
      ...part("karmada-controller-manager", controllers, ["200m", "1Gi"]),
      // who may act as somebody else on members is said by them: this one gives rights that nobody declared
      controllers: "*,-unifiedAuth",
      featureGates: { PropagateDeps: true, Failover: failover.evict },
      extraCommandArgs: { "enable-no-execute-taint-eviction": String(failover.evict) },
    },
    scheduler: part("karmada-scheduler", controllers, ["100m", "512Mi"]),
    webhook: part("karmada-webhook", controllers, ["100m", "256Mi"]),
    metricsAdapter: part("karmada-metrics-adapter", controllers, ["100m", "512Mi"]),
  };
}

function certificates({ authority, apiServer, frontAuthority, front }: Trust): Record<string, Input<string>> {
  return {
    caCrt: authority.certificate,
    caKey: secret(authority.key),
    crt: apiServer.certificate,
    key: secret(apiServer.key),
    frontProxyCaCrt: frontAuthority.certificate,
    frontProxyCrt: front.certificate,
    frontProxyKey: secret(front.key),
  };
}

function etcdCertificates({ etcdAuthority, etcdClient }: Trust): Record<string, Input<string>> {
  return { caCrt: etcdAuthority.certificate, crt: etcdClient.certificate, key: secret(etcdClient.key) };
}

function apart(app: string) {
  return {
    weight: 100,
    podAffinityTerm: {
      labelSelector: { matchLabels: { app } },
      topologyKey: "topology.kubernetes.io/zone",
    },
  };
}
