/** Types that keep data and can carry its class. */
export const DATA_STORES = [
  "aws:s3/bucket:Bucket",
  "aws:dynamodb/table:Table",
  "aws:rds/cluster:Cluster",
  "aws:sqs/queue:Queue",
  "aws:kinesis/stream:Stream",
  "gcp:storage/bucket:Bucket",
  "gcp:bigquery/dataset:Dataset",
  "gcp:pubsub/topic:Topic",
  "gcp:sql/databaseInstance:DatabaseInstance",
  "azure-native:storage:StorageAccount",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:sql:Database",
] as const;
