import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { CustomerGateway } from "@pulumi/aws/ec2/customerGateway.js";
import { VpnConnection } from "@pulumi/aws/ec2/vpnConnection.js";
import type { TransitGateway } from "@pulumi/aws/ec2transitgateway/transitGateway.js";
import type { Output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { Peer } from "../end.ts";
import type { BackboneChildren } from "../native.ts";
import type { Link, Tunnel } from "../plan.ts";

// AES-256-GCM with SHA-384 and group 20: what gateways of all three clouds take
const STRONG = {
  IkeVersions: ["ikev2"],
  Phase1EncryptionAlgorithms: ["AES256-GCM-16"],
  Phase1IntegrityAlgorithms: ["SHA2-384"],
  Phase1DhGroupNumbers: [20],
  Phase2EncryptionAlgorithms: ["AES256-GCM-16"],
  Phase2IntegrityAlgorithms: ["SHA2-384"],
  Phase2DhGroupNumbers: [20],
  DpdTimeoutAction: "restart",
  StartupAction: "start",
};

/** Two connections of two tunnels each to a gateway with two addresses; returns the four addresses on AWS. */
export function awsTunnels(
  scope: Scope<"aws", BackboneChildren["aws"]>,
  gateway: TransitGateway,
  link: Link,
  peer: Peer,
  keys: readonly Output<string>[],
) {
  const { name, site, opts } = scope;
  const tags = { ...site.tags, Name: `${name}-${link.name}` };
  const logs = new LogGroup(
    `${name}-${link.name}`,
    {
      name: `/vpn/${physicalName(site, `${name}-${link.name}`, { max: 60 })}`,
      retentionInDays: site.logRetentionDays,
      tags,
    },
    opts,
  );
  const connections = peer.outside.map((ipAddress, at) => {
    const of = `${link.name}-${at}`;
    const customer = new CustomerGateway(
      `${name}-${of}`,
      { type: "ipsec.1", bgpAsn: String(peer.end.asn), ipAddress, tags },
      opts,
    );
    const [first, second] = link.tunnels.filter((tunnel) => tunnel.at === at);
    return new VpnConnection(
      ...scope.child(
        "connection",
        {
          transitGatewayId: gateway.id,
          customerGatewayId: customer.id,
          type: "ipsec.1",
          staticRoutesOnly: false,
          ...tunnel(1, first, keys, logs),
          ...tunnel(2, second, keys, logs),
          tags,
        },
        {
          of,
          invariants: ["tunnel1IkeVersions", "tunnel2IkeVersions"],
          additionalSecretOutputs: ["customerGatewayConfiguration"],
        },
      ),
    );
  });
  return connections.flatMap(({ tunnel1Address, tunnel2Address }) => [tunnel1Address, tunnel2Address]);
}

function tunnel(which: 1 | 2, plan: Tunnel | undefined, keys: readonly Output<string>[], logs: LogGroup): object {
  if (plan === undefined) return {};
  const log = { cloudwatchLogOptions: { logEnabled: true, logGroupArn: logs.arn, logOutputFormat: "json" } };
  const options = { ...STRONG, InsideCidr: plan.inside, PresharedKey: keys[plan.index], LogOptions: log };
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [`tunnel${which}${key}`, value]));
}
