/** Interfaces by the names that private endpoints have for them; what is none of these is a slip of the pen, or not known here. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  // docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
  aws: [
    "acm-pca",
    "autoscaling",
    "dynamodb",
    "ec2",
    "ecr.api",
    "ecr.dkr",
    "eks",
    "eks-auth",
    "elasticloadbalancing",
    "events",
    "execute-api",
    "glue",
    "kinesis-streams",
    "kms",
    "lambda",
    "logs",
    "monitoring",
    "rds",
    "s3",
    "secretsmanager",
    "sns",
    "sqs",
    "ssm",
    "states",
    "sts",
    "xray",
  ],
  // names of googleapis.com
  gcp: [
    "artifactregistry",
    "bigquery",
    "bigquerystorage",
    "cloudkms",
    "cloudtrace",
    "compute",
    "container",
    "dns",
    "firestore",
    "iamcredentials",
    "logging",
    "monitoring",
    "privateca",
    "pubsub",
    "secretmanager",
    "spanner",
    "sqladmin",
    "storage",
    "sts",
  ],
  // learn.microsoft.com/azure/private-link/private-endpoint-dns
  azure: ["acr", "blob", "dfs", "eventhub", "file", "keyvault", "queue", "servicebus", "sql", "table"],
};

/** Whether a cloud has an interface of this name. */
export function isKnown(cloud: string, name: string): boolean {
  return NAMES[cloud]?.includes(name) ?? false;
}
