import type { Output } from "@pulumi/pulumi";
import type { Bucket } from "../bucket/index.ts";
import type { Cloud, SiteOf } from "../core/site.ts";

/** A bucket as one cloud's plugin of Velero names it. */
export interface Place {
  readonly provider: string;
  readonly config: Readonly<Record<string, string | Output<string>>>;
}

const places: { readonly [C in Cloud]: (site: SiteOf<C>, bucket: Bucket) => Place } = {
  aws: ({ region }) => ({ provider: "velero.io/aws", config: { region } }),
  gcp: () => ({ provider: "velero.io/gcp", config: {} }),
  azure: ({ subscriptionId, resourceGroupName }, bucket) => ({
    provider: "velero.io/azure",
    config: {
      subscriptionId,
      resourceGroup: resourceGroupName,
      // https://<account>.blob.core.windows.net/<container>
      storageAccount: bucket.endpoint.apply((url) => new URL(url).hostname.split(".")[0] ?? ""),
      useAAD: "true",
    },
  }),
};

export function placeOf(bucket: Bucket): Place {
  const place = places[bucket.site.cloud] as (site: Bucket["site"], bucket: Bucket) => Place;
  return place(bucket.site, bucket);
}
