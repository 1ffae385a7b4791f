import { containsPath, parsePath } from "../../wire/path.ts";
import type { Properties } from "../../wire/value.ts";
import type { Replacement, Subject } from "../package.ts";
import { kindOf } from "./kind.ts";

const EVERYWHERE = ["metadata.name", "metadata.namespace"];
const STATEFUL = ["podManagementPolicy", "revisionHistoryLimit", "selector", "serviceName", "volumeClaimTemplates"];
const VOLUMES =
  "awsElasticBlockStore azureDisk azureFile cephfs cinder csi fc flexVolume flocker gcePersistentDisk glusterfs hostPath iscsi local nfs photonPersistentDisk portworxVolume quobyte rbd scaleIO storageos vsphereVolume";
const under = (base: string, keys: readonly string[]): readonly string[] => keys.map((key) => `${base}.${key}`);

/** Paths whose change makes the provider replace an object, by kind; from the provider's published behaviour. */
const PATHS: { readonly [kind: string]: readonly string[] } = {
  Deployment: ["spec.selector"],
  DaemonSet: ["spec.selector"],
  StatefulSet: under("spec", STATEFUL),
  Job: under("spec", ["completions", "parallelism", "selector", "template"]),
  ClusterRoleBinding: ["roleRef"],
  RoleBinding: ["roleRef"],
  StorageClass: ["parameters", "provisioner"],
  PersistentVolumeClaim: under("spec", ["accessModes", "selector", "storageClassName", "volumeName"]),
  PersistentVolume: under("spec", VOLUMES.split(" ")),
  Pod: ["spec"],
  Service: ["spec.clusterIP"],
  ResourceQuota: ["spec.scopes"],
  Secret: ["type", "data", "stringData"],
  ConfigMap: ["data", "binaryData"],
};

/** Arguments of the provider that let data change in place. */
const MUTABLE: { readonly [kind: string]: string } = {
  ConfigMap: "enableConfigMapMutable",
  Secret: "enableSecretMutable",
};
/** The flags as one text. */
export const behaviour = (config: Properties): string =>
  Object.values(MUTABLE)
    .filter((flag) => config[flag] === true)
    .join(" ");

const answer = (replace: boolean): Replacement => ({ replace, source: "kubernetes-table", confidence: "high" });

/** What the table says of a kind. */
export const replacedPaths = (token: string): readonly string[] => [
  ...EVERYWHERE,
  ...(PATHS[kindOf(token).kind] ?? []),
];

/** The table decides every path of every kind that the API server itself defines. */
export function replacement({ token }: Subject, text: string, config: Properties): Replacement | undefined {
  const path = parsePath(text) ?? [text];
  const { kind } = kindOf(token);
  const flag = MUTABLE[kind];
  const own = flag !== undefined && config[flag] === true ? (kind === "Secret" ? ["type"] : []) : PATHS[kind];
  const paths = [...EVERYWHERE, ...(own ?? [])];
  return answer(paths.some((outer) => containsPath(parsePath(outer) ?? [], path)));
}
