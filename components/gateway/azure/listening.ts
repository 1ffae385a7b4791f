import type { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { interpolate } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { AzureNetwork } from "../../core/network.ts";
import { STATUS_PORT } from "../../mesh/index.ts";
import type { VaultCertificate } from "../args.ts";
import type { Behind } from "../edge.ts";
import type { AzureScope } from "../native.ts";
import { HEALTH_PATH, HOP_HOST, SERVICE_PORT } from "../place.ts";
import { balancerAddress } from "../service.ts";

// the parts of a gateway refer to each other by these
const PART = "edge";
const STATUS = "status";

/** What callers see of it. */
interface Before {
  readonly address: PublicIPAddress;
  readonly certificate: VaultCertificate;
}

/** What the gateway listens for, and where it sends it: to the pods' private address, by TLS that it verifies. */
export function listening(scope: AzureScope, { spec, hop }: Behind, { address, certificate }: Before) {
  const { site, name } = scope;
  const { edgeSubnetId } = spec.cluster.network as AzureNetwork;
  const own = interpolate`/subscriptions/${site.subscriptionId}/resourceGroups/${site.resourceGroupName}/providers/Microsoft.Network/applicationGateways/${physicalName(site, name, { max: 80 })}`;
  const part = (kind: string, of = PART) => ({ id: interpolate`${own}/${kind}/${of}` });
  return {
    gatewayIPConfigurations: [{ name: PART, subnet: { id: edgeSubnetId } }],
    frontendIPConfigurations: [{ name: PART, publicIPAddress: { id: address.id } }],
    frontendPorts: [{ name: PART, port: 443 }],
    sslCertificates: [{ name: PART, keyVaultSecretId: certificate.reference }],
    // TLS 1.2 and 1.3 (Application Gateway documentation, "TLS policy overview")
    sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" },
    trustedRootCertificates: [{ name: PART, data: hop.certificate.apply(base64Of) }],
    probes: [
      {
        name: PART,
        protocol: "Http",
        host: HOP_HOST,
        port: STATUS_PORT,
        path: HEALTH_PATH,
        interval: 10,
        timeout: 5,
        unhealthyThreshold: 3,
      },
    ],
    backendAddressPools: [{ name: PART, backendAddresses: [{ ipAddress: balancerAddress(spec) }] }],
    backendHttpSettingsCollection: [
      {
        name: PART,
        protocol: "Https",
        port: SERVICE_PORT,
        requestTimeout: 60,
        connectionDraining: { enabled: true, drainTimeoutInSec: 30 },
        probe: part("probes"),
        trustedRootCertificates: [part("trustedRootCertificates")],
      },
      { name: STATUS, protocol: "Http", port: STATUS_PORT, requestTimeout: 5, probe: part("probes") },
    ],
    httpListeners: [
      {
        name: PART,
        protocol: "Https",
        frontendIPConfiguration: part("frontendIPConfigurations"),
        frontendPort: part("frontendPorts"),
        sslCertificate: part("sslCertificates"),
      },
    ],
    requestRoutingRules: [
      {
        name: PART,
        ruleType: "PathBasedRouting",
        priority: 100,
        httpListener: part("httpListeners"),
        urlPathMap: part("urlPathMaps"),
      },
    ],
    urlPathMaps: [
      {
        name: PART,
        defaultBackendAddressPool: part("backendAddressPools"),
        defaultBackendHttpSettings: part("backendHttpSettingsCollection"),
        pathRules: [
          {
            name: STATUS,
            paths: [HEALTH_PATH],
            backendAddressPool: part("backendAddressPools"),
            backendHttpSettings: part("backendHttpSettingsCollection", STATUS),
          },
        ],
      },
    ],
  };
}

function base64Of(pem: string): string {
  return Buffer.from(pem).toString("base64");
}
