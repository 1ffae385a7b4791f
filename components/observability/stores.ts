import type { Output } from "@pulumi/pulumi";
import type { Bucket } from "../bucket/index.ts";
import type { Cloud, SiteOf } from "../core/site.ts";

type Said = Readonly<Record<string, unknown>>;
/** A bucket as Loki and Tempo name it; who they are, their pods' identity says. */
export interface StorePlace {
  readonly loki: Said;
  readonly tempo: Said;
}

const places: { readonly [C in Cloud]: (site: SiteOf<C>, bucket: Bucket) => StorePlace } = {
  aws: ({ region }, { name }) => ({
    loki: { type: "s3", s3: { region } },
    tempo: { backend: "s3", s3: { bucket: name, region, endpoint: `s3.${region}.amazonaws.com` } },
  }),
  gcp: (_, { name }) => ({
    loki: { type: "gcs" },
    tempo: { backend: "gcs", gcs: { bucket_name: name } },
  }),
  azure: (_, bucket) => ({
    loki: { type: "azure", azure: { accountName: accountOf(bucket), useFederatedToken: true } },
    tempo: {
      backend: "azure",
      azure: {
        container_name: bucket.name,
        storage_account_name: accountOf(bucket),
        use_federated_token: true,
      },
    },
  }),
};

export function storePlace(bucket: Bucket): StorePlace {
  const place = places[bucket.site.cloud] as (site: Bucket["site"], bucket: Bucket) => StorePlace;
  return place(bucket.site, bucket);
}

// https://<account>.blob.core.windows.net/<container>
function accountOf({ endpoint }: Bucket): Output<string> {
  return endpoint.apply((url) => new URL(url).hostname.split(".")[0] ?? "");
}
