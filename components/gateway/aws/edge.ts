import { Listener } from "@pulumi/aws/lb/listener.js";
import { ListenerRule } from "@pulumi/aws/lb/listenerRule.js";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer.js";
import { physicalName } from "../../core/name.ts";
import type { AwsNetwork } from "../../core/network.ts";
import { STATUS_PORT } from "../../mesh/index.ts";
import type { Behind, Edge } from "../edge.ts";
import type { AwsScope } from "../native.ts";
import { HEALTH_PATH, POD_PORT, SERVICE_PORT } from "../place.ts";
import { certificate } from "./certificate.ts";
import { firewall } from "./firewall.ts";
import { targetGroup } from "./targets.ts";
import { webFirewall } from "./web-firewall.ts";

// TLS 1.2 and 1.3 with forward secrecy (Elastic Load Balancing documentation, "Security policies")
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

/** An Application Load Balancer, since a WAF does not go before a Network one. */
export function awsEdge(scope: AwsScope, { spec, zone }: Behind): Edge {
  const { site, name, protection } = scope;
  const network = spec.cluster.network as AwsNetwork;
  const { group, wayIn, wayOn } = firewall(scope, spec, network);
  const balancer = new LoadBalancer(
    ...scope.child(
      "balancer",
      {
        name: physicalName(site, name, { max: 32 }),
        internal: false,
        loadBalancerType: "application",
        subnets: [...network.edgeSubnetIds],
        securityGroups: [group.id],
        enableDeletionProtection: protection,
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "strictest",
        preserveHostHeader: true,
        enableWafFailOpen: false,
        ...(site.accessLogBucket && {
          accessLogs: { bucket: site.accessLogBucket, prefix: physicalName(site, name, { max: 32 }), enabled: true },
        }),
        tags: spec.tags,
      },
      { lasting: true, invariants: ["dropInvalidHeaderFields", "enableWafFailOpen", "securityGroups"] },
    ),
  );
  const targets = targetGroup(scope, spec, { of: "https", port: POD_PORT, protocol: "HTTPS" });
  const status = targetGroup(scope, spec, { of: "status", port: STATUS_PORT, protocol: "HTTP" });
  const { asked, certified } = certificate(scope, spec, zone);
  const https = new Listener(
    ...scope.child(
      "https",
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "HTTPS",
        sslPolicy: TLS_POLICY,
        certificateArn: certified.certificateArn,
        routingHttpResponseServerEnabled: false,
        defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
        tags: spec.tags,
      },
      { invariants: ["protocol", "sslPolicy"] },
    ),
  );
  const redirect = new Listener(
    ...scope.child(
      "redirect",
      {
        loadBalancerArn: balancer.arn,
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
        tags: spec.tags,
      },
      { invariants: ["defaultActions"] },
    ),
  );
  const health = new ListenerRule(
    ...scope.child("health", {
      listenerArn: https.arn,
      priority: 1,
      conditions: [{ pathPattern: { values: [HEALTH_PATH] } }],
      actions: [{ type: "forward", targetGroupArn: status.arn }],
      tags: spec.tags,
    }),
  );
  const securityGroupId = group.id;
  return {
    address: { kind: "alias", dnsName: balancer.dnsName, zoneId: balancer.zoneId },
    bindings: [
      { targetGroupArn: targets.arn, securityGroupId, port: SERVICE_PORT, podPort: POD_PORT },
      { targetGroupArn: status.arn, securityGroupId, port: STATUS_PORT, podPort: STATUS_PORT },
    ],
    nodes: {
      firewall: group,
      wayIn,
      wayOn,
      balancer,
      targets: [targets, status],
      certificate: asked,
      certified,
      https,
      redirect,
      health,
      ...webFirewall(scope, spec, balancer),
    },
  };
}
