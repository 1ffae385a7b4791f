/** Variables that lead to a cloud, a cluster or Pulumi Cloud. A rehearsed program sees none of them. */
const CREDENTIALS: readonly RegExp[] = [
  /^AWS_/,
  /^(GOOGLE|GCP|GCLOUD|CLOUDSDK)_/,
  /^(AZURE|ARM)_/,
  /^(KUBECONFIG|KUBE_|PULUMI_K8S_)/,
  /^PULUMI_(ACCESS_TOKEN|CONFIG_PASSPHRASE|CONFIG_PASSPHRASE_FILE|BACKEND_URL|API|HOME|CREDENTIALS_PATH|SELF_MANAGED)/,
  /^(ACTIONS_ID_TOKEN_REQUEST_|GITHUB_TOKEN$|GH_TOKEN$|NPM_TOKEN$|NODE_AUTH_TOKEN$|VAULT_)/,
];

/** The environment without credentials, and the names left out. */
export function scrub(
  environment: NodeJS.ProcessEnv,
  keep: ReadonlySet<string>,
): { readonly env: NodeJS.ProcessEnv; readonly removed: readonly string[] } {
  const isCredential = (name: string): boolean => !keep.has(name) && CREDENTIALS.some((pattern) => pattern.test(name));
  const entries = Object.entries(environment);
  return {
    env: Object.fromEntries(entries.filter(([name]) => !isCredential(name))),
    removed: entries.flatMap(([name]) => (isCredential(name) ? [name] : [])).sort(),
  };
}
