import type { SubnetArgs } from "@pulumi/azure-native/network/subnet.js";
import type { Allocation } from "../../core/network.ts";
import { cut } from "../../ipam/index.ts";
import type { Rule } from "./rules.ts";
import { allow, PROBES } from "./rules.ts";

/** One subnet: its block, and what is particular about it. */
export interface Part {
  readonly addressPrefix: string;
  /** As Azure requires it where the name decides what may stand there. @default the part's own */
  readonly subnetName?: string;
  /** What comes in; nothing else does. Absent where Azure takes no security group. */
  readonly inbound?: readonly Rule[];
  /** What goes out beyond what Azure lets out by default. @default [] */
  readonly outbound?: readonly Rule[];
  /** Whether its machines go out through the NAT gateway. @default false */
  readonly out?: boolean;
  readonly more?: Pick<SubnetArgs, "delegations" | "serviceEndpoints">;
}

const VNET = "VirtualNetwork"; // with what is reached through its gateway: the other clouds
const delegatedTo = (serviceName: string) => ({ delegations: [{ name: "delegation", serviceName }] });

/** The subnets of a network; a cluster's pods have addresses of their own, which only its nodes' subnet sees. */
export function partsOf({ nodes, pods, edge, endpoints, controlPlane, resolvers, gateways, balancers }: Allocation) {
  const [inbound = "", outbound = ""] = cut(resolvers, 2);
  const machines = [nodes, pods];
  const resolver = delegatedTo("Microsoft.Network/dnsResolvers");
  return {
    nodes: {
      addressPrefix: nodes,
      inbound: [
        allow("Cluster", { from: [...machines, controlPlane], to: machines }),
        allow("Edge", { from: [edge], to: machines, protocol: "Tcp" }),
        // what a balancer hands over still carries the balancer's address
        allow("Balanced", { from: VNET, to: [balancers], protocol: "Tcp" }),
        PROBES,
      ],
      outbound: [allow("Pods", { from: machines, to: [pods] })],
      out: true,
      // to storage past the NAT gateway, which is paid by the byte
      more: { serviceEndpoints: [{ service: "Microsoft.Storage" }] },
    },
    edge: {
      addressPrefix: edge,
      inbound: [
        allow("Https", { from: "Internet", to: [edge], protocol: "Tcp", ports: ["443"] }),
        // how Azure runs an Application Gateway v2 (Application Gateway documentation, "Network security groups")
        allow("Management", { from: "GatewayManager", to: "*", protocol: "Tcp", ports: ["65200-65535"] }),
        PROBES,
      ],
    },
    endpoints: {
      addressPrefix: endpoints,
      inbound: [allow("Tls", { from: VNET, to: [endpoints], protocol: "Tcp", ports: ["443"] })],
    },
    controlPlane: {
      addressPrefix: controlPlane,
      // the ports of AKS's API server in a network (AKS documentation, "API Server VNet Integration")
      inbound: [
        allow("Api", { from: VNET, to: [controlPlane], protocol: "Tcp", ports: ["443", "4443"] }),
        allow("Pods", { from: [pods], to: [controlPlane], protocol: "Tcp", ports: ["443", "4443"] }),
        allow("ApiProbes", { from: "AzureLoadBalancer", to: [controlPlane], protocol: "Tcp", ports: ["9988"] }),
      ],
      outbound: [allow("Pods", { from: [controlPlane], to: [pods] })],
      more: delegatedTo("Microsoft.ContainerService/managedClusters"),
    },
    inbound: {
      addressPrefix: inbound,
      subnetName: "resolver-inbound",
      inbound: [allow("Dns", { from: VNET, to: [inbound], ports: ["53"] })],
      more: resolver,
    },
    outbound: { addressPrefix: outbound, subnetName: "resolver-outbound", inbound: [], more: resolver },
    // Azure's own name for it, and no security group
    gateway: { addressPrefix: gateways, subnetName: "GatewaySubnet" },
    balancers: {
      addressPrefix: balancers,
      inbound: [allow("Balanced", { from: VNET, to: [balancers], protocol: "Tcp" }), PROBES],
    },
  } as const satisfies Readonly<Record<string, Part>>;
}
