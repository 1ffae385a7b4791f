import type { Resource } from "@pulumi/pulumi";
import type { Receiver } from "./alerting.ts";
import { type Held, ofAdmin, ofReceiver } from "./held.ts";
import { NAMESPACE, type ObservabilityPlan } from "./plan.ts";

/** Copies what lies in home's cloud into its cluster. */
export function copies({ home, addons, admin, alerts }: ObservabilityPlan): readonly Resource[] {
  const all = [[ofAdmin(admin).name, admin] as const, ...alerts.receivers.flatMap(ofReceivers)];
  return all.flatMap(([name, secret]) =>
    typeof secret === "string" || addons === undefined
      ? []
      : [secret.inCluster({ cluster: home, addons, namespace: NAMESPACE, name })],
  );
}
function ofReceivers(receiver: Receiver): readonly (readonly [name: string, secret: Held])[] {
  return "secret" in receiver ? [[ofReceiver(receiver, "").name, receiver.secret]] : [];
}
