import type { Network } from "@pulumi/gcp/compute/network.js";
import { ManagedZone } from "@pulumi/gcp/dns/managedZone.js";
import { RecordSet } from "@pulumi/gcp/dns/recordSet.js";
import { physicalName } from "../../core/name.ts";
import type { PrivateService } from "../../core/network.ts";
import type { NetworkSpec } from "../args.ts";
import type { GcpScope } from "../native.ts";

/** `restricted.googleapis.com`: reachable from inside alone, and only what VPC Service Controls can guard. */
export const RESTRICTED_RANGE = "199.36.153.4/30";
const ADDRESSES = ["199.36.153.4", "199.36.153.5", "199.36.153.6", "199.36.153.7"];
const TTL_SECONDS = 300;
const API = "googleapis.com";
/** The names that a service has (VPC documentation, "Private Google Access: domain options"). */
const DOMAINS: { readonly [S in PrivateService]: readonly string[] } = {
  storage: [API],
  registry: [API, "pkg.dev", "gcr.io"],
  keys: [API],
  secrets: [API],
  logs: [API],
  tokens: [API],
  kubernetes: [API, "gke.goog"],
};

/** Private zones in which the names of Google's services are addresses that are not on the internet. */
export function privateAccess(scope: GcpScope, { privateEndpoints, tags }: NetworkSpec, network: Network) {
  const domains = [...new Set(privateEndpoints.flatMap((service) => DOMAINS[service]))];
  const made = domains.map((domain) => zoneOf(scope, domain, { labels: tags, networkUrl: network.id }));
  return { zone: made.map(({ zone }) => zone), record: made.flatMap(({ records }) => records) };
}

function zoneOf(
  scope: GcpScope,
  domain: string,
  { labels, networkUrl }: { readonly labels: NetworkSpec["tags"]; readonly networkUrl: Network["id"] },
) {
  const { site, name } = scope;
  const of = domain.replace(".", "-");
  const zone = new ManagedZone(
    ...scope.child(
      "zone",
      {
        name: physicalName(site, `${name}-${of}`, { max: 63 }),
        dnsName: `${domain}.`,
        description: "Google's services without the internet",
        visibility: "private",
        privateVisibilityConfig: { networks: [{ networkUrl }] },
        cloudLoggingConfig: { enableLogging: true },
        forceDestroy: false,
        labels,
      },
      { of },
    ),
  );
  const record = (key: string, type: string, rrdatas: string[]) =>
    new RecordSet(
      ...scope.child(
        "record",
        { managedZone: zone.name, name: key, type, ttl: TTL_SECONDS, rrdatas },
        { of: `${of}-${type.toLowerCase()}` },
      ),
    );
  const records = [record(`${domain}.`, "A", ADDRESSES), record(`*.${domain}.`, "CNAME", [`${domain}.`])];
  return { zone, records };
}
