import { DnsForwardingRuleset } from "@pulumi/azure-native/dnsresolver/dnsForwardingRuleset.js";
import { DnsResolver } from "@pulumi/azure-native/dnsresolver/dnsResolver.js";
import { ForwardingRule } from "@pulumi/azure-native/dnsresolver/forwardingRule.js";
import { InboundEndpoint } from "@pulumi/azure-native/dnsresolver/inboundEndpoint.js";
import { OutboundEndpoint } from "@pulumi/azure-native/dnsresolver/outboundEndpoint.js";
import { PrivateResolverVirtualNetworkLink } from "@pulumi/azure-native/dnsresolver/privateResolverVirtualNetworkLink.js";
import { physicalName } from "../../core/name.ts";
import type { AzureNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { BackboneChildren } from "../native.ts";
import type { Domain, End } from "../plan.ts";

/** Answers the other networks' questions about names that only this one knows, and asks them about theirs. */
export function azureNames(
  scope: Scope<"azure", BackboneChildren["azure"]>,
  end: End,
  { own, foreign }: { readonly own: readonly Domain[]; readonly foreign: readonly Domain[] },
) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location, tags } = site;
  const { virtualNetworkId, resolverSubnetIds } = end.place as AzureNetwork;
  const [inboundSubnet, outboundSubnet] = resolverSubnetIds;
  const called = (suffix: string) => physicalName(site, `${name}-${suffix}`, { max: 80 });
  const place = { resourceGroupName, location, tags };
  const resolver = new DnsResolver(
    ...scope.child("resolver", {
      ...place,
      dnsResolverName: called("resolver"),
      virtualNetwork: { id: virtualNetworkId },
    }),
  );
  const part = { ...place, dnsResolverName: resolver.name };
  for (const [index, privateIpAddress] of own.flatMap(({ addresses }) => addresses).entries()) {
    new InboundEndpoint(
      `${name}-inbound-${index}`,
      {
        ...part,
        inboundEndpointName: called(`inbound-${index}`),
        ipConfigurations: [{ subnet: { id: inboundSubnet }, privateIpAllocationMethod: "Static", privateIpAddress }],
      },
      opts,
    );
  }
  if (foreign.length === 0) return { resolver };
  const asks = new OutboundEndpoint(
    `${name}-outbound`,
    { ...part, outboundEndpointName: called("outbound"), subnet: { id: outboundSubnet } },
    opts,
  );
  const rules = new DnsForwardingRuleset(
    `${name}-names`,
    { ...place, dnsForwardingRulesetName: called("names"), dnsResolverOutboundEndpoints: [{ id: asks.id }] },
    opts,
  );
  const rule = { resourceGroupName, dnsForwardingRulesetName: rules.name };
  for (const { of, domain, addresses } of foreign) {
    new ForwardingRule(
      `${name}-names-of-${of.name}`,
      {
        ...rule,
        forwardingRuleName: called(`names-of-${of.name}`),
        domainName: `${domain}.`,
        forwardingRuleState: "Enabled",
        targetDnsServers: addresses.map((ipAddress) => ({ ipAddress, port: 53 })),
      },
      opts,
    );
  }
  new PrivateResolverVirtualNetworkLink(
    `${name}-names`,
    { ...rule, virtualNetworkLinkName: called("names"), virtualNetwork: { id: virtualNetworkId } },
    opts,
  );
  return { resolver, asks };
}
