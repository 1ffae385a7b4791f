import { API_PORT, type FederationPlan } from "./plan.ts";

/** Who speaks to whom: another part by its name, or addresses. */
interface End {
  readonly who: string | readonly string[];
  readonly ports: readonly number[];
}
export interface Flow {
  /** The part, as `selectorOf` finds it. */
  readonly app: string;
  readonly from: readonly End[];
  readonly to: readonly End[];
}

const ETCD_CLIENTS = 2379;
const ETCD_PEERS = 2380;
const TLS = 443;
// as the chart labels them
const API = "karmada-apiserver";
const AGGREGATED = "karmada-aggregated-apiserver";
const WEBHOOK = "karmada-webhook";
const METRICS = "karmada-metrics-adapter";
const CONTROLLERS = "karmada-controller-manager";
/** The job that installs Karmada's kinds; the chart gives it no label of its own. */
const DEFINITIONS = "karmada-static-resource";
const ON_API = [AGGREGATED, WEBHOOK, METRICS, CONTROLLERS, "karmada-scheduler", "kube-controller-manager", DEFINITIONS];
/** What the API server calls, and on which port of the pod. */
const CALLED_BY_API: Readonly<Record<string, number>> = { [AGGREGATED]: TLS, [WEBHOOK]: 8443, [METRICS]: TLS };
/** Who calls the API servers of members. */
const ON_MEMBERS = [AGGREGATED, METRICS, CONTROLLERS];
/** Who calls the host's own API server. */
const ON_HOST = [DEFINITIONS];
const EVERYWHERE = ["0.0.0.0/0"];
const BACKUP = ["etcd-backup"];

/** The labels by which the pods of a part are found. */
export function selectorOf(app: string): Readonly<Record<string, string>> {
  return app === DEFINITIONS ? { "batch.kubernetes.io/job-name": app } : { app };
}

/** Every way inside the control plane, to it and from it. */
export function flows({ callers, called, hostApi, identityAt, backup }: FederationPlan): readonly Flow[] {
  const onEtcd = [API, AGGREGATED, ...(backup ? BACKUP : [])];
  const toApi = { who: API, ports: [API_PORT] };
  const toEtcd = { who: "etcd", ports: [ETCD_CLIENTS] };
  const peers = { who: "etcd", ports: [ETCD_CLIENTS, ETCD_PEERS] };
  return [
    {
      app: "etcd",
      from: [peers, ...onEtcd.map((who) => ({ who, ports: [ETCD_CLIENTS] }))],
      to: [peers],
    },
    {
      app: API,
      from: [{ who: callers, ports: [API_PORT] }, ...ON_API.map((who) => ({ who, ports: [API_PORT] }))],
      to: [toEtcd, ...Object.entries(CALLED_BY_API).map(([who, port]) => ({ who, ports: [port] }))],
    },
    ...ON_API.map((app) => ({
      app,
      from: app in CALLED_BY_API ? [{ who: API, ports: [CALLED_BY_API[app] ?? TLS] }] : [],
      to: [
        toApi,
        ...(app === AGGREGATED ? [toEtcd] : []),
        ...(ON_MEMBERS.includes(app) ? [{ who: called, ports: [TLS] }] : []),
        ...(ON_HOST.includes(app) ? [{ who: hostApi, ports: [TLS] }] : []),
      ],
    })),
    // object stores, whose addresses clouds do not promise
    ...(backup ? BACKUP : []).map((app) => ({
      app,
      from: [],
      to: [toEtcd, { who: EVERYWHERE, ports: [TLS] }, ...identityAt.map(({ cidr, ports }) => ({ who: [cidr], ports }))],
    })),
  ];
}
