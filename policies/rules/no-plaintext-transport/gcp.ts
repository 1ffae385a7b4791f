import type { TargetHttpProxyArgs } from "@pulumi/gcp/compute/targetHttpProxy.js";
import type { InstanceArgs } from "@pulumi/gcp/redis/instance.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { mustSay } from "../../core/expected.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { notCovered, PASS, undetermined } from "../../core/verdict.ts";

const database: GraphCheck = (instance: Resource<DatabaseInstanceArgs>) => {
  const place = "settings.ipConfiguration";
  const mode = instance.text(`${place}.sslMode`);
  // older providers know this switch instead
  const required = holds(instance.flag(`${place}.requireSsl`), (on) => on);
  if (mode.state === "absent" && required !== false) return required === true ? PASS : undetermined(required);
  return mustSay(mode, {
    good: ["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"],
    bad: ["ALLOW_UNENCRYPTED_AND_ENCRYPTED", "SSL_MODE_UNSPECIFIED"],
    byDefault: "ALLOW_UNENCRYPTED_AND_ENCRYPTED",
  });
};

const toHttps = (place: Bag, redirect: string): Truth => holds(place.flag(`${redirect}.httpsRedirect`), (on) => on);

function each(list: Read<readonly Bag[]>, test: (item: Bag) => Truth): Truth {
  if (list.state === "unknown") return list;
  return list.state === "absent" || allOf(list.value.map(test));
}

function redirects(map: Bag): Truth {
  return allOf([
    toHttps(map, "defaultUrlRedirect"),
    each(map.list("pathMatchers"), (matcher) =>
      allOf([
        toHttps(matcher, "defaultUrlRedirect"),
        each(matcher.list("pathRules"), (rule) => toHttps(rule, "urlRedirect")),
        each(matcher.list("routeRules"), (rule) => toHttps(rule, "urlRedirect")),
      ]),
    ),
  ]);
}

const proxy =
  (mapType: string): GraphCheck =>
  (proxy: Resource<TargetHttpProxyArgs>, { graph }) => {
    const { sure, maybe } = graph.named(proxy, mapType, { key: "urlMap", name: "name" });
    const [map] = sure;
    const [open] = maybe;
    if (map !== undefined) return faultIf(not(redirects(map)), "urlMap", `serves plain HTTP by ${map.name}`);
    if (open !== undefined) return undetermined({ state: "unknown", path: "urlMap" });
    return notCovered("urlMap", "names a URL map that is not in this program");
  };

const cache: GraphCheck = (instance: Resource<InstanceArgs>) =>
  mustSay(instance.text("transitEncryptionMode"), {
    good: ["SERVER_AUTHENTICATION"],
    bad: ["DISABLED", "TRANSIT_ENCRYPTION_MODE_UNSPECIFIED"],
    byDefault: "DISABLED",
  });

export const GCP_CHECKS: Readonly<Record<string, GraphCheck>> = {
  "gcp:sql/databaseInstance:DatabaseInstance": database,
  "gcp:redis/instance:Instance": cache,
  "gcp:compute/targetHttpProxy:TargetHttpProxy": proxy("gcp:compute/uRLMap:URLMap"),
  "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy": proxy("gcp:compute/regionUrlMap:RegionUrlMap"),
};
