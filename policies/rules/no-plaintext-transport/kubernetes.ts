import type { IngressArgs } from "@pulumi/kubernetes/networking/v1/ingress.js";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { every, notApplicable, PASS, undetermined } from "../../core/verdict.ts";
import { comesInBy, GATEWAY, HTTP_ROUTE, listenersOf, onlyRedirects } from "../../models/gateway.ts";

// controllers of the clouds take the certificate from here
const CERTIFICATES = new Set([
  "alb.ingress.kubernetes.io/certificate-arn",
  "networking.gke.io/managed-certificates",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
  "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
]);

const ingress: GraphCheck = (ingress: Resource<IngressArgs>) => {
  const tls = holds(ingress.list("spec.tls"), (list) => list.length > 0);
  const annotations = ingress.bag("metadata.annotations").keys();
  const certificate = holds(annotations, (names) => names.some((name) => CERTIFICATES.has(name)));
  return faultIf(not(anyOf([tls, certificate])), "spec.tls", "is not set, so the ingress speaks plain HTTP");
};

const speaks = (listener: Bag, ...protocols: readonly string[]): Truth =>
  holds(listener.text("protocol"), (protocol) => protocols.includes(protocol));

const gateway: GraphCheck = (gateway, { graph }) => {
  const listeners = listenersOf(gateway);
  if (listeners.state === "unknown") return undetermined(listeners);
  if (listeners.state === "absent") return PASS;
  const routes = graph.ofType(HTTP_ROUTE);
  return every(
    listeners.value.flatMap((listener) => {
      const used = anyOf(routes.map((route) => comesInBy(route, gateway, listener)));
      const noTls = holds(listener.read("tls"), () => false, true);
      return [
        // the routes that are bound to it answer for themselves
        faultIf(
          allOf([speaks(listener, "HTTP"), not(used)]),
          `${listener.path}.protocol`,
          "is HTTP, and nothing redirects it",
        ),
        faultIf(allOf([speaks(listener, "HTTPS", "TLS"), noTls]), `${listener.path}.tls`, "is not set"),
      ];
    }),
  );
};

const toHttps = (redirect: Bag): Truth => holds(redirect.text("scheme"), (scheme) => scheme === "https");

const route: GraphCheck = (route, { graph }) => {
  const gateways = graph.ofType(GATEWAY);
  if (gateways.length === 0) return notApplicable("its gateway is not in this program");
  const plain = gateways.map((gateway): Truth => {
    const listeners = listenersOf(gateway);
    if (listeners.state !== "known") return listeners.state === "unknown" ? listeners : false;
    return anyOf(
      listeners.value.map((listener) => allOf([comesInBy(route, gateway, listener), speaks(listener, "HTTP")])),
    );
  });
  const fault = allOf([anyOf(plain), not(onlyRedirects(route, toHttps))]);
  return faultIf(fault, "spec.parentRefs", "binds it to an HTTP listener, and it does more than redirect");
};

export const KUBERNETES_CHECKS: Readonly<Record<string, GraphCheck>> = {
  "kubernetes:networking.k8s.io/v1:Ingress": ingress,
  [GATEWAY]: gateway,
  [HTTP_ROUTE]: route,
};
