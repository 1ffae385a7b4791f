import { all, type Input, jsonStringify, type Output, secret } from "@pulumi/pulumi";

/** How a cluster is reached, and what program proves who one is. */
export interface Access {
  readonly name: string;
  /** URL of the API server. */
  readonly server: Input<string>;
  /** Base64 of PEM; empty where a public authority signs. */
  readonly certificateAuthority: Input<string>;
  /** Prints a credential; no token is ever stored. */
  readonly command: string;
  readonly args: readonly Input<string>[];
  /** Whether the program wants to be told which cluster it is for. @default false */
  readonly provideClusterInfo?: boolean;
}

/** A kubeconfig as JSON, a secret. */
export function kubeconfig({ name, server, certificateAuthority, command, args, ...more }: Access): Output<string> {
  const cluster = all([server, certificateAuthority]).apply(([url, authority]) => ({
    server: url,
    ...(authority !== "" && { "certificate-authority-data": authority }),
  }));
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    interactiveMode: "Never",
    provideClusterInfo: more.provideClusterInfo ?? false,
    command,
    args: [...args],
  };
  return secret(
    jsonStringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": name,
      clusters: [{ name, cluster }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      users: [{ name, user: { exec } }],
    }),
  );
}
