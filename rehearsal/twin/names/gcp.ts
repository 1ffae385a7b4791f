import type { NameRule } from "./rule.ts";

const named = (max: number, lower = true): NameRule => ({ property: "name", max, lower });
const at = (property: string, max: number, more: Partial<NameRule> = {}): NameRule => ({ property, max, ...more });
const lower = (...tokens: readonly string[]) => Object.fromEntries(tokens.map((token) => [token, named(63)]));

/** Where the Google Cloud provider's naming differs from a dash and seven hexadecimal digits. */
export const GCP_NAMES: { readonly [token: string]: NameRule | "never" } = {
  ...lower(
    "gcp:compute/backendService:BackendService",
    "gcp:compute/httpHealthCheck:HttpHealthCheck",
    "gcp:compute/httpsHealthCheck:HttpsHealthCheck",
    "gcp:compute/network:Network",
    "gcp:compute/router:Router",
    "gcp:compute/routerNat:RouterNat",
    "gcp:compute/securityPolicy:SecurityPolicy",
    "gcp:compute/subnetwork:Subnetwork",
    "gcp:compute/targetHttpProxy:TargetHttpProxy",
    "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
    "gcp:compute/uRLMap:URLMap",
    "gcp:firestore/database:Database",
    "gcp:cloudrun/service:Service",
  ),
  "gcp:cloudrunv2/service:Service": named(50),
  "gcp:cloudfunctions/function:Function": named(63, false),
  "gcp:storage/bucket:Bucket": named(222, false),
  "gcp:serviceaccount/account:Account": at("accountId", 30),
  "gcp:organizations/project:Project": at("projectId", 30, { lower: true }),
  "gcp:organizations/iAMCustomRole:IAMCustomRole": at("roleId", 255, { separator: "_" }),
  "gcp:projects/iAMCustomRole:IAMCustomRole": at("roleId", 255),
  "gcp:secretmanager/secret:Secret": at("secretId", 255),
  "gcp:dataproc/metastoreService:MetastoreService": at("serviceId", 63),
  "gcp:dns/recordSet:RecordSet": "never",
};
