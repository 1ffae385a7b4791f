import { output, ProviderResource } from "@pulumi/pulumi";
import { Addons, type AddonsArgs } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Identity } from "../core/identity.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { ServiceMesh } from "../mesh/index.ts";
import type { GatewayArgs, Proof, Zone } from "./args.ts";

class TestRecord extends ProviderResource {}

/** A zone that keeps what it was asked to prove. */
export function testZone(domain = "shop.example"): Zone & { readonly proofs: Map<string, Proof> } {
  const proofs = new Map<string, Proof>();
  const delegated = new Set<string>();
  return {
    domain,
    authorities: ["amazon.com", "pki.goog", "letsencrypt.org"],
    delegated,
    delegate: (below) => {
      delegated.add(below);
      return new TestRecord("record", below);
    },
    proofs,
    prove: (key, proof) => {
      proofs.set(key, proof);
      return new TestRecord("record", key);
    },
  };
}

/** A mesh of test clusters, one on each site. */
export function testMesh(...sites: readonly Site[]) {
  const clusters = sites.map((site): KubernetesCluster => ({ ...testCluster(site), version: "1.35" }));
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain: "mesh.acme.example",
    trust: { kind: "selfSigned" },
  });
  return { clusters, mesh };
}

export const issuer = {
  issuer: "https://login.acme.example",
  jwksUri: "https://login.acme.example/keys",
  audiences: ["shop"],
};
/** A certificate as `Secret` would keep it. */
export const vaultCertificate = {
  reference: output("https://vault.example/secrets/certificate"),
  grantRead: (identity: Identity) => ({ right: "read", identity, resources: [] }),
};
/** What a gateway stands on in its cluster. */
export function testAddons(cluster: KubernetesCluster, more: Partial<AddonsArgs> = {}): Addons {
  const only = ["gateway-api", "cert-manager", "external-secrets"] as const;
  return new Addons(`${cluster.name}-addons`, { cluster, only, ...more });
}
/** What a gateway is given on any cloud, beside its place. */
export const served: Pick<GatewayArgs, "hosts" | "jwt"> = {
  hosts: [
    { host: "shop.example", routes: [{ namespace: "shop", service: "web", port: 80, podPort: 8080 }] },
    { host: "api.shop.example", routes: [{ namespace: "orders", service: "orders", port: 80 }] },
  ],
  jwt: [issuer],
};
