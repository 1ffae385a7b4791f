import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { physicalName } from "../../core/name.ts";
import type { AwsNetwork } from "../../core/network.ts";
import { STATUS_PORT } from "../../mesh/index.ts";
import type { GatewaySpec } from "../args.ts";
import type { AwsScope } from "../native.ts";
import { POD_PORT } from "../place.ts";

/** Who reaches the balancer, and whom it reaches: anybody by HTTPS (plain HTTP is sent there), and the pods. */
export function firewall(scope: AwsScope, { tags }: GatewaySpec, { vpcId, allocation }: AwsNetwork) {
  const { site, name } = scope;
  const group = new SecurityGroup(
    ...scope.child("firewall", {
      name: physicalName(site, name, { max: 255 }),
      description: "what comes in from the internet",
      vpcId,
      tags,
    }),
  );
  const rule = (port: number) => ({ securityGroupId: group.id, ipProtocol: "tcp", fromPort: port, toPort: port, tags });
  const wayIn = [80, 443].map(
    (port) =>
      new SecurityGroupIngressRule(
        ...scope.child(
          "wayIn",
          { ...rule(port), cidrIpv4: "0.0.0.0/0", description: "from the internet" },
          { of: String(port) },
        ),
      ),
  );
  const wayOn = [POD_PORT, STATUS_PORT].map(
    (port) =>
      new SecurityGroupEgressRule(
        ...scope.child(
          "wayOn",
          { ...rule(port), cidrIpv4: allocation.pods, description: "to the gateway's pods" },
          { of: String(port), invariants: ["cidrIpv4"] },
        ),
      ),
  );
  return { group, wayIn, wayOn };
}
