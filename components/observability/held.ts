import type { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import { isDnsLabel } from "../core/dns-label.ts";
import { accountOf } from "../core/name.ts";
import type { Limit } from "../core/validate.ts";
import type { Secret } from "../secret/index.ts";

/** Something secret: the name of a secret in the namespace `observability` of home, or a `Secret` of home's account, which is copied there. */
export type Held = string | Secret;
/** What Grafana's first account is called where its password is a `Secret`. */
export const ADMIN = "admin";
const ADMIN_COPY = "grafana-admin";

/** Where pods find what a receiver needs: a copy of a `Secret` has one key. */
export function ofReceiver({ name, secret }: { readonly name: string; readonly secret: Held }, key: string) {
  return typeof secret === "string" ? { name: secret, key } : { name: `receiver-${name}`, key: "value" };
}
/** Where Grafana finds its first account. */
export function ofAdmin(admin: Held) {
  return typeof admin === "string"
    ? { name: admin, passwordKey: "admin-password" }
    : { name: ADMIN_COPY, passwordKey: "value" };
}

/** What is wrong with something secret. */
export function heldLimits(path: string, held: Held, { home, addons }: Place): readonly Limit[] {
  if (typeof held === "string") return [[path, !isDnsLabel(held), `must be a DNS label, got ${held}`]];
  return [
    ["addons", addons === undefined, `is required for ${path}: External Secrets of home copies it`],
    [
      "addons",
      addons !== undefined && !addons.ready.has("external-secrets"),
      `must have external-secrets, which copies ${path}`,
    ],
    [
      path,
      accountOf(held.site) !== accountOf(home.site),
      `must be of ${accountOf(home.site)}, home's account: who copies has an identity there only`,
    ],
  ];
}
interface Place {
  readonly home: KubernetesCluster;
  readonly addons: Addons | undefined;
}
