import { Address } from "@pulumi/gcp/compute/address.js";
import { ForwardingRule } from "@pulumi/gcp/compute/forwardingRule.js";
import { RegionSslPolicy } from "@pulumi/gcp/compute/regionSslPolicy.js";
import { RegionTargetHttpProxy } from "@pulumi/gcp/compute/regionTargetHttpProxy.js";
import { RegionTargetHttpsProxy } from "@pulumi/gcp/compute/regionTargetHttpsProxy.js";
import { RegionUrlMap } from "@pulumi/gcp/compute/regionUrlMap.js";
import { physicalName } from "../../core/name.ts";
import type { GcpNetwork } from "../../core/network.ts";
import type { Behind, Edge } from "../edge.ts";
import type { GcpScope } from "../native.ts";
import { HEALTH_PATH } from "../place.ts";
import { backends } from "./backend.ts";
import { certificate } from "./certificate.ts";

/** A regional Application Load Balancer: TLS is opened in the region where the data may be, and nowhere else. */
export function gcpEdge(scope: GcpScope, behind: Behind): Edge {
  const { site, name } = scope;
  const { spec, zone } = behind;
  const network = spec.cluster.network as GcpNetwork;
  const { region } = site;
  const called = (word?: string) => ({
    name: physicalName(site, word ? `${name}-${word}` : name, { max: 63 }),
    region,
  });
  const address = new Address(
    ...scope.child(
      "address",
      { ...called(), addressType: "EXTERNAL", networkTier: "PREMIUM", labels: spec.tags },
      { lasting: true },
    ),
  );
  const { proof, certificate: signed } = certificate(scope, spec, zone);
  const { calls, status, ...served } = backends(scope, behind);
  const routes = new RegionUrlMap(
    ...scope.child("routes", {
      ...called(),
      defaultService: calls.id,
      hostRules: [{ hosts: ["*"], pathMatcher: "all" }],
      pathMatchers: [
        { name: "all", defaultService: calls.id, pathRules: [{ paths: [HEALTH_PATH], service: status.id }] },
      ],
    }),
  );
  const tls = new RegionSslPolicy(
    ...scope.child(
      "tls",
      { ...called(), profile: "RESTRICTED", minTlsVersion: "TLS_1_2" },
      { invariants: ["minTlsVersion"] },
    ),
  );
  const https = new RegionTargetHttpsProxy(
    ...scope.child(
      "https",
      { ...called(), urlMap: routes.id, sslPolicy: tls.id, certificateManagerCertificates: [signed.id] },
      { invariants: ["sslPolicy"] },
    ),
  );
  const redirect = new RegionUrlMap(
    ...scope.child("redirect", {
      ...called("redirect"),
      defaultUrlRedirect: { httpsRedirect: true, stripQuery: false, redirectResponseCode: "MOVED_PERMANENTLY_DEFAULT" },
    }),
  );
  const redirectProxy = new RegionTargetHttpProxy(
    ...scope.child("redirectProxy", { ...called("redirect"), urlMap: redirect.id }),
  );
  const forward = (of: string, port: string, target: string | typeof https.id) =>
    new ForwardingRule(
      ...scope.child(
        "forwarding",
        {
          ...called(of),
          loadBalancingScheme: "EXTERNAL_MANAGED",
          network: network.networkId,
          networkTier: "PREMIUM",
          ipAddress: address.id,
          ipProtocol: "TCP",
          portRange: port,
          target,
          labels: spec.tags,
        },
        { of },
      ),
    );
  return {
    address: { kind: "ip", ip: address.address },
    nodes: {
      address,
      proof,
      certificate: signed,
      ...served,
      backend: [calls, status],
      routes,
      tls,
      https,
      redirect,
      redirectProxy,
      forwarding: [forward("https", "443", https.id), forward("http", "80", redirectProxy.id)],
    },
  };
}
