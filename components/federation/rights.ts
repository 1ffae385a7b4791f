import type { Resources } from "./args.ts";

/** What is placed on members, and what goes along with it. Secrets are not: External Secrets brings them to each cluster. */
const PLACED: readonly Resources[] = [
  {
    group: "",
    resources: ["configmaps", "limitranges", "namespaces", "resourcequotas", "serviceaccounts", "services"],
  },
  { group: "apps", resources: ["deployments"] },
  { group: "batch", resources: ["cronjobs", "jobs"] },
  { group: "autoscaling", resources: ["horizontalpodautoscalers"] },
  { group: "policy", resources: ["poddisruptionbudgets"] },
  { group: "networking.k8s.io", resources: ["networkpolicies"] },
  { group: "argoproj.io", resources: ["analysistemplates", "rollouts"] },
  { group: "keda.sh", resources: ["scaledobjects", "triggerauthentications"] },
  { group: "external-secrets.io", resources: ["externalsecrets"] },
  { group: "gateway.networking.k8s.io", resources: ["httproutes", "grpcroutes", "referencegrants"] },
  { group: "networking.istio.io", resources: ["destinationrules", "serviceentries", "sidecars", "virtualservices"] },
  { group: "security.istio.io", resources: ["authorizationpolicies", "peerauthentications", "requestauthentications"] },
  { group: "telemetry.istio.io", resources: ["telemetries"] },
];
/** What the hub asks of a member to know how it is: its health, its room, its load. */
const SEEN: readonly Resources[] = [
  { group: "", resources: ["events", "nodes", "pods"] },
  { group: "apps", resources: ["replicasets"] },
  { group: "metrics.k8s.io", resources: ["nodes", "pods"] },
];
const READ = ["get", "list", "watch"];
const WRITE = [...READ, "create", "update", "patch", "delete"];

/** The rules of the role that the hub has on a member: the kinds that are placed there, and no other. */
export function memberRules(more: readonly Resources[]) {
  const rules = (all: readonly Resources[], verbs: readonly string[]) =>
    all.map(({ group, resources }) => ({ apiGroups: [group], resources: [...resources], verbs: [...verbs] }));
  return [...rules([...PLACED, ...more], WRITE), ...rules(SEEN, READ)];
}

/** What the agent of a member may do on the hub: keep its own cluster's state, and read how kinds are to be understood. */
export function agentHubRules(member: string) {
  const rule = (group: string, resources: readonly string[], verbs: readonly string[], names?: readonly string[]) => ({
    apiGroups: [group],
    resources: [...resources],
    verbs: [...verbs],
    ...(names && { resourceNames: [...names] }),
  });
  return [
    rule("cluster.karmada.io", ["clusters"], ["get", "update"], [member]),
    rule("cluster.karmada.io", ["clusters"], ["list", "watch"]),
    rule("cluster.karmada.io", ["clusters/status"], ["update"], [member]),
    rule("config.karmada.io", ["resourceinterpretercustomizations", "resourceinterpreterwebhookconfigurations"], READ),
    rule("", ["namespaces"], ["get"]),
    rule("", ["services"], ["list", "watch"]),
    rule("", ["events"], ["create", "patch", "update"]),
    // how the hub sees that a cluster lives
    rule("coordination.k8s.io", ["leases"], ["get", "create", "update"]),
  ];
}

/** What it may do with what is placed on its member. */
export function agentWorkRules() {
  const apiGroups = ["work.karmada.io"];
  return [
    { apiGroups, resources: ["works"], verbs: [...READ, "create", "update", "delete"] },
    { apiGroups, resources: ["works/status"], verbs: ["patch", "update"] },
  ];
}
