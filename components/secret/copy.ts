import type { CustomResource, Input, Resource } from "@pulumi/pulumi";
import type { ClusterScope } from "../core/scope.ts";
import { custom, type ObjectOf } from "../objects/index.ts";
import type { Store } from "./store.ts";

/** The objects of a copy. */
export interface CopyChildren {
  readonly store: ObjectOf<"external-secrets.io/v1/SecretStore">;
  readonly copy: ObjectOf<"external-secrets.io/v1/ExternalSecret">;
}
/** What is copied where. */
export interface Copy extends Omit<Store, "way"> {
  readonly namespace: Input<string>;
  readonly name: string;
  readonly after: readonly Resource[];
}

/** A store that knows this one secret, and the copy that is kept up to date from it. */
export function copy(
  { child }: ClusterScope<CopyChildren>,
  { namespace, name, provider, key, after }: Copy,
): CustomResource {
  const metadata = { name, namespace };
  const store = custom(
    "external-secrets.io/v1/SecretStore",
    ...child("store", { metadata, spec: { provider } }, { of: name, dependsOn: [...after] }),
  );
  const spec = {
    refreshPolicy: "Periodic" as const,
    refreshInterval: "1h",
    secretStoreRef: { kind: "SecretStore" as const, name },
    target: { name, creationPolicy: "Owner" as const, deletionPolicy: "Delete" as const },
    data: [{ secretKey: "value", remoteRef: { key } }],
  };
  return custom(
    "external-secrets.io/v1/ExternalSecret",
    ...child("copy", { metadata, spec }, { of: name, dependsOn: [store] }),
  );
}
