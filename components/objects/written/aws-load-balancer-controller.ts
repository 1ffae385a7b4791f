// AWS Load Balancer Controller 2.13
export interface AwsLoadBalancerControllerKinds {
  "elbv2.k8s.aws/v1beta1/TargetGroupBinding": { spec: TargetGroupBinding };
}

interface TargetGroupBinding {
  targetGroupARN: string;
  targetType?: "instance" | "ip";
  serviceRef: { name: string; port: number | string };
  networking?: { ingress: IngressRule[] };
  ipAddressType?: "ipv4" | "ipv6";
  vpcID?: string;
}
interface IngressRule {
  from: { securityGroup?: { groupID: string }; ipBlock?: { cidr: string } }[];
  ports: { port?: number | string; protocol?: "TCP" | "UDP" }[];
}
