import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, onlyIf, someItem, type Truth } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { isBounded, isInternal, isKnownByName } from "../../models/balancer.ts";

const NETWORK = "topology.istio.io/network";
const PORT_LABEL = "networking.istio.io/gatewayPort";
/** Of what the controller of the Gateway API makes; its Gateway decides. */
const MANAGED = "gateway.networking.k8s.io/gateway-name";
/** Where gateways take calls from other networks: by TLS, and in ambient mode by HBONE. */
const TLS_PORT = "15443";
const HBONE_PORT = "15008";
const some = (list: readonly unknown[]) => list.length > 0;

/** Whether it has a port at which other networks call; the one for TLS may be another by a label. */
function opensPort(service: Resource): Truth {
  const said = service.bag("metadata.labels").under(PORT_LABEL).itself();
  if (said.state === "unknown") return said;
  const ports = [said.state === "known" ? said.value : TLS_PORT, HBONE_PORT];
  return someItem(service.list("spec.ports"), (one) => holds(one.text("port"), (port) => ports.includes(port)));
}

function judge(own: Resource): readonly Verdict[] {
  const label = (name: string) => own.bag("metadata.labels").under(name).self();
  const ofNetwork = isSet(label(NETWORK));
  const byName = anyOf(
    [own.text("spec.selector.istio"), own.text("metadata.labels.istio")].map((read) =>
      holds(read, (word) => word === "eastwestgateway"),
    ),
  );
  const balanced = holds(own.text("spec.type"), (type) => type === "LoadBalancer");
  const placed = anyOf([
    balanced,
    holds(own.list("spec.externalIPs"), some),
    isSet(own.bag("metadata.annotations").under("traffic.istio.io/nodeSelector").self()),
  ]);
  const isGateway = anyOf([ofNetwork, allOf([byName, opensPort(own), balanced])]);
  return onlyIf(
    allOf([isGateway, not(isSet(label(MANAGED)))]),
    "is no gateway between networks of the program's own",
    () => [
      faultIf(
        allOf([ofNetwork, not(placed)]),
        own.text("spec.type").path,
        "gives it no address that other networks reach",
      ),
      faultIf(not(opensPort(own)), own.list("spec.ports").path, "has no port 15443, at which other networks call"),
      faultIf(
        allOf([balanced, not(isInternal(own)), not(isBounded(own))]),
        own.list("spec.loadBalancerSourceRanges").path,
        "lets the whole internet try",
      ),
      faultIf(
        allOf([balanced, isKnownByName(own)]),
        "metadata.annotations",
        "fix no addresses: it is known by a name, which control planes look up now and then only",
        "low",
      ),
    ],
  );
}

export const istioEastWestReachable: Rule = {
  id: "istio-east-west-reachable",
  packs: ["zero-trust", "reliability"],
  title: "Gateways between clusters are reached by the clusters, and by nobody else",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Every service of a cluster is behind its east-west gateway: who reaches it reaches them all, and who cannot reaches none.",
  fixText: ({ path }) => {
    if (path === "spec.type") return "Set `type: LoadBalancer`, with the cloud's annotation for an internal one.";
    if (path === "spec.ports") return "Add port 15443, or name another in the label `networking.istio.io/gatewayPort`.";
    if (path === "metadata.annotations")
      return "Set `service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses` (`-eip-allocations` if it is public).";
    return "Make it internal by the cloud's annotation, or list the other clusters' ranges in `loadBalancerSourceRanges`.";
  },
  checks: { "kubernetes:core/v1:Service": judge },
};
