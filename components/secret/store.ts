import type { Output, Resource } from "@pulumi/pulumi";
import type { NetworkPlace } from "../core/network.ts";
import type { Cloud, Site, SiteOf } from "../core/site.ts";

/** What a store reads of a secret: where it is, as its outputs say. */
export interface Stored {
  /** What holds it: on Azure a vault of its own. */
  readonly holder: Output<string>;
  readonly name: Output<string>;
  readonly reference: Output<string>;
}
/** A secret as External Secrets finds it: who holds it, and under which key. */
export interface Store {
  readonly provider: Provider;
  readonly key: Output<string>;
  /** What leads to it from the network. */
  readonly way: readonly Resource[];
}
type Provider =
  | { readonly aws: { readonly service: "SecretsManager"; readonly region: string } }
  | { readonly gcpsm: { readonly projectID: string } }
  | { readonly azurekv: { readonly authType: "WorkloadIdentity"; readonly vaultUrl: Output<string> } };

/** From where it is read, and under which name. */
interface Reader {
  readonly network: NetworkPlace;
  readonly name: string;
}

// none has a key of its own: the controller reads as its own identity
const stores: { readonly [C in Cloud]: (site: SiteOf<C>, stored: Stored, reader: Reader) => Store } = {
  aws: ({ region }, { name }) => ({ provider: { aws: { service: "SecretsManager", region } }, key: name, way: [] }),
  gcp: ({ project }, { name }) => ({ provider: { gcpsm: { projectID: project } }, key: name, way: [] }),
  azure: (_, { holder, name, reference }, reader) => ({
    provider: {
      azurekv: { authType: "WorkloadIdentity", vaultUrl: name.apply((vault) => `https://${vault}.vault.azure.net`) },
    },
    key: reference.apply((url) => url.slice(url.lastIndexOf("/") + 1)),
    // the vault is closed to the internet
    way: reader.network.attach({ name: reader.name, service: "secrets", resourceId: holder }),
  }),
};

export function storeOf(site: Site, stored: Stored, reader: Reader): Store {
  return (stores[site.cloud] as (site: Site, stored: Stored, reader: Reader) => Store)(site, stored, reader);
}
