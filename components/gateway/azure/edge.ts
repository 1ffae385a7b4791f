import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { ApplicationGateway } from "@pulumi/azure-native/network/applicationGateway.js";
import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { physicalName } from "../../core/name.ts";
import type { Behind, Edge, Kept } from "../edge.ts";
import type { AzureScope } from "../native.ts";
import { listening } from "./listening.ts";
import { webFirewall } from "./web-firewall.ts";

/** An Application Gateway with its web application firewall, over all zones. */
export function azureEdge(scope: AzureScope, behind: Behind): Edge {
  const { site, name } = scope;
  const { resourceGroupName, location } = site;
  const { spec, pods } = behind;
  const { zones } = spec.cluster.network;
  const common = { resourceGroupName, location, tags: spec.tags };
  const identity = new UserAssignedIdentity(
    ...scope.child("identity", { ...common, resourceName: physicalName(site, name, { max: 128 }) }),
  );
  const { certificate, ready, nodes } = behind.kept as Kept;
  const reads = certificate.grantRead({ cloud: "azure", name, principalId: identity.principalId });
  const address = new PublicIPAddress(
    ...scope.child(
      "address",
      {
        ...common,
        publicIpAddressName: physicalName(site, name, { max: 80 }),
        publicIPAllocationMethod: "Static",
        publicIPAddressVersion: "IPv4",
        sku: { name: "Standard", tier: "Regional" },
        zones: [...zones],
      },
      { lasting: true },
    ),
  );
  const guard = webFirewall(scope, spec);
  const gateway = new ApplicationGateway(
    ...scope.child(
      "gateway",
      {
        ...common,
        applicationGatewayName: physicalName(site, name, { max: 80 }),
        zones: [...zones],
        sku: { name: "WAF_v2", tier: "WAF_v2" },
        autoscaleConfiguration: { minCapacity: spec.replicas, maxCapacity: 10 },
        firewallPolicy: { id: guard.id },
        enableHttp2: true,
        identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
        ...listening(scope, behind, { address, certificate }),
      },
      {
        dependsOn: [...reads.resources, ...ready, ...pods],
        invariants: ["firewallPolicy.id", "sslPolicy"],
      },
    ),
  );
  const accessLog = new DiagnosticSetting(
    ...scope.child("accessLog", {
      name: "access",
      resourceUri: gateway.id,
      workspaceId: site.logWorkspaceId,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    }),
  );
  return {
    address: { kind: "ip", ip: address.ipAddress.apply((ip) => ip ?? "") },
    nodes: { ...nodes, identity, address, webFirewall: guard, gateway, accessLog },
  };
}
