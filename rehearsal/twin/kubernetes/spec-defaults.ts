import { isList, isObject, type Properties, Secret, type Value } from "../../wire/value.ts";
import { bare } from "../life/bookkeeping.ts";
import { type Context, shown } from "../type.ts";
import { kindOf } from "./kind.ts";
import { objectAt } from "./metadata.ts";

type Fill = (object: Properties, context: Context) => Properties;

const each = (value: Value | undefined, change: (item: Properties) => Properties): Value | undefined => {
  const list = bare(value);
  return isList(list) ? list.map((item) => (isObject(item) ? change(item) : item)) : value;
};
const present = (properties: { readonly [key: string]: Value | undefined }): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Properties;

/** Latest or no tag is pulled always. */
const pullPolicy = (image: Value | undefined): string =>
  typeof image === "string" && /:(?!latest$)[^/]+$/.test(image) ? "IfNotPresent" : "Always";
const container = (item: Properties): Properties =>
  present({
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
    resources: {},
    imagePullPolicy: pullPolicy(item["image"]),
    ...item,
    ports: each(item["ports"], (port) => ({ protocol: "TCP", ...port })),
  });
const podSpec = (spec: Properties): Properties =>
  present({
    dnsPolicy: "ClusterFirst",
    restartPolicy: "Always",
    schedulerName: "default-scheduler",
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    ...spec,
    containers: each(spec["containers"], container),
    initContainers: each(spec["initContainers"], container),
  });
const template = (spec: Properties): Properties => {
  const pod = objectAt(spec, "template");
  return { template: { ...pod, spec: podSpec(objectAt(pod, "spec")) } };
};

const serviceSpec: Fill = (spec, { dice }) => {
  if (spec["type"] === "ExternalName") return { sessionAffinity: "None", ...spec };
  const ip =
    spec["clusterIP"] ?? `10.96.${Number.parseInt(dice.hex("ip", 2), 16)}.${Number.parseInt(dice.hex("ip2", 2), 16)}`;
  const outside = spec["type"] === "LoadBalancer" || spec["type"] === "NodePort";
  return present({
    internalTrafficPolicy: "Cluster",
    ipFamilies: ["IPv4"],
    ipFamilyPolicy: "SingleStack",
    sessionAffinity: "None",
    type: "ClusterIP",
    ...(outside && { externalTrafficPolicy: "Cluster" }),
    ...(spec["type"] === "LoadBalancer" && { allocateLoadBalancerNodePorts: true }),
    ...spec,
    clusterIP: ip,
    clusterIPs: spec["clusterIPs"] ?? [ip],
    ports: each(spec["ports"], (port) =>
      present({
        protocol: "TCP",
        targetPort: port["port"],
        ...(outside && {
          nodePort: 30_000 + (Number.parseInt(dice.hex(`port ${shown(port["port"])}`, 4), 16) % 2767),
        }),
        ...port,
      }),
    ),
  });
};

const TOLERATED = ["not-ready", "unreachable"].map((state) => ({
  effect: "NoExecute",
  key: `node.kubernetes.io/${state}`,
  operator: "Exists",
  tolerationSeconds: 300,
}));

/** What admission and the scheduler write into a pod: its account, the account's token, and a node. */
function admitted(spec: Properties, { dice }: Context): Properties {
  const token = `kube-api-access-${dice.letters("token", 5)}`;
  const mount = { mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", name: token, readOnly: true };
  const mounted = (item: Properties): Properties => {
    const mounts = item["volumeMounts"];
    return { ...item, volumeMounts: [...(isList(mounts) ? mounts : []), mount] };
  };
  const account = spec["serviceAccountName"] ?? "default";
  return {
    enableServiceLinks: true,
    nodeName: `node-${dice.hex("node", 8)}`,
    preemptionPolicy: "PreemptLowerPriority",
    priority: 0,
    serviceAccount: account,
    serviceAccountName: account,
    tolerations: TOLERATED,
    ...spec,
    ...(spec["automountServiceAccountToken"] !== false && {
      containers: each(spec["containers"], mounted) ?? [],
      volumes: [...(isList(spec["volumes"]) ? spec["volumes"] : []), { name: token, projected: PROJECTED }],
    }),
  };
}
const PROJECTED: Properties = {
  defaultMode: 420,
  sources: [
    { serviceAccountToken: { expirationSeconds: 3607, path: "token" } },
    { configMap: { items: [{ key: "ca.crt", path: "ca.crt" }], name: "kube-root-ca.crt" } },
    {
      downwardAPI: {
        items: [{ fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" }, path: "namespace" }],
      },
    },
  ],
};

const SPECS: { readonly [kind: string]: Fill } = {
  Deployment: (spec) => ({
    progressDeadlineSeconds: 600,
    replicas: 1,
    revisionHistoryLimit: 10,
    strategy: { rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" }, type: "RollingUpdate" },
    ...spec,
    ...template(spec),
  }),
  StatefulSet: (spec) => ({
    persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
    podManagementPolicy: "OrderedReady",
    replicas: 1,
    revisionHistoryLimit: 10,
    updateStrategy: { rollingUpdate: { partition: 0 }, type: "RollingUpdate" },
    ...spec,
    ...template(spec),
  }),
  DaemonSet: (spec) => ({
    revisionHistoryLimit: 10,
    updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 }, type: "RollingUpdate" },
    ...spec,
    ...template(spec),
  }),
  Job: (spec) => ({
    backoffLimit: 6,
    completionMode: "NonIndexed",
    completions: 1,
    parallelism: 1,
    suspend: false,
    ...spec,
    ...template(spec),
  }),
  Pod: (spec, context) => admitted(podSpec(spec), context),
  Service: serviceSpec,
  Namespace: (spec) => ({ finalizers: ["kubernetes"], ...spec }),
  PersistentVolumeClaim: (spec, { dice }) => ({
    volumeMode: "Filesystem",
    volumeName: `pvc-${dice.uuid("volume")}`,
    ...spec,
  }),
};

const TOPS: { readonly [kind: string]: Fill } = {
  StorageClass: (object) => ({ reclaimPolicy: "Delete", volumeBindingMode: "Immediate", ...object }),
  Secret: (object, context) => {
    if (object["type"] === "kubernetes.io/service-account-token") return { ...object, data: tokenOf(object, context) };
    const texts = bare(object["stringData"]);
    if (!isObject(texts)) return { type: "Opaque", ...object };
    const encoded = Object.entries(texts).map(([key, value]) => [key, encode(value)] as const);
    return {
      type: "Opaque",
      ...object,
      data: new Secret({ ...objectAt(object, "data"), ...Object.fromEntries(encoded) }),
    };
  },
};
/** What the token controller writes into the secret of a service account. */
function tokenOf(object: Properties, { dice }: Context): Secret {
  const authority = `-----BEGIN CERTIFICATE-----\nsimulated ${dice.hex("authority", 64)}\n-----END CERTIFICATE-----\n`;
  return new Secret({
    ...objectAt(object, "data"),
    "ca.crt": encode(authority),
    namespace: encode(shown(objectAt(object, "metadata")["namespace"])),
    token: encode(`simulated.${dice.hex("token", 64)}`),
  });
}
const encode = (value: Value): Value => {
  const inner = bare(value) ?? "";
  return typeof inner === "string" ? Buffer.from(inner).toString("base64") : inner;
};

/** What the API server writes into an object where it says nothing. */
export function specDefaults(token: string, object: Properties, context: Context): Properties {
  if (/(Patch|List)$/.test(token)) return object;
  const { kind } = kindOf(token);
  const top = TOPS[kind]?.(object, context) ?? object;
  const spec = SPECS[kind];
  return spec ? { ...top, spec: spec(objectAt(top, "spec"), context) } : top;
}
