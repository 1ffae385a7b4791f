import { NOBODY_ELSE, nsgRule } from "./clouds.ts";
import type { Part } from "./program.ts";

/** A balancer of AWS before port 443 of the Service `front`. */
export const ALB: readonly Part[] = [
  {
    type: "aws:ec2/subnet:Subnet",
    name: "edge-a",
    props: { cidrBlock: "10.1.240.0/24" },
    edges: { vpcId: "vpc" },
  },
  { type: "aws:ec2/securityGroup:SecurityGroup", name: "alb-group", props: {}, edges: { vpcId: "vpc" } },
  {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    name: "alb-in",
    props: { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
    edges: { securityGroupId: "alb-group" },
  },
  {
    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    name: "alb-out",
    props: { cidrIpv4: "10.1.0.0/16", ipProtocol: "-1" },
    edges: { securityGroupId: "alb-group" },
  },
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    name: "alb",
    props: {},
    edges: { securityGroups: "alb-group", subnets: "edge-a" },
  },
  { type: "aws:lb/targetGroup:TargetGroup", name: "targets", props: { targetType: "ip" }, edges: { vpcId: "vpc" } },
  {
    type: "aws:lb/listener:Listener",
    name: "listener",
    props: { port: 443, protocol: "HTTPS", defaultActions: [{ type: "forward" }] },
    edges: { loadBalancerArn: "alb", defaultActions: "targets" },
  },
  {
    type: "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
    name: "binding",
    at: "at-eks",
    props: {
      metadata: { name: "front", namespace: "edge" },
      spec: {
        serviceRef: { name: "front", port: 443 },
        networking: { ingress: [{ from: [{ securityGroup: { groupID: "sg-1" } }], ports: [{ port: 8443 }] }] },
      },
    },
    edges: { spec: ["targets", "alb-group"] },
  },
];

const ENDPOINTS = "https://www.googleapis.com/compute/v1/projects/p/zones/z/networkEndpointGroups/front-443";
/** A balancer of Google Cloud before the group that the Service `front` names. */
export const GLB: readonly Part[] = [
  {
    type: "gcp:compute/subnetwork:Subnetwork",
    name: "proxies",
    props: { purpose: "REGIONAL_MANAGED_PROXY", ipCidrRange: "10.2.64.0/24" },
    edges: { network: "network" },
  },
  {
    type: "gcp:compute/firewall:Firewall",
    name: "from-proxies",
    props: { sourceRanges: ["10.2.64.0/24"], allows: [{ protocol: "tcp", ports: ["8443"] }] },
    edges: { network: "network" },
  },
  {
    type: "gcp:compute/regionBackendService:RegionBackendService",
    name: "backend",
    props: { name: "backend", loadBalancingScheme: "EXTERNAL_MANAGED", backends: [{ group: ENDPOINTS }] },
  },
  {
    type: "gcp:compute/regionUrlMap:RegionUrlMap",
    name: "urls",
    props: { defaultService: "projects/p/regions/r/backendServices/backend" },
    edges: { defaultService: "backend" },
  },
  {
    type: "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
    name: "proxy",
    props: {},
    edges: { urlMap: "urls" },
  },
  {
    type: "gcp:compute/forwardingRule:ForwardingRule",
    name: "forwarding",
    props: { loadBalancingScheme: "EXTERNAL_MANAGED", portRange: "443" },
    edges: { target: "proxy" },
  },
];
/** What the Service `front` says for it. */
export const GROUP = { "cloud.google.com/neg": '{"exposed_ports":{"443":{"name":"front-443"}}}' };

const id = (kind: string, name: string) => ({ id: `/gateways/agw/${kind}/${name}` });
/** An application gateway of Azure before the internal address of the Service `front`. */
export const AGW: readonly Part[] = [
  {
    type: "azure-native:network:NetworkSecurityGroup",
    name: "edge-guard",
    props: {
      securityRules: [nsgRule({ sourceAddressPrefix: "Internet" }), NOBODY_ELSE],
    },
  },
  {
    type: "azure-native:network:Subnet",
    name: "vnet-edge",
    props: { addressPrefix: "10.3.32.0/24" },
    edges: { virtualNetworkName: "vnet", networkSecurityGroup: "edge-guard" },
  },
  {
    type: "azure-native:network:ApplicationGateway",
    name: "agw",
    props: {
      frontendIPConfigurations: [{ name: "outer", publicIPAddress: { id: "/addresses/agw" } }],
      frontendPorts: [{ name: "tls", port: 443 }],
      httpListeners: [
        {
          name: "all",
          frontendIPConfiguration: id("frontendIPConfigurations", "outer"),
          frontendPort: id("frontendPorts", "tls"),
        },
      ],
      backendAddressPools: [{ name: "pods", backendAddresses: [{ ipAddress: "10.3.0.9" }] }],
      backendHttpSettingsCollection: [{ name: "tls", port: 443 }],
      requestRoutingRules: [
        {
          name: "all",
          httpListener: id("httpListeners", "all"),
          backendAddressPool: id("backendAddressPools", "pods"),
          backendHttpSettings: id("backendHttpSettingsCollection", "tls"),
        },
      ],
    },
    edges: { gatewayIPConfigurations: "vnet-edge" },
  },
];
/** What the Service `front` says for it. */
export const INNER = {
  "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
  "service.beta.kubernetes.io/azure-load-balancer-ipv4": "10.3.0.9",
};

/** A gateway of the cluster behind the Service `front`, which sends a shop's name to the Service `shop` of another namespace. */
export function gateway(
  at: string,
  service: { readonly annotations?: object; readonly spec?: object } = {},
): readonly Part[] {
  const labels = { istio: "ingress" };
  return [
    { type: "kubernetes:core/v1:Namespace", name: "ns-edge", at, props: { metadata: { name: "edge" } } },
    {
      type: "kubernetes:core/v1:Service",
      name: "front",
      at,
      props: {
        metadata: { name: "front", namespace: "edge", annotations: service.annotations ?? {} },
        spec: { selector: labels, ports: [{ port: 443, targetPort: 8443 }, { port: 15_021 }], ...service.spec },
      },
    },
    {
      type: "kubernetes:apps/v1:Deployment",
      name: "ingress",
      at,
      props: {
        metadata: { name: "ingress", namespace: "edge" },
        spec: {
          template: {
            metadata: { labels },
            spec: { serviceAccountName: "ingress", containers: [{ args: ["proxy", "router"] }] },
          },
        },
      },
    },
    {
      type: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
      name: "gateway",
      at,
      props: {
        metadata: { name: "gateway", namespace: "edge" },
        spec: {
          addresses: [{ type: "Hostname", value: "front.edge.svc.cluster.local" }],
          listeners: [{ name: "tls", port: 443, protocol: "HTTPS", allowedRoutes: { namespaces: { from: "All" } } }],
        },
      },
    },
    {
      type: "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
      name: "route",
      at,
      props: {
        metadata: { name: "shop", namespace: "shop" },
        spec: {
          parentRefs: [{ name: "gateway", namespace: "edge" }],
          hostnames: ["shop.example"],
          rules: [{ backendRefs: [{ name: "shop", port: 80 }] }],
        },
      },
    },
    {
      type: "kubernetes:core/v1:Service",
      name: "shop",
      at,
      props: {
        metadata: { name: "shop", namespace: "shop" },
        spec: { selector: { app: "shop" }, ports: [{ port: 80, targetPort: "http" }] },
      },
    },
  ];
}
