import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const type = "kubernetes:networking.istio.io/v1:DestinationRule";
const rule = (trafficPolicy: unknown, more: object = {}): Example => ({
  type,
  props: { metadata: { name: "orders" }, spec: { host: "orders", trafficPolicy, ...more } },
});
const by = (localityLbSetting: unknown, outlierDetection?: unknown) => ({
  loadBalancer: { localityLbSetting },
  ...(outlierDetection !== undefined && { outlierDetection }),
});
const priority = { enabled: true, failoverPriority: ["topology.istio.io/network"] };
const regions = { failover: [{ from: "eu-west-1", to: "europe-west1" }] };
const shares = { distribute: [{ from: "eu-west-1/*", to: { "eu-west-1/*": 80, "europe-west1/*": 20 } }] };
const five = { consecutive5xxErrors: 5 };
const subset = (trafficPolicy: unknown) => ({ subsets: [{ name: "v1" }, { name: "v2", trafficPolicy }] });
const port = (policy: object) => ({ portLevelSettings: [{ port: { number: 8080 }, ...policy }] });

export const examples: Examples = {
  pass: [
    rule(by(priority, five)),
    rule(by(regions, {})),
    rule(by({ enabled: "true" }, { consecutive5xxErrors: 0, consecutiveGatewayErrors: 3 })),
    rule(by(priority, { consecutive5xxErrors: 0, consecutiveErrors: 3 })),
    rule(by(priority, { consecutive5xxErrors: 0, splitExternalLocalOriginErrors: true })),
    rule(by({ enabled: false })),
    rule(by({ ...priority, enabled: false, ...shares })),
    rule(by(shares)),
    rule(by({ ...shares, failover: [], failoverPriority: [] })),
    rule({ loadBalancer: { simple: "LEAST_REQUEST" } }),
    rule(undefined),
    rule({ outlierDetection: five }, subset(by(regions))),
    rule(undefined, subset(by(regions, five))),
    rule(port(by(priority, five))),
    { ...rule(by(priority, five)), type: "kubernetes:networking.istio.io/v1beta1:DestinationRule" },
  ],
  fail: [
    rule(by(priority)),
    rule(by(regions)),
    rule(by({})),
    rule(by({ ...priority, distribute: [] })),
    rule(by(priority, { consecutive5xxErrors: 0 })),
    rule(by(priority, { consecutive5xxErrors: 0, consecutiveGatewayErrors: 0, consecutiveErrors: 0 })),
    rule(by(priority, { consecutive5xxErrors: 0, splitExternalLocalOriginErrors: false })),
    rule(by({ ...shares, ...regions }, five)),
    rule(by({ ...shares, ...priority }, five)),
    rule(undefined, subset(by(regions))),
    // what a subset says itself it does not take from the whole
    rule({ outlierDetection: five }, subset(by(regions, { consecutive5xxErrors: 0 }))),
    rule(undefined, subset(port(by(regions)))),
    // a port takes nothing
    rule({ outlierDetection: five, ...port(by(priority)) }),
    { ...rule(by(regions)), type: "kubernetes:networking.istio.io/v1alpha3:DestinationRule" },
  ],
  undetermined: [
    rule(UNKNOWN),
    rule(by(UNKNOWN)),
    rule(by(priority, UNKNOWN)),
    rule(by({ enabled: UNKNOWN })),
    rule(by({ ...regions, distribute: UNKNOWN }, five)),
    rule(undefined, { subsets: UNKNOWN }),
    rule(port({ loadBalancer: UNKNOWN })),
  ],
};
