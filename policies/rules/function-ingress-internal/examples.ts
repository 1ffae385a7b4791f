import { type Examples, UNKNOWN } from "../../core/examples.ts";

const fn = "gcp:cloudfunctionsv2/function:Function";
const first = "gcp:cloudfunctions/function:Function";
const service = "gcp:cloudrunv2/service:Service";
const serviceV1 = "gcp:cloudrun/service:Service";
const web = "azure-native:web/v20240401:WebApp";
const app = "azure-native:app:ContainerApp";

const ingress = (ingressSettings: unknown) => ({ serviceConfig: { ingressSettings } });
const said = (annotation: unknown) => ({ metadata: { annotations: { "run.googleapis.com/ingress": annotation } } });
const kind = "functionapp,linux";
const restricted = (...ipAddresses: unknown[]) => ({
  kind,
  siteConfig: { ipSecurityRestrictions: ipAddresses.map((ipAddress) => ({ ipAddress, action: "Allow" })) },
});
const container = (ingress: object) => ({ configuration: { ingress: { targetPort: 8080, ...ingress } } });

export const examples: Examples = {
  pass: [
    { type: fn, props: ingress("ALLOW_INTERNAL_ONLY") },
    { type: fn, props: ingress("ALLOW_INTERNAL_AND_GCLB") },
    { type: first, props: { ingressSettings: "ALLOW_INTERNAL_ONLY" } },
    { type: first, props: { ingressSettings: "ALLOW_INTERNAL_AND_GCLB", httpsTriggerSecurityLevel: "SECURE_ALWAYS" } },
    { type: service, props: { ingress: "INGRESS_TRAFFIC_INTERNAL_ONLY" } },
    { type: service, props: { ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" } },
    { type: serviceV1, props: said("internal") },
    { type: serviceV1, props: said("internal-and-cloud-load-balancing") },
    { type: web, props: { kind, publicNetworkAccess: "Disabled" } },
    { type: web, props: restricted("20.30.40.50/32") },
    { type: web, props: { kind, siteConfig: { ipSecurityRestrictionsDefaultAction: "Deny" } } },
    // a rule by service tag names no address
    {
      type: web,
      props: {
        kind,
        siteConfig: { ipSecurityRestrictions: [{ tag: "ServiceTag", ipAddress: "AzureFrontDoor.Backend" }] },
      },
    },
    { type: app, props: {} },
    { type: app, props: container({}) },
    { type: app, props: container({ external: false, allowInsecure: "false" }) },
    { type: service, props: { ingress: "INGRESS_TRAFFIC_NONE" } },
    // closed, however it is called and whatever it is
    { type: first, props: { eventTrigger: UNKNOWN, ingressSettings: "ALLOW_INTERNAL_ONLY" } },
    { type: web, props: { kind: UNKNOWN, publicNetworkAccess: "Disabled" } },
  ],
  fail: [
    { type: fn, props: {} },
    { type: fn, props: { serviceConfig: { availableMemory: "256M" } } },
    { type: fn, props: ingress("ALLOW_ALL") },
    { type: first, props: {} },
    { type: first, props: { ingressSettings: "ALLOW_ALL" } },
    { type: first, props: { ingressSettings: "ALLOW_INTERNAL_ONLY", httpsTriggerSecurityLevel: "SECURE_OPTIONAL" } },
    { type: service, props: {} },
    { type: service, props: { ingress: "INGRESS_TRAFFIC_ALL" } },
    { type: serviceV1, props: {} },
    { type: serviceV1, props: said("all") },
    // it is said of the service, and of its revisions it says nothing
    { type: serviceV1, props: { template: said("internal") } },
    { type: web, props: { kind } },
    { type: web, props: { kind: "FunctionApp", publicNetworkAccess: "Enabled" } },
    { type: web, props: restricted("0.0.0.0/0") },
    { type: web, props: restricted("20.30.40.50/32", "Any") },
    { type: app, props: container({ external: true }) },
    { type: app, props: container({ external: "false", allowInsecure: true }) },
    { type: service, props: { ingress: "INGRESS_TRAFFIC_UNSPECIFIED" } },
    { type: web, props: restricted() },
  ],
  undetermined: [
    { type: fn, props: { serviceConfig: UNKNOWN } },
    { type: fn, props: ingress("ALLOW_SOMEBODY") },
    { type: first, props: { ingressSettings: UNKNOWN } },
    { type: first, props: { eventTrigger: UNKNOWN } },
    { type: service, props: { ingress: UNKNOWN } },
    { type: serviceV1, props: said(UNKNOWN) },
    { type: serviceV1, props: { metadata: UNKNOWN } },
    { type: serviceV1, props: { metadata: { annotations: UNKNOWN } } },
    { type: serviceV1, props: said("INGRESS_TRAFFIC_INTERNAL_ONLY") },
    { type: web, props: { kind: UNKNOWN } },
    { type: web, props: { kind, publicNetworkAccess: UNKNOWN } },
    { type: web, props: restricted(UNKNOWN) },
    { type: app, props: container({ external: UNKNOWN }) },
  ],
  notApplicable: [
    { type: first, props: { eventTrigger: { eventType: "google.pubsub.topic.publish", resource: "orders" } } },
    { type: web, props: {} },
    { type: web, props: { kind: "app,linux", publicNetworkAccess: "Enabled" } },
  ],
};
