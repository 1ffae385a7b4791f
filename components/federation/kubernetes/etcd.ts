import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Resource } from "@pulumi/pulumi";
import { IMAGES } from "../images.ts";
import type { FederationScope } from "../native.ts";
import type { FederationPlan } from "../plan.ts";
import { SYSTEM } from "../plan.ts";
import type { Trust } from "../trust.ts";
import { inSystem, labelsOf, RESTRICTED, RESTRICTED_POD, room, spread } from "./place.ts";
import { claimSpec, DATA, dataOf, VOLUME } from "./volumes.ts";

const APP = "etcd";
const CERTIFICATE = "etcd-certificate";
const PKI = "/etc/etcd/pki";
/** Where its clients ask. */
export const ETCD_URL = `https://etcd-client.${SYSTEM}.svc.cluster.local:2379`;

/** The certificates of the store and of who reads it, for the pods that are ours. */
export function etcdCertificate({ child }: FederationScope, trust: Trust, after: readonly Resource[]) {
  return new Secret(
    ...child(
      "etcdCertificate",
      {
        metadata: inSystem(CERTIFICATE, APP),
        type: "Opaque",
        stringData: {
          "ca.crt": trust.etcdAuthority.certificate,
          "tls.crt": trust.etcd.certificate,
          "tls.key": trust.etcd.key,
          "client.crt": trust.etcdClient.certificate,
          "client.key": trust.etcdClient.key,
        },
      },
      { dependsOn: [...after] },
    ),
  );
}

/** How a pod of ours sees the certificates. */
export const ETCD_PKI = {
  volume: { name: "pki", secret: { secretName: CERTIFICATE, defaultMode: 0o440 } },
  mount: { name: "pki", mountPath: PKI, readOnly: true },
  client: [`--cacert=${PKI}/ca.crt`, `--cert=${PKI}/client.crt`, `--key=${PKI}/client.key`],
} as const;

/** The control plane's store: ours and not the chart's, whose peers speak without TLS and which nothing can restore. */
export function etcd({ child }: FederationScope, plan: FederationPlan, after: readonly Resource[]) {
  const selector = { app: APP };
  const peers = new Service(
    ...child(
      "etcdPeers",
      {
        metadata: inSystem(APP),
        spec: {
          clusterIP: "None",
          // they find each other before any of them is ready
          publishNotReadyAddresses: true,
          selector,
          ports: [
            { name: "client", port: 2379 },
            { name: "peer", port: 2380 },
          ],
        },
      },
      { dependsOn: [...after] },
    ),
  );
  // the chart's API server waits for a service of this name
  const clients = new Service(
    ...child(
      "etcdClients",
      { metadata: inSystem("etcd-client", APP), spec: { selector, ports: [{ name: "client", port: 2379 }] } },
      { dependsOn: [...after] },
    ),
  );
  const store = new StatefulSet(
    ...child(
      "etcd",
      {
        metadata: inSystem(APP),
        spec: {
          replicas: plan.replicas.etcd,
          serviceName: APP,
          // a first start waits for a majority, which never comes one by one
          podManagementPolicy: "Parallel",
          selector: { matchLabels: selector },
          template: {
            metadata: { labels: labelsOf(APP) },
            spec: {
              ...RESTRICTED_POD,
              priorityClassName: "system-cluster-critical",
              terminationGracePeriodSeconds: 60,
              topologySpreadConstraints: spread(APP),
              containers: [container(plan)],
              volumes: [ETCD_PKI.volume],
            },
          },
          volumeClaimTemplates: [{ metadata: { name: VOLUME }, spec: claimSpec(plan) }],
        },
      },
      { dependsOn: [...after, peers], invariants: ["spec.template.spec.securityContext"] },
    ),
  );
  const budget = new PodDisruptionBudget(
    ...child(
      "etcdBudget",
      { metadata: inSystem(APP), spec: { maxUnavailable: 1, selector: { matchLabels: selector } } },
      { dependsOn: [...after] },
    ),
  );
  return [clients, store, budget];
}

function container(plan: FederationPlan) {
  const own = `https://$(NAME).etcd.${SYSTEM}.svc.cluster.local`;
  const trusted = [`--cert-file=${PKI}/tls.crt`, `--key-file=${PKI}/tls.key`, `--trusted-ca-file=${PKI}/ca.crt`];
  const probe = (path: string, failureThreshold: number) => ({
    httpGet: { path, port: 2381 },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold,
  });
  return {
    ...RESTRICTED,
    name: APP,
    image: IMAGES.etcd,
    command: ["/usr/local/bin/etcd"],
    args: [
      "--name=$(NAME)",
      `--data-dir=${dataOf(plan)}`,
      "--listen-client-urls=https://0.0.0.0:2379",
      "--listen-peer-urls=https://0.0.0.0:2380",
      // asked by the kubelet only: no policy lets anybody else in
      "--listen-metrics-urls=http://0.0.0.0:2381",
      `--advertise-client-urls=${own}:2379`,
      `--initial-advertise-peer-urls=${own}:2380`,
      `--initial-cluster=${plan.etcd.cluster}`,
      "--initial-cluster-state=new",
      "--client-cert-auth=true",
      "--peer-client-cert-auth=true",
      ...trusted,
      ...trusted.map((flag) => flag.replace("--", "--peer-")),
      "--tls-min-version=TLS1.3",
      "--auto-compaction-retention=8h",
      "--quota-backend-bytes=4294967296",
    ],
    env: [{ name: "NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }],
    ports: [
      { name: "client", containerPort: 2379 },
      { name: "peer", containerPort: 2380 },
      { name: "health", containerPort: 2381 },
    ],
    startupProbe: probe("/readyz", 60),
    readinessProbe: probe("/readyz", 3),
    livenessProbe: probe("/livez", 6),
    resources: room("200m", "1Gi"),
    volumeMounts: [{ name: VOLUME, mountPath: DATA }, ETCD_PKI.mount],
  };
}
