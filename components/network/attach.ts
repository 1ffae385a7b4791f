import type { Resource } from "@pulumi/pulumi";
import type { PrivateService, PrivateTarget } from "../core/network.ts";
import { validate } from "../core/validate.ts";

type Attach = (target: PrivateTarget) => readonly Resource[];

/** Attaches a resource once, and refuses what the network has no private way to. */
export function attaching(services: readonly PrivateService[], make: Attach): Attach {
  const made = new Map<string, readonly Resource[]>();
  return (target) => {
    const { name, service } = target;
    validate(`invalid attachment ${name}`, [
      ["service", !services.includes(service), `${service} is not among the network's privateEndpoints`],
    ]);
    const key = `${service}/${name}`;
    const attached = made.get(key) ?? make(target);
    made.set(key, attached);
    return attached;
  };
}
