import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { jsonStringify, type Resource, secret } from "@pulumi/pulumi";
import type { FederationScope } from "../native.ts";
import type { Trust } from "../trust.ts";
import { inSystem } from "./place.ts";

/** Where the API server finds it. */
export const ENCRYPTION = { name: "karmada-encryption", key: "encryption-config.yaml" } as const;

/** With what the API server encrypts secrets before etcd, and every snapshot of it, sees them. */
export function encryption({ child }: FederationScope, { encryptionKey }: Trust, after: readonly Resource[]) {
  const configuration = {
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "EncryptionConfiguration",
    resources: [
      {
        resources: ["secrets"],
        // the last one reads what was there before
        providers: [{ secretbox: { keys: [{ name: "first", secret: encryptionKey }] } }, { identity: {} }],
      },
    ],
  };
  return new Secret(
    ...child(
      "encryption",
      {
        metadata: inSystem(ENCRYPTION.name),
        type: "Opaque",
        stringData: { [ENCRYPTION.key]: secret(jsonStringify(configuration)) },
      },
      { lasting: true, dependsOn: [...after] },
    ),
  );
}
