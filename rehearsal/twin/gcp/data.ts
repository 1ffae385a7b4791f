import { isList, isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { callerOf, projectOf } from "./site.ts";

const REPLICATION: Properties = { auto: null, userManaged: null };
const millis = ({ now }: Context): number => Date.parse(now);
const dataset = (context: Context): string =>
  `projects/${projectOf(context)}/datasets/${text(context.inputs, "datasetId") ?? ""}`;

/** A table is where its dataset is. */
const locationOf = ({ inputs, world }: Context): string => {
  const there = world.find("gcp", "gcp:bigquery/dataset:Dataset", text(inputs, "datasetId") ?? "");
  return (there && text(there.outputs, "location")) ?? "US";
};

/** Secrets, warehouses, logs, databases and names. */
export const data: readonly TwinType[] = [
  {
    token: "gcp:secretmanager/secret:Secret",
    computed: ({ inputs, site }) => ({
      name: `projects/${site.places.gcp.projectNumber}/secrets/${text(inputs, "secretId") ?? ""}`,
      replication: { ...REPLICATION, ...(isObject(inputs["replication"]) && inputs["replication"]) },
    }),
    limits: (inputs) => [
      [
        "secretId",
        !/^[A-Za-z0-9_-]{1,255}$/.test(text(inputs, "secretId") ?? "a"),
        "googleapi: Error 400: secret_id must match [a-zA-Z_0-9-]{1,255}",
      ],
    ],
    forceNew: ["secretId", "project", "replication"],
    otherwise: "update",
    source: "Secret Manager API reference: projects.secrets",
  },
  {
    token: "gcp:secretmanager/secretVersion:SecretVersion",
    defaults: { deletionPolicy: "DELETE", enabled: true, isSecretDataBase64: false },
    id: ({ inputs }) => `${text(inputs, "secret") ?? ""}/versions/1`,
    shared: true,
    computed: (_context, id) => ({ name: id, version: "1" }),
    needs: [
      {
        property: "secret",
        to: "gcp:secretmanager/secret:Secret",
        words: (value) => `googleapi: Error 404: Secret [${value}] not found or has no versions.`,
      },
    ],
    inPlace: ["enabled", "deletionPolicy"],
    otherwise: "replace",
    source: "Secret Manager API reference: projects.secrets.versions",
  },
  {
    token: "gcp:bigquery/dataset:Dataset",
    defaults: { deleteContentsOnDestroy: false, location: "US" },
    id: dataset,
    computed: (context, id) => ({
      creationTime: millis(context),
      lastModifiedTime: millis(context),
      selfLink: `https://bigquery.googleapis.com/bigquery/v2/${id}`,
      accesses: isList(context.inputs["accesses"])
        ? context.inputs["accesses"]
        : [
            ...["WRITER", "OWNER", "READER"].map((role) => ({
              role,
              specialGroup: `project${role.charAt(0)}${role.slice(1).toLowerCase()}s`,
            })),
            { role: "OWNER", userByEmail: callerOf(context) },
          ],
    }),
    holds: ({ inputs, world }) =>
      inputs["deleteContentsOnDestroy"] !== true &&
      world.list("gcp", "gcp:bigquery/table:Table").some(({ outputs }) => outputs["datasetId"] === inputs["datasetId"])
        ? `googleapi: Error 400: Dataset ${text(inputs, "datasetId") ?? ""} is still in use, resourceInUse`
        : undefined,
    forceNew: ["datasetId", "location", "project"],
    otherwise: "update",
    source: "BigQuery API reference: datasets",
  },
  {
    token: "gcp:bigquery/table:Table",
    needs: [
      {
        property: "datasetId",
        to: "gcp:bigquery/dataset:Dataset",
        words: (value) => `googleapi: Error 404: Not found: Dataset ${value}, notFound`,
      },
    ],
    defaults: { deletionProtection: true },
    id: (context) => `${dataset(context)}/tables/${text(context.inputs, "tableId") ?? ""}`,
    computed: (context, id) => ({
      creationTime: millis(context),
      expirationTime: context.inputs["expirationTime"] ?? 0,
      lastModifiedTime: millis(context),
      location: locationOf(context),
      selfLink: `https://bigquery.googleapis.com/bigquery/v2/${id}`,
      type: context.inputs["view"] === undefined ? "TABLE" : "VIEW",
    }),
    deleteBeforeReplace: true,
    holds: ({ inputs }) =>
      inputs["deletionProtection"] === true
        ? "cannot destroy table without setting deletion_protection=false and running `terraform apply`"
        : undefined,
    forceNew: ["datasetId", "tableId", "project", "rangePartitioning", "timePartitioning"],
    otherwise: "update",
    source: "BigQuery API reference: tables",
  },
  {
    token: "gcp:logging/projectSink:ProjectSink",
    id: (context) => `projects/${projectOf(context)}/sinks/${text(context.inputs, "name") ?? ""}`,
    computed: ({ site }) => ({
      writerIdentity: `serviceAccount:service-${site.places.gcp.projectNumber}@gcp-sa-logging.iam.gserviceaccount.com`,
    }),
    forceNew: ["name", "project"],
    otherwise: "update",
    source: "Cloud Logging API reference: projects.sinks",
  },
  {
    token: "gcp:sql/databaseInstance:DatabaseInstance",
    defaults: { deletionProtection: true },
    id: ({ inputs }) => text(inputs, "name") ?? "",
    computed: (context) => {
      const region = text(context.inputs, "region") ?? context.site.region;
      const own = text(context.inputs, "name") ?? "";
      return {
        instanceType: text(context.inputs, "instanceType") ?? "CLOUD_SQL_INSTANCE",
        dnsName: "",
        ipAddresses: [{ ipAddress: "203.0.113.20", timeToRetire: "", type: "PRIMARY" }],
        connectionName: `${projectOf(context)}:${region}:${own}`,
        firstIpAddress: "203.0.113.20",
        privateIpAddress: "",
        publicIpAddress: "203.0.113.20",
        region,
        selfLink: `https://sqladmin.googleapis.com/sql/v1beta4/projects/${projectOf(context)}/instances/${own}`,
        serviceAccountEmailAddress: `p${context.site.places.gcp.projectNumber}-${context.dice.letters("sql", 6)}@gcp-sa-cloud-sql.iam.gserviceaccount.com`,
      };
    },
    holds: ({ inputs }) =>
      inputs["deletionProtection"] === true
        ? "Error, failed to delete instance because deletion_protection is set to true. Set it to false to proceed with instance deletion"
        : undefined,
    tombstone: "the name of a deleted instance stays taken for a week",
    forceNew: ["name", "project", "region", "databaseVersion", "encryptionKeyName", "masterInstanceName"],
    otherwise: "update",
    source: "Cloud SQL Admin API reference: instances",
  },
  {
    token: "gcp:sql/user:User",
    needs: [
      {
        property: "instance",
        to: "gcp:sql/databaseInstance:DatabaseInstance",
        words: () => "googleapi: Error 404: The Cloud SQL instance does not exist., instanceDoesNotExist",
      },
    ],
    id: ({ inputs }) =>
      [text(inputs, "name"), text(inputs, "host"), text(inputs, "instance")].map((part) => part ?? "").join("/"),
    forceNew: ["name", "host", "instance", "project", "type"],
    otherwise: "update",
    source: "Cloud SQL Admin API reference: users",
  },
  {
    token: "gcp:kms/keyRing:KeyRing",
    tombstone: "key rings cannot be deleted",
    otherwise: "replace",
    source: "Cloud KMS API reference: projects.locations.keyRings",
  },
  {
    token: "gcp:kms/cryptoKey:CryptoKey",
    needs: [
      {
        property: "keyRing",
        to: "gcp:kms/keyRing:KeyRing",
        words: (value) => `googleapi: Error 404: KeyRing ${value} not found., notFound`,
      },
    ],
    defaults: { destroyScheduledDuration: "2592000s", purpose: "ENCRYPT_DECRYPT", skipInitialVersionCreation: false },
    id: ({ inputs }) => `${text(inputs, "keyRing") ?? ""}/cryptoKeys/${text(inputs, "name") ?? ""}`,
    tombstone: "keys cannot be deleted; their versions are destroyed",
    forceNew: ["name", "keyRing", "purpose", "destroyScheduledDuration", "importOnly", "skipInitialVersionCreation"],
    otherwise: "update",
    source: "Cloud KMS API reference: projects.locations.keyRings.cryptoKeys",
  },
  {
    token: "gcp:dns/managedZone:ManagedZone",
    assumed: { dnsName: "example.com." },
    defaults: { description: "Managed by Pulumi", forceDestroy: false, visibility: "public" },
    computed: ({ dice, now, inputs }) => ({
      creationTime: now,
      cloudLoggingConfig: isObject(inputs["cloudLoggingConfig"])
        ? inputs["cloudLoggingConfig"]
        : { enableLogging: false },
      managedZoneId: Number(dice.digits("zone", 19)),
      nameServers: [1, 2, 3, 4].map((n) => `ns-cloud-c${n}.googledomains.com.`),
    }),
    limits: (inputs) => [
      [
        "dnsName",
        text(inputs, "dnsName")?.endsWith(".") === false,
        "googleapi: Error 400: Invalid value for 'entity.managedZone.dnsName': must end with a dot",
      ],
    ],
    forceNew: ["name", "dnsName", "project", "visibility"],
    otherwise: "update",
    source: "Cloud DNS API reference: managedZones",
  },
  {
    token: "gcp:dns/recordSet:RecordSet",
    needs: [
      {
        property: "managedZone",
        to: "gcp:dns/managedZone:ManagedZone",
        words: (value) =>
          `googleapi: Error 404: The 'parameters.managedZone' resource named '${value}' does not exist., notFound`,
      },
    ],
    id: (context) =>
      `projects/${projectOf(context)}/managedZones/${text(context.inputs, "managedZone") ?? ""}/rrsets/${text(context.inputs, "name") ?? ""}/${text(context.inputs, "type") ?? ""}`,
    forceNew: ["name", "managedZone", "project"],
    otherwise: "update",
    source: "Cloud DNS API reference: resourceRecordSets",
  },
];
