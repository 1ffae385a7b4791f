import type { Output, Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { GatewayScope } from "../native.ts";
import { EDGE } from "../place.ts";
import { inEdge } from "./names.ts";

/** A target group of AWS's, and who sends to it. */
export interface Binding {
  readonly targetGroupArn: Output<string>;
  readonly securityGroupId: Output<string>;
  /** Of the service, and of its pods. */
  readonly port: number;
  readonly podPort: number;
}

/** Enters the pods into the balancer's target group, and lets the balancer in to them. */
export function bind(
  scope: GatewayScope,
  { targetGroupArn, securityGroupId, port, podPort }: Binding,
  after: readonly Resource[],
) {
  return custom(
    "elbv2.k8s.aws/v1beta1/TargetGroupBinding",
    ...scope.child(
      "binding",
      {
        metadata: inEdge(`${EDGE.name}-${podPort}`),
        spec: {
          targetGroupARN: targetGroupArn,
          targetType: "ip",
          serviceRef: { name: EDGE.name, port },
          networking: {
            ingress: [
              {
                from: [{ securityGroup: { groupID: securityGroupId } }],
                ports: [{ port: podPort, protocol: "TCP" }],
              },
            ],
          },
        },
      },
      { of: String(podPort), dependsOn: [...after] },
    ),
  );
}
