import type { Input, Output } from "@pulumi/pulumi";

/** What a pod needs to act as an identity; nothing of it is secret. */
export interface PodIdentity {
  /** Of its service account. */
  readonly annotations: Readonly<Record<string, Input<string>>>;
  /** Of the pod itself. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where the cloud's SDK looks. */
  readonly env: Readonly<Record<string, Input<string>>>;
  /** The proof that the cluster writes into the pod; absent where cluster and identity see to it. */
  readonly token?: { readonly audience: Output<string>; readonly expirationSeconds: number };
  /** Files by name, to be kept in a config map. */
  readonly files: Readonly<Record<string, Output<string>>>;
}

/** Where the token and the files of a pod's identity are mounted. */
export const IDENTITY_PATH = "/var/run/identity";
/** What a pod needs where the cloud and its own cluster see to everything. */
export const NOTHING: PodIdentity = { annotations: {}, labels: {}, env: {}, files: {} };
