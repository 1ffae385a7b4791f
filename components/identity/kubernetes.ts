import type { input } from "@pulumi/kubernetes/types/index.js";
import type { Input } from "@pulumi/pulumi";
import { IDENTITY_PATH, type PodIdentity } from "./pods.ts";

type Volume = input.core.v1.Volume;
type VolumeMount = input.core.v1.VolumeMount;
type EnvVar = input.core.v1.EnvVar;

/** The volume, mount and environment of a pod's identity; `configMap` is where its `files` are kept. */
export function podParts({ env, token, files }: PodIdentity, configMap: Input<string>) {
  const environment: EnvVar[] = Object.entries(env).map(([name, value]) => ({ name, value }));
  if (token === undefined) return { volumes: [] as Volume[], volumeMounts: [] as VolumeMount[], env: environment };
  const items = Object.keys(files).map((key) => ({ key, path: key }));
  const volume: Volume = {
    name: "identity",
    projected: {
      // read by the group of the pod, as nobody else
      defaultMode: 0o440,
      sources: [
        { serviceAccountToken: { path: "token", ...token } },
        ...(items.length > 0 ? [{ configMap: { name: configMap, items } }] : []),
      ],
    },
  };
  const mount: VolumeMount = { name: "identity", mountPath: IDENTITY_PATH, readOnly: true };
  return { volumes: [volume], volumeMounts: [mount], env: environment };
}
