import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { FlowLog } from "@pulumi/azure-native/network/flowLog.js";
import type { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
import { Bucket } from "../../bucket/index.ts";
import { roleOn } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { AzureScope } from "../native.ts";

const STORAGE_BLOB_DATA_CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe"; // what Network Watcher asks for
// the container that Network Watcher writes to, whatever one wishes
const CONTAINER = "insights-logs-flowlogflowevent";
// closed but for Network Watcher, which is one of the services that Azure Storage trusts
const CLOSED = { defaultAction: "Deny", bypass: "AzureServices" } as const;

/** Who spoke with whom, written by an identity without a key to a bucket that forgets in time. */
export function flowLog(scope: AzureScope, spec: NetworkSpec, network: VirtualNetwork) {
  const { site, name, opts } = scope;
  const { resourceGroupName, location } = site;
  const { criticality, native, tags } = spec;
  const bucket = new Bucket(
    `${name}-flow-logs`,
    {
      site,
      data: spec.flowLogs,
      criticality,
      // written anew every minute: a version each time would be a hundred copies
      oldVersionDays: 0,
      transform: { azure: { account: { networkRuleSet: CLOSED }, container: { containerName: CONTAINER } } },
    },
    opts,
  );
  const { account } = bucket.nodes.azure ?? {};
  if (account === undefined) throw new TypeError("a bucket on an Azure site has an account");
  const flowLogIdentity = new UserAssignedIdentity(
    ...scope.child("flowLogIdentity", {
      resourceName: physicalName(site, `${name}-flow-log`, { max: 128 }),
      resourceGroupName,
      location,
      tags,
    }),
  );
  const flowLogAccess = new RoleAssignment(
    ...scope.child(
      "flowLogAccess",
      roleOn(site, account.id, flowLogIdentity.principalId, STORAGE_BLOB_DATA_CONTRIBUTOR),
    ),
  );
  // Azure makes one in every region where there is a network, and takes no second
  const watcher = native.azure?.networkWatcher ?? {
    name: `NetworkWatcher_${location}`,
    resourceGroupName: "NetworkWatcherRG",
  };
  const log = new FlowLog(
    ...scope.child(
      "flowLog",
      {
        flowLogName: physicalName(site, name, { max: 80 }),
        networkWatcherName: watcher.name,
        resourceGroupName: watcher.resourceGroupName,
        location,
        targetResourceId: network.id,
        storageId: account.id,
        enabled: true,
        identity: { type: "UserAssigned", userAssignedIdentities: [flowLogIdentity.id] },
        format: { type: "JSON", version: 2 },
        // the bucket's own rules end what it holds
        retentionPolicy: { enabled: false, days: 0 },
        tags,
      },
      { dependsOn: [flowLogAccess, bucket], invariants: ["enabled"] },
    ),
  );
  return { account, flowLogIdentity, flowLogAccess, flowLog: log };
}
