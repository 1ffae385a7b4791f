import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Resource } from "@pulumi/pulumi";
import { istioYaml, meshConfig } from "../mesh-config.ts";
import type { MeshScope } from "../native.ts";
import type { Member } from "../plan.ts";
import { CLUSTER_DOMAIN, image, RESTRICTED } from "../proxy.ts";
import type { MeshSettings } from "../settings.ts";
import { injectorTexts } from "../sidecar.ts";
import { inRoot, labelsOf, scaling, spread } from "./place.ts";

const NAME = "istiod";
const LABELS = { app: NAME, istio: "pilot" };
const POD_LABELS = { ...labelsOf(NAME), ...LABELS, "istio.io/rev": "default", "sidecar.istio.io/inject": "false" };
const PORTS = { "https-dns": 15_012, "https-webhooks": 15_017, "http-monitoring": 15_014 };
const SETTINGS = {
  REVISION: "default",
  PILOT_CERT_PROVIDER: "istiod",
  KUBECONFIG: "/var/run/secrets/remote/config",
  // the proxy as a container that Kubernetes itself starts first and ends last
  ENABLE_NATIVE_SIDECARS: "true",
  PILOT_ENABLE_ANALYSIS: "false",
  // pods of gateways are declared, not made; nor do machines outside join by themselves
  PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER: "false",
  PILOT_ENABLE_WORKLOAD_ENTRY_AUTOREGISTRATION: "false",
  // each control plane serves its own gateways: the secrets of other clusters are none of its business
  PILOT_ENABLE_REMOTE_CREDENTIALS_CONTROLLER: "false",
  // how long a start waits for a cluster that does not answer
  PILOT_REMOTE_CLUSTER_TIMEOUT: "15s",
  RESOLVE_HOSTNAME_GATEWAYS: "true",
};

/** The settings of the mesh and of the injector, as istiod reads them. */
export function configMaps(scope: MeshScope, member: Member, settings: MeshSettings, namespace: Resource) {
  const after = { dependsOn: [namespace] };
  const { config, values } = injectorTexts(member, settings);
  return [
    new ConfigMap(
      ...scope.child(
        "meshSettings",
        {
          metadata: inRoot("istio", NAME),
          data: { mesh: istioYaml(meshConfig(settings)), meshNetworks: "networks: {}" },
        },
        after,
      ),
    ),
    new ConfigMap(
      ...scope.child("injector", { metadata: inRoot("istio-sidecar-injector", NAME), data: { config, values } }, after),
    ),
  ];
}

/** The control plane: it signs, tells proxies what is where, and adds them to pods. */
export function istiod(scope: MeshScope, member: Member, settings: MeshSettings, after: readonly Resource[]) {
  const deployment = new Deployment(
    ...scope.child(
      "controlPlane",
      {
        metadata: inRoot(NAME),
        spec: {
          selector: { matchLabels: LABELS },
          strategy: { rollingUpdate: { maxSurge: "100%", maxUnavailable: "25%" } },
          template: {
            metadata: {
              labels: POD_LABELS,
              annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": String(PORTS["http-monitoring"]) },
            },
            spec: {
              serviceAccountName: NAME,
              automountServiceAccountToken: true,
              ...spread(LABELS),
              containers: [container(member, settings)],
              volumes: VOLUMES,
            },
          },
        },
      },
      { dependsOn: [...after], invariants: ["spec.template.spec.serviceAccountName"] },
    ),
  );
  const service = new Service(
    ...scope.child(
      "controlPlaneService",
      {
        metadata: inRoot(NAME),
        spec: {
          selector: LABELS,
          // without the port for plain text
          ports: [
            { name: "https-dns", port: 15_012, protocol: "TCP" },
            { name: "https-webhook", port: 443, targetPort: PORTS["https-webhooks"], protocol: "TCP" },
            { name: "http-monitoring", port: PORTS["http-monitoring"], protocol: "TCP" },
          ],
        },
      },
      { dependsOn: [deployment] },
    ),
  );
  new HorizontalPodAutoscaler(
    ...scope.child(
      "controlPlaneScaling",
      { metadata: inRoot(NAME), spec: scaling(NAME, member) },
      { dependsOn: [deployment] },
    ),
  );
  new PodDisruptionBudget(
    ...scope.child(
      "controlPlaneBudget",
      { metadata: inRoot(NAME), spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } } },
      { dependsOn: [deployment] },
    ),
  );
  return { deployment, service };
}

function container({ name }: Member, settings: MeshSettings) {
  const field = (variable: string, fieldPath: string) => ({ name: variable, valueFrom: { fieldRef: { fieldPath } } });
  const lives = {
    tcpSocket: { port: PORTS["https-dns"] },
    initialDelaySeconds: 30,
    periodSeconds: 10,
    failureThreshold: 6,
  };
  return {
    name: "discovery",
    image: image(settings, "pilot"),
    args: [
      "discovery",
      "--grpcAddr=",
      `--monitoringAddr=:${PORTS["http-monitoring"]}`,
      "--log_output_level=default:info",
      "--log_as_json",
      "--domain",
      CLUSTER_DOMAIN,
      "--keepaliveMaxServerConnectionAge",
      "30m",
    ],
    ports: Object.entries(PORTS).map(([port, containerPort]) => ({ name: port, containerPort, protocol: "TCP" })),
    readinessProbe: {
      httpGet: { path: "/ready", port: 8080 },
      initialDelaySeconds: 1,
      periodSeconds: 3,
      timeoutSeconds: 5,
    },
    livenessProbe: lives,
    env: [
      ...Object.entries({ ...SETTINGS, CLUSTER_ID: name }).map(([variable, value]) => ({ name: variable, value })),
      field("POD_NAME", "metadata.name"),
      field("POD_NAMESPACE", "metadata.namespace"),
      field("SERVICE_ACCOUNT", "spec.serviceAccountName"),
    ],
    resources: { requests: { cpu: "500m", memory: "2Gi" }, limits: { memory: "2Gi" } },
    securityContext: { ...RESTRICTED, runAsUser: 1337, runAsGroup: 1337 },
    volumeMounts: [
      { name: "istio-token", mountPath: "/var/run/secrets/tokens", readOnly: true },
      { name: "local-certs", mountPath: "/var/run/secrets/istio-dns" },
      { name: "cacerts", mountPath: "/etc/cacerts", readOnly: true },
      { name: "istio-kubeconfig", mountPath: "/var/run/secrets/remote", readOnly: true },
    ],
  };
}

const VOLUMES = [
  { name: "local-certs", emptyDir: { medium: "Memory" } },
  {
    name: "istio-token",
    projected: {
      sources: [{ serviceAccountToken: { path: "istio-token", audience: "istio-ca", expirationSeconds: 43_200 } }],
    },
  },
  // not optional: without it istiod would sign a root of its own
  { name: "cacerts", secret: { secretName: "cacerts" } },
  { name: "istio-kubeconfig", secret: { secretName: "istio-kubeconfig", optional: true } },
];
