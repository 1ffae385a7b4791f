import { type Context, type TwinType, text } from "../type.ts";
import { arn, regionOf } from "./arn.ts";
import { inTwoZones } from "./zones.ts";

const own = ({ inputs }: Context): string => text(inputs, "name") ?? "";
const SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const PORTS: { readonly [engine: string]: number } = {
  mysql: 3306,
  mariadb: 3306,
  postgres: 5432,
  "oracle-ee": 1521,
  "sqlserver-ex": 1433,
};

const table: TwinType = {
  token: "aws:dynamodb/table:Table",
  defaults: { billingMode: "PROVISIONED" },
  id: own,
  taken: (_context, id) => `ResourceInUseException: Table already exists: ${id}`,
  holds: ({ inputs }) =>
    inputs["deletionProtectionEnabled"] === true
      ? "ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."
      : undefined,
  computed: (context, id) => {
    const full = arn(context, "dynamodb", `table/${id}`);
    const streams = context.inputs["streamEnabled"] === true;
    return {
      arn: full,
      name: id,
      streamArn: streams ? `${full}/stream/${context.now.replace("Z", ".000")}` : "",
      streamLabel: streams ? context.now.replace("Z", ".000") : "",
      tableClass: text(context.inputs, "tableClass") ?? "",
    };
  },
  forceNew: ["name", "hashKey", "rangeKey", "localSecondaryIndexes", "importTable", "region"],
  otherwise: "update",
  source: "Amazon DynamoDB API Reference: CreateTable, UpdateTable",
};
const secret: TwinType = {
  token: "aws:secretsmanager/secret:Secret",
  defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
  id: (context) =>
    arn(context, "secretsmanager", `secret:${own(context)}-${context.dice.letters("suffix", 6, SUFFIX)}`),
  claims: (context) =>
    own(context) === "" ? [] : [`secretsmanager ${context.site.account} ${regionOf(context)} ${own(context)}`],
  taken: (context) =>
    `ResourceExistsException: The operation failed because the secret ${own(context)} already exists.`,
  computed: (_context, id) => ({ arn: id }),
  tombstone: "a secret is kept for its recovery window (30 days unless set otherwise)",
  forceNew: ["name", "namePrefix", "region"],
  otherwise: "update",
  source: "AWS Secrets Manager API Reference: CreateSecret, DeleteSecret",
};
const secretVersion: TwinType = {
  token: "aws:secretsmanager/secretVersion:SecretVersion",
  id: ({ inputs, dice }) => `${text(inputs, "secretId") ?? ""}|terraform-${dice.digits("version", 26)}`,
  needs: [
    {
      property: "secretId",
      to: "aws:secretsmanager/secret:Secret",
      words: () => "ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    },
  ],
  computed: ({ inputs }, id) => ({
    arn: text(inputs, "secretId") ?? "",
    versionId: id.slice(id.indexOf("|") + 1),
    versionStages: inputs["versionStages"] ?? ["AWSCURRENT"],
    hasSecretStringWo: false,
  }),
  inPlace: ["versionStages"],
  otherwise: "replace",
  source: "AWS Secrets Manager API Reference: PutSecretValue",
};
const subnetGroup: TwinType = {
  token: "aws:rds/subnetGroup:SubnetGroup",
  defaults: { description: "Managed by Pulumi" },
  id: own,
  taken: (_context, id) => `DBSubnetGroupAlreadyExists: The DB subnet group '${id}' already exists.`,
  limits: (inputs) => [
    [
      "name",
      !/^[a-z0-9._ -]{1,255}$/.test(text(inputs, "name") ?? "a") || text(inputs, "name") === "default",
      'only lowercase alphanumeric characters, hyphens, underscores, periods, and spaces allowed in "name", and not "default"',
    ],
  ],
  refuses: (context) => [
    [
      "subnetIds",
      !inTwoZones(context, context.inputs["subnetIds"]),
      "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add subnets to cover at least 2 AZs.",
    ],
  ],
  holds: ({ world }, id) =>
    world.list("aws", "aws:rds/instance:Instance").some(({ outputs }) => outputs["dbSubnetGroupName"] === id)
      ? `InvalidDBSubnetGroupStateFault: Cannot delete the subnet group '${id}' because at least one database instance is still using it.`
      : undefined,
  computed: (context, id) => ({ arn: arn(context, "rds", `subgrp:${id}`), name: id, supportedNetworkTypes: ["IPV4"] }),
  forceNew: ["name", "namePrefix", "region"],
  otherwise: "update",
  source: "Amazon RDS API Reference: CreateDBSubnetGroup, ModifyDBSubnetGroup, DeleteDBSubnetGroup",
};
const instance: TwinType = {
  token: "aws:rds/instance:Instance",
  needs: [
    {
      property: "dbSubnetGroupName",
      to: "aws:rds/subnetGroup:SubnetGroup",
      words: (value) => `DBSubnetGroupNotFoundFault: DB subnet group '${value}' does not exist.`,
    },
  ],
  id: (context) => `db-${context.dice.letters("db", 26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`,
  claims: (context) => [`rds ${context.site.account} ${regionOf(context)} ${text(context.inputs, "identifier") ?? ""}`],
  taken: () => "DBInstanceAlreadyExists: DB instance already exists",
  holds: ({ inputs }) =>
    inputs["deletionProtection"] === true
      ? "InvalidParameterCombination: Cannot delete protected DB Instance, please disable deletion protection and try again."
      : inputs["skipFinalSnapshot"] !== true && text(inputs, "finalSnapshotIdentifier") === undefined
        ? "final_snapshot_identifier is required when skip_final_snapshot is false"
        : undefined,
  computed: (context, id) => {
    const identifier = text(context.inputs, "identifier") ?? "";
    const address = `${identifier}.${context.dice.letters("zone", 12)}.${regionOf(context)}.rds.amazonaws.com`;
    const port = Number(context.inputs["port"] ?? PORTS[text(context.inputs, "engine") ?? ""] ?? 5432);
    return {
      address,
      arn: arn(context, "rds", `db:${identifier}`),
      availabilityZone: text(context.inputs, "availabilityZone") ?? `${regionOf(context)}a`,
      endpoint: `${address}:${port}`,
      port,
      resourceId: id,
      status: "available",
      storageType: text(context.inputs, "storageType") ?? "gp3",
    };
  },
  forceNew: [
    "identifierPrefix",
    "engine",
    "username",
    "dbName",
    "kmsKeyId",
    "storageEncrypted",
    "availabilityZone",
    "characterSetName",
    "timezone",
    "region",
  ],
  otherwise: "update",
  source: "Amazon RDS API Reference: CreateDBInstance, ModifyDBInstance",
};
const record: TwinType = {
  token: "aws:route53/record:Record",
  needs: [
    {
      property: "zoneId",
      to: "aws:route53/zone:Zone",
      words: (value) => `NoSuchHostedZone: No hosted zone found with ID: ${value}`,
    },
  ],
  id: ({ inputs }) =>
    [text(inputs, "zoneId"), text(inputs, "name"), text(inputs, "type"), text(inputs, "setIdentifier")]
      .filter((part) => part !== undefined)
      .join("_"),
  taken: ({ inputs }) =>
    `InvalidChangeBatch: [Tried to create resource record set [name='${text(inputs, "name") ?? ""}', type='${text(inputs, "type") ?? ""}'] but it already exists]`,
  computed: ({ inputs }) => ({ fqdn: (text(inputs, "name") ?? "").replace(/\.$/, "") }),
  forceNew: ["zoneId", "name", "setIdentifier"],
  otherwise: "update",
  source: "Amazon Route 53 API Reference: ChangeResourceRecordSets",
};
const zone: TwinType = {
  token: "aws:route53/zone:Zone",
  defaults: { comment: "Managed by Pulumi", forceDestroy: false },
  id: ({ dice }) => `Z${dice.letters("zone", 20, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`,
  computed: (_context, id) => {
    const servers = ["ns-1.awsdns-01.com", "ns-513.awsdns-02.net", "ns-1025.awsdns-03.org", "ns-1537.awsdns-04.co.uk"];
    return {
      arn: `arn:aws:route53:::hostedzone/${id}`,
      nameServers: servers,
      primaryNameServer: servers[0] as string,
      zoneId: id,
    };
  },
  forceNew: ["name", "delegationSetId"],
  otherwise: "update",
  source: "Amazon Route 53 API Reference: CreateHostedZone",
};

/** Where data is kept and found. */
export const data: readonly TwinType[] = [table, secret, secretVersion, subnetGroup, instance, record, zone];
