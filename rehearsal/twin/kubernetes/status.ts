import { isList, isObject, type Properties } from "../../wire/value.ts";
import { type Context, shown } from "../type.ts";
import { madeHere } from "./fresh.ts";
import { kindOf } from "./kind.ts";
import { metadataOf, objectAt } from "./metadata.ts";

type Report = (object: Properties, context: Context) => Properties;

const condition = (type: string, reason: string, message: string, { now }: Context): Properties => ({
  lastTransitionTime: now,
  lastUpdateTime: now,
  message,
  reason,
  status: "True",
  type,
});
const replicasOf = (object: Properties): number => Number(objectAt(object, "spec")["replicas"] ?? 1);
/** An image's whole name: registry, library, tag. */
const fullImage = (image: string): string => {
  const tagged = /[:@][^/]*$/.test(image) ? image : `${image}:latest`;
  const [first = "", ...rest] = tagged.split("/");
  if (rest.length === 0) return `docker.io/library/${tagged}`;
  return /[.:]|^localhost$/.test(first) ? tagged : `docker.io/${tagged}`;
};
const host = ({ dice }: Context): string => `${dice.hex("balancer", 12)}.balancer.twin.example`;
/** Balancers of AWS are known by name, those of the others by address: the one that was asked for, or a public one. */
const balancer = (object: Properties, context: Context): Properties => {
  const home = madeHere(context)?.service.package;
  if (home === undefined || home === "aws") return { loadBalancer: { ingress: [{ hostname: host(context) }] } };
  const asked =
    objectAt(object, "spec")["loadBalancerIP"] ??
    objectAt(metadataOf(object), "annotations")["service.beta.kubernetes.io/azure-load-balancer-ipv4"];
  const made = `203.0.113.${Number.parseInt(context.dice.hex("balancer", 2), 16)}`;
  return { loadBalancer: { ingress: [{ ip: asked ?? made }] } };
};

const REPORTS: { readonly [kind: string]: Report } = {
  Deployment: (object, context) => {
    const replicas = replicasOf(object);
    const name = shown(metadataOf(object)["name"]);
    const set = `${name}-${context.dice.hex("set", 9)}`;
    return {
      availableReplicas: replicas,
      conditions: [
        condition("Available", "MinimumReplicasAvailable", "Deployment has minimum availability.", context),
        condition("Progressing", "NewReplicaSetAvailable", `ReplicaSet "${set}" has successfully progressed.`, context),
      ],
      observedGeneration: 1,
      readyReplicas: replicas,
      replicas,
      updatedReplicas: replicas,
    };
  },
  StatefulSet: (object) => {
    const replicas = replicasOf(object);
    return {
      availableReplicas: replicas,
      collisionCount: 0,
      currentReplicas: replicas,
      observedGeneration: 1,
      readyReplicas: replicas,
      replicas,
      updatedReplicas: replicas,
    };
  },
  ReplicaSet: (object) => ({
    availableReplicas: replicasOf(object),
    observedGeneration: 1,
    readyReplicas: replicasOf(object),
    replicas: replicasOf(object),
  }),
  DaemonSet: () => ({
    currentNumberScheduled: 3,
    desiredNumberScheduled: 3,
    numberAvailable: 3,
    numberMisscheduled: 0,
    numberReady: 3,
    observedGeneration: 1,
    updatedNumberScheduled: 3,
  }),
  Job: (_object, context) => ({
    completionTime: context.now,
    conditions: [condition("Complete", "CompletionsReached", "Reached expected number of succeeded pods", context)],
    ready: 0,
    startTime: context.now,
    succeeded: 1,
  }),
  Pod: (object, context) => {
    const containers = objectAt(object, "spec")["containers"];
    const ip = `10.244.0.${Number.parseInt(context.dice.hex("pod", 2), 16)}`;
    return {
      conditions: ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"].map(
        (type) => ({ lastTransitionTime: context.now, status: "True", type }),
      ),
      containerStatuses: (isList(containers) ? containers.filter((item) => isObject(item)) : []).map((item) => ({
        containerID: `containerd://${context.dice.hex(`container ${shown(item["name"])}`, 64)}`,
        image: fullImage(shown(item["image"])),
        imageID: `${fullImage(shown(item["image"])).replace(/:[^:/]+$/, "")}@sha256:${context.dice.hex("image", 64)}`,
        lastState: {},
        name: item["name"] ?? "",
        ready: true,
        restartCount: 0,
        started: true,
        state: { running: { startedAt: context.now } },
      })),
      hostIP: "10.0.0.10",
      hostIPs: [{ ip: "10.0.0.10" }],
      phase: "Running",
      podIP: ip,
      podIPs: [{ ip }],
      qosClass: "BestEffort",
      startTime: context.now,
    };
  },
  Service: (object, context) =>
    objectAt(object, "spec")["type"] === "LoadBalancer" ? balancer(object, context) : { loadBalancer: {} },
  Ingress: balancer,
  Namespace: () => ({ phase: "Active" }),
  PersistentVolumeClaim: (object) => ({
    accessModes: objectAt(object, "spec")["accessModes"] ?? ["ReadWriteOnce"],
    phase: "Bound",
  }),
  PersistentVolume: () => ({ phase: "Available" }),
  HorizontalPodAutoscaler: (object) => ({
    currentReplicas: objectAt(object, "spec")["minReplicas"] ?? 1,
    desiredReplicas: objectAt(object, "spec")["minReplicas"] ?? 1,
  }),
  PodDisruptionBudget: () => ({
    currentHealthy: 1,
    desiredHealthy: 1,
    disruptionsAllowed: 0,
    expectedPods: 1,
    observedGeneration: 1,
  }),
  CustomResourceDefinition: (object, context) => ({
    acceptedNames: objectAt(objectAt(object, "spec"), "names"),
    conditions: [
      condition("NamesAccepted", "NoConflicts", "no conflicts found", context),
      condition("Established", "InitialNamesAccepted", "the initial names have been accepted", context),
    ],
  }),
  "gateway.networking.k8s.io/Gateway": (_object, context) => ({
    addresses: [{ type: "Hostname", value: host(context) }],
    conditions: [condition("Programmed", "Programmed", "", context)],
  }),
  "cert-manager.io/Certificate": (_object, context) => ({
    conditions: [condition("Ready", "Ready", "Certificate is up to date and has not expired", context)],
  }),
};

/** What controllers report of an object once it is ready. */
export function statusOf(token: string, object: Properties, context: Context): Properties | undefined {
  if (/(Patch|List)$/.test(token)) return undefined;
  const { apiVersion, kind } = kindOf(token);
  // a custom kind may have the name of one of Kubernetes' own
  const report = context.schema === undefined ? REPORTS[`${apiVersion.split("/")[0] ?? ""}/${kind}`] : REPORTS[kind];
  return report?.(object, context);
}
