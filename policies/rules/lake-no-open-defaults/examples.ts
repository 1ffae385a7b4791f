import { type Examples, UNKNOWN } from "../../core/examples.ts";

const lake = "aws:lakeformation/dataLakeSettings:DataLakeSettings";
const catalog = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";
const dataset = "gcp:bigquery/dataset:Dataset";

const everybody = { principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] };
const analysts = { principal: "arn:aws:iam::222222222222:role/analysts", permissions: ["SELECT"] };
const settings = (catalogEncryptionMode: unknown, returnConnectionPasswordEncrypted: unknown) => ({
  dataCatalogEncryptionSettings: {
    encryptionAtRest: { catalogEncryptionMode },
    connectionPasswordEncryption: { returnConnectionPasswordEncrypted },
  },
});

export const examples: Examples = {
  pass: [
    { type: lake, props: { admins: ["arn"] } },
    { type: lake, props: { createDatabaseDefaultPermissions: [], createTableDefaultPermissions: [] } },
    { type: lake, props: { createTableDefaultPermissions: [analysts] } },
    { type: catalog, props: settings("SSE-KMS", true) },
    { type: catalog, props: settings("SSE-KMS-WITH-SERVICE-ROLE", "true") },
    { type: dataset, props: {} },
    { type: dataset, props: { accesses: [{ role: "OWNER", specialGroup: "projectOwners" }] } },
  ],
  fail: [
    { type: lake, props: { createDatabaseDefaultPermissions: [everybody] } },
    { type: lake, props: { createTableDefaultPermissions: [analysts, everybody] } },
    { type: catalog, props: settings("DISABLED", true) },
    { type: catalog, props: settings("SSE-KMS", false) },
    { type: catalog, props: {} },
    { type: dataset, props: { accesses: [{ role: "READER", specialGroup: "allAuthenticatedUsers" }] } },
    { type: dataset, props: { accesses: [{ specialGroup: "projectOwners" }, { specialGroup: "allUsers" }] } },
  ],
  undetermined: [
    { type: lake, props: { createTableDefaultPermissions: UNKNOWN } },
    { type: lake, props: { createTableDefaultPermissions: [{ ...everybody, principal: UNKNOWN }] } },
    { type: catalog, props: settings(UNKNOWN, true) },
    { type: catalog, props: settings("SSE", true) },
    { type: dataset, props: { accesses: UNKNOWN } },
    // the words of other services, and of later days
    ...["DSSE-KMS", "SSE-KMS-V2", "DISABLED_BY_DEFAULT"].map((mode) => ({
      type: catalog,
      props: settings(mode, true),
    })),
  ],
};
