import type { Input } from "@pulumi/pulumi";
import { IDENTITY_PATH, type PodIdentity } from "./pods.ts";

const MOUNT = { name: "identity", mountPath: IDENTITY_PATH, readOnly: true };

/** The volume, mount and environment of a pod's identity; `configMap` is where its `files` are kept. */
export function podParts({ env, token, files }: PodIdentity, configMap: Input<string>) {
  const environment = Object.entries(env).map(([name, value]) => ({ name, value }));
  if (token === undefined) return { volumes: [], volumeMounts: [], env: environment };
  const items = Object.keys(files).map((key) => ({ key, path: key }));
  const volume = {
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
  return { volumes: [volume], volumeMounts: [MOUNT], env: environment };
}
