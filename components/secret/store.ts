import type { Output } from "@pulumi/pulumi";
import type { Cloud, Site, SiteOf } from "../core/site.ts";

/** What a store reads of a secret: where it is, as its outputs say. */
export interface Stored {
  readonly name: Output<string>;
  readonly reference: Output<string>;
}
/** A secret as External Secrets finds it: who holds it, and under which key. */
export interface Store {
  readonly provider: Provider;
  readonly key: Output<string>;
}
type Provider =
  | { readonly aws: { readonly service: "SecretsManager"; readonly region: string } }
  | { readonly gcpsm: { readonly projectID: string } }
  | { readonly azurekv: { readonly authType: "WorkloadIdentity"; readonly vaultUrl: Output<string> } };

// none has a key of its own: the controller reads as its own identity
const stores: { readonly [C in Cloud]: (site: SiteOf<C>, stored: Stored) => Store } = {
  aws: ({ region }, { name }) => ({ provider: { aws: { service: "SecretsManager", region } }, key: name }),
  gcp: ({ project }, { name }) => ({ provider: { gcpsm: { projectID: project } }, key: name }),
  azure: (_, { name, reference }) => ({
    provider: {
      azurekv: { authType: "WorkloadIdentity", vaultUrl: name.apply((vault) => `https://${vault}.vault.azure.net`) },
    },
    key: reference.apply((url) => url.slice(url.lastIndexOf("/") + 1)),
  }),
};

export function storeOf(site: Site, stored: Stored): Store {
  return (stores[site.cloud] as (site: Site, stored: Stored) => Store)(site, stored);
}
