// Istio's page on supported releases. Before 1.31 a control plane reads the secrets of the other clusters, and cannot be told
// not to (PILOT_ENABLE_REMOTE_CREDENTIALS_CONTROLLER); nor does it keep endpoints while a remote secret is renewed (istio/istio#61043)
const SUPPORT: Readonly<Record<string, readonly string[]>> = {
  "1.31": ["1.32", "1.33", "1.34", "1.35", "1.36"],
};
/** The minor versions of Istio that are known here. */
export const MINORS = Object.keys(SUPPORT);

/** The minor versions of Kubernetes that a release of Istio runs on; undefined where the release is not known. */
export function kubernetesOf(version: string): readonly string[] | undefined {
  return /^\d+\.\d+\.\d+$/.test(version) ? SUPPORT[version.replace(/\.\d+$/, "")] : undefined;
}
