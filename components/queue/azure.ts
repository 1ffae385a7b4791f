import { ManagementLockByScope } from "@pulumi/azure-native/authorization/managementLockByScope.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Namespace } from "@pulumi/azure-native/servicebus/namespace.js";
import { Queue as ServiceBusQueue } from "@pulumi/azure-native/servicebus/queue.js";
import { interpolate } from "@pulumi/pulumi";
import { isoDuration } from "../core/duration.ts";
import { type Granter, roleOn } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type QueueRight, type QueueSource, type QueueSpec, termsOf } from "./args.ts";
import type { QueueChildren } from "./native.ts";

// Service Bus's own
const MAX_LOCK_SECONDS = 300;
const ROLES: { readonly [R in QueueRight]: string } = {
  send: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", // Azure Service Bus Data Sender
  receive: "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", // Azure Service Bus Data Receiver
};

export function azureQueue(scope: Scope<"azure", QueueChildren["azure"]>, spec: QueueSpec) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location } = site;
  const { ordered, processingTimeoutSeconds, tags } = spec;
  const tier = spec.native.azure?.tier ?? "Standard";
  const namespace = new Namespace(
    ...scope.child(
      "namespace",
      {
        namespaceName: physicalName(site, name, { max: 50, unique: true }),
        resourceGroupName,
        location,
        sku: { name: tier, tier, ...(tier === "Premium" && { capacity: 1 }) },
        disableLocalAuth: true,
        minimumTlsVersion: "1.2",
        // Standard has no private endpoints: who may enter is decided by identity alone
        publicNetworkAccess: "Enabled",
        tags,
      },
      { lasting: true, invariants: ["disableLocalAuth", "minimumTlsVersion"] },
    ),
  );
  const queue = new ServiceBusQueue(
    ...scope.child(
      "queue",
      {
        queueName: name,
        resourceGroupName,
        namespaceName: namespace.name,
        lockDuration: isoDuration(Math.min(MAX_LOCK_SECONDS, 6 * processingTimeoutSeconds)),
        maxDeliveryCount: spec.maxReceives,
        defaultMessageTimeToLive: isoDuration(spec.retentionSeconds),
        // as on the other clouds: what nobody read in time is gone
        deadLetteringOnMessageExpiration: false,
        requiresSession: ordered,
        requiresDuplicateDetection: false,
        enablePartitioning: false,
        enableBatchedOperations: true,
        maxSizeInMegabytes: 1024,
      },
      { lasting: true },
    ),
  );
  // made last, so that it goes first: a lock also keeps what is below from being deleted
  const lock = scope.protection && {
    lock: new ManagementLockByScope(
      ...scope.child(
        "lock",
        { scope: namespace.id, level: "CanNotDelete", notes: "Messages would be lost." },
        { dependsOn: [queue] },
      ),
    ),
  };
  const grant: Granter<"azure", QueueRight> = (right, { principalId }, grantName) => [
    new RoleAssignment(grantName, roleOn(site, queue.id, principalId, ROLES[right]), opts),
  ];
  const host = interpolate`${namespace.name}.servicebus.windows.net`;
  const source: QueueSource = { cloud: "azure", host, queueName: queue.name, ...termsOf(spec) };
  return {
    outputs: {
      id: queue.id,
      name: queue.name,
      endpoint: interpolate`https://${host}/${queue.name}`,
      deadLetter: interpolate`https://${host}/${queue.name}/$DeadLetterQueue`,
    },
    nodes: { namespace, queue, ...lock },
    source,
    grant,
  };
}
