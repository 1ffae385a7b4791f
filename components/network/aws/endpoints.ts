import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import type { Subnet } from "@pulumi/aws/ec2/subnet.js";
import type { Vpc } from "@pulumi/aws/ec2/vpc.js";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { PrivateService } from "../../core/network.ts";
import type { NetworkSpec } from "../args.ts";
import type { AwsScope } from "../native.ts";
import { endpointPolicy } from "./endpoint-policy.ts";
import { named } from "./names.ts";

// by a route, and free
const BY_ROUTE = ["s3", "dynamodb"];
/** By an address in the network: `com.amazonaws.<region>.` and these. */
const BY_ADDRESS: { readonly [S in PrivateService]: readonly string[] } = {
  storage: [],
  registry: ["ecr.api", "ecr.dkr"],
  keys: ["kms"],
  secrets: ["secretsmanager"],
  logs: ["logs", "monitoring"],
  tokens: ["sts"],
  // what nodes, the network plugin, the balancer controller and Karpenter call
  kubernetes: ["eks", "eks-auth", "ec2", "autoscaling", "elasticloadbalancing", "sqs", "ssm"],
};

interface Place {
  readonly vpc: Vpc;
  readonly subnets: readonly Subnet[];
  readonly routeTableIds: readonly Output<string>[];
}

/** Ways to AWS's own services that do not leave the network; each leads to our own account alone. */
export function endpoints(scope: AwsScope, spec: NetworkSpec, { vpc, subnets, routeTableIds }: Place) {
  const { site } = scope;
  const { tags, privateEndpoints, native } = spec;
  const common = (key: string) => ({
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${site.region}.${key}`,
    policy: endpointPolicy(key, site, native.aws?.otherAccounts ?? []),
    tags: named(scope, tags, key.replace(".", "-")),
  });
  const child = (of: string) => ({ of: of.replace(".", "-"), invariants: ["policy"] });
  const gatewayEndpoint = privateEndpoints.includes("storage")
    ? BY_ROUTE.map(
        (key) =>
          new VpcEndpoint(
            ...scope.child(
              "gatewayEndpoint",
              { ...common(key), vpcEndpointType: "Gateway", routeTableIds: [...routeTableIds] },
              child(key),
            ),
          ),
      )
    : [];
  const { endpointGroup, endpointIngress } = doorOf(scope, spec, vpc);
  const endpoint = privateEndpoints.flatMap((service) =>
    BY_ADDRESS[service].map(
      (key) =>
        new VpcEndpoint(
          ...scope.child(
            "endpoint",
            {
              ...common(key),
              vpcEndpointType: "Interface",
              ipAddressType: "ipv4",
              privateDnsEnabled: true,
              subnetIds: subnets.map(({ id }) => id),
              securityGroupIds: [endpointGroup.id],
            },
            child(key),
          ),
        ),
    ),
  );
  return { gatewayEndpoint, endpoint, endpointGroup, endpointIngress };
}

/** Takes TLS from the network and its pods, and starts nothing itself. */
function doorOf(scope: AwsScope, { addresses, tags }: NetworkSpec, vpc: Vpc) {
  const name = physicalName(scope.site, `${scope.name}-endpoints`, { max: 255 });
  const endpointGroup = new SecurityGroup(
    ...scope.child("endpointGroup", {
      name,
      description: "Private endpoints: TLS from the network and its pods",
      vpcId: vpc.id,
      revokeRulesOnDelete: true,
      tags: { ...tags, Name: name },
    }),
  );
  const endpointIngress = (["network", "pods"] as const).map(
    (from) =>
      new SecurityGroupIngressRule(
        ...scope.child(
          "endpointIngress",
          {
            securityGroupId: endpointGroup.id,
            description: `TLS from ${from}`,
            cidrIpv4: addresses[from],
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            tags,
          },
          { of: from },
        ),
      ),
  );
  return { endpointGroup, endpointIngress };
}
