import type { Rule } from "../../core/rule.ts";
import { balancer } from "./aws.ts";
import { service } from "./kubernetes.ts";

export const emptyLoadBalancer: Rule = {
  id: "empty-load-balancer",
  packs: ["cost"],
  title: "A balancer has something behind it",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "A balancer is paid for by the hour, and answers with an error when nothing stands behind it.",
  fixText: ({ type, path }) => {
    if (type.startsWith("kubernetes:")) return path === "spec.ports" ? "Add `spec.ports`." : FIX_SERVICE;
    return "Add a Listener that forwards to a TargetGroup with targets, or remove the balancer.";
  },
  checks: {
    "aws:lb/loadBalancer:LoadBalancer": balancer,
    "kubernetes:core/v1:Service": service,
  },
};

const FIX_SERVICE = "Set `spec.selector` to the labels of a workload in this namespace, or `spec.type: ClusterIP`.";
