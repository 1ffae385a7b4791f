import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { ResolverEndpoint } from "@pulumi/aws/route53/resolverEndpoint.js";
import { ResolverRule } from "@pulumi/aws/route53/resolverRule.js";
import { ResolverRuleAssociation } from "@pulumi/aws/route53/resolverRuleAssociation.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { physicalName } from "../../core/name.ts";
import type { AwsNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { BackboneChildren } from "../native.ts";
import type { Domain, End, Neighbour } from "../plan.ts";

const DNS = [
  ["udp", 53],
  ["tcp", 53],
] as const;

/** Answers the other networks' questions about names that only this one knows, and asks them about theirs. */
export function awsNames(
  scope: Scope<"aws", BackboneChildren["aws"]>,
  end: End,
  others: readonly Neighbour[],
  { own, foreign }: { readonly own: readonly Domain[]; readonly foreign: readonly Domain[] },
) {
  const { name, site, opts } = scope;
  const place = end.place as AwsNetwork;
  const group = new SecurityGroup(
    `${name}-resolver`,
    {
      name: physicalName(site, `${name}-resolver`, { max: 255 }),
      description: "names asked across the estate",
      vpcId: place.vpcId,
      ingress: [],
      egress: [],
      tags: site.tags,
    },
    opts,
  );
  for (const [protocol, port] of DNS) {
    const rule = { securityGroupId: group.id, ipProtocol: protocol, fromPort: port, toPort: port, tags: site.tags };
    for (const { name: other, routes } of others) {
      for (const [range, cidrIpv4] of routes.entries()) {
        const described = { ...rule, description: other, cidrIpv4 };
        new SecurityGroupIngressRule(`${name}-resolver-${protocol}-from-${other}-${range}`, described, opts);
        new SecurityGroupEgressRule(`${name}-resolver-${protocol}-to-${other}-${range}`, described, opts);
      }
    }
  }
  const inbound = own.flatMap(({ addresses }) => addresses);
  const endpoint = (direction: "INBOUND" | "OUTBOUND") =>
    new ResolverEndpoint(
      ...scope.child(
        "resolver",
        {
          name: physicalName(site, `${name}-${direction.toLowerCase()}`, { max: 64 }),
          direction,
          protocols: ["Do53"],
          securityGroupIds: [group.id],
          ipAddresses: resolverSubnets(place).map((subnetId, index) => ({
            subnetId,
            ...(direction === "INBOUND" && { ip: inbound[index] ?? "" }),
          })),
          tags: site.tags,
        },
        { of: direction.toLowerCase() },
      ),
    );
  const answers = endpoint("INBOUND");
  if (foreign.length === 0) return { answers };
  const asks = endpoint("OUTBOUND");
  for (const { of, domain, addresses } of foreign) {
    const rule = new ResolverRule(
      `${name}-names-of-${of.name}`,
      {
        name: physicalName(site, `${name}-names-of-${of.name}`, { max: 64 }),
        domainName: domain,
        ruleType: "FORWARD",
        resolverEndpointId: asks.id,
        targetIps: addresses.map((ip) => ({ ip, port: 53 })),
        tags: site.tags,
      },
      opts,
    );
    new ResolverRuleAssociation(`${name}-names-of-${of.name}`, { resolverRuleId: rule.id, vpcId: place.vpcId }, opts);
  }
  return { answers, asks };
}

/** An endpoint wants two addresses; a network in one zone has both in its one subnet. */
function resolverSubnets({ resolverSubnetIds: ids }: AwsNetwork) {
  return [ids[0], ids[1] ?? ids[0]].flatMap((id) => (id === undefined ? [] : [id]));
}
