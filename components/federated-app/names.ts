import type { Port } from "./args.ts";
import type { Part } from "./parts.ts";
import type { AppPlan } from "./plan.ts";

const NAME = "app.kubernetes.io/name";
const SHARE = "app.kubernetes.io/component";

/** What the service, budget and policies of an app select: all its pods, whichever workload runs them. */
export function podLabels({ name }: Pick<AppPlan, "name">): Readonly<Record<string, string>> {
  return { [NAME]: name };
}

/** What one workload selects, alone or not, since that can never change: two of one app never count each other's pods. */
export function partLabels(
  plan: Pick<AppPlan, "name">,
  { share }: Pick<Part, "share">,
): Readonly<Record<string, string>> {
  return { ...podLabels(plan), [SHARE]: share };
}

/** What a workload is called. */
export function workloadName({ name }: Pick<AppPlan, "name">, { share }: Pick<Part, "share">): string {
  return share === "surplus" ? `${name}-surplus` : name;
}

/** The metadata of an object of an app. */
export function metadata(plan: Pick<AppPlan, "name" | "namespace">, name: string = plan.name) {
  return { name, namespace: plan.namespace, labels: { ...podLabels(plan), "app.kubernetes.io/managed-by": "pulumi" } };
}

/** The name by which every pod of the mesh finds an app. */
export function hostOf({ name, namespace }: Pick<AppPlan, "name" | "namespace">): string {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** Who an app is in the mesh: what other apps allow. */
export function principalOf(trustDomain: string, namespace: string, serviceAccount: string): string {
  return `${trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}

/** The first port: what an app's service is for. */
export function mainPort({ ports }: Pick<AppPlan, "ports">): Required<Port> {
  const [port] = ports;
  if (port === undefined) throw new Error("an app has a port"); // a limit
  return port;
}
