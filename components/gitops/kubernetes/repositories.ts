import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { Repository } from "../args.ts";
import type { GitOpsScope } from "../native.ts";
import { type GitOpsPlan, SYSTEM } from "../planned.ts";

const LABELS = { "argocd.argoproj.io/secret-type": "repository" };
/** What Argo CD calls a part of a credential, and the store too. */
const PARTS = { password: ["username", "password"], sshKey: ["sshPrivateKey"] } as const;

/** Repositories as Argo CD knows them; credentials are brought by External Secrets, and renewed where they are kept. */
export function repositories(scope: GitOpsScope, plan: GitOpsPlan, after: readonly Resource[]): readonly Resource[] {
  return plan.repositories.map((repository) => declare(scope, repository, plan.secretStore, after));
}

function declare(
  { child }: GitOpsScope,
  { name, url, credentials = "public" }: Repository,
  store: GitOpsPlan["secretStore"],
  after: readonly Resource[],
): Resource {
  const metadata = { name: `repository-${name}`, namespace: SYSTEM };
  const known = { type: url.startsWith("oci://") ? "oci" : "git", url };
  if (credentials === "public") {
    return new Secret(
      ...child(
        "repository",
        { metadata: { ...metadata, labels: LABELS }, type: "Opaque", stringData: known },
        { of: name, dependsOn: [...after] },
      ),
    );
  }
  const parts = PARTS[credentials.form];
  return custom(
    "external-secrets.io/v1/ExternalSecret",
    ...child(
      "repositoryCredentials",
      {
        metadata,
        spec: {
          refreshInterval: "1h",
          secretStoreRef: { kind: "ClusterSecretStore", name: store?.name ?? "" },
          data: parts.map((part) => ({ secretKey: part, remoteRef: { key: credentials.key, property: part } })),
          target: {
            name: metadata.name,
            template: {
              metadata: { labels: LABELS },
              data: { ...known, ...Object.fromEntries(parts.map((part) => [part, `{{ .${part} }}`])) },
            },
          },
        },
      },
      { of: name, dependsOn: [...after, ...(store?.ready ?? [])] },
    ),
  );
}
