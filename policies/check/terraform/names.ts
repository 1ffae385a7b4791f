/** How Terraform calls what Pulumi's bridged providers call by a token. */
const MODULES: Readonly<Record<string, string>> = {
  "aws:apigateway": "api_gateway_",
  "aws:cfg": "config_",
  "aws:costexplorer": "ce_",
  "aws:ec2": "",
  "aws:ec2transitgateway": "ec2_transit_gateway_",
  "aws:lb": "lb_",
  "aws:vpc": "vpc_",
  "gcp:accesscontextmanager": "access_context_manager_",
  "gcp:artifactregistry": "artifact_registry_",
  "gcp:backupdisasterrecovery": "backup_dr_",
  "gcp:cloudfunctionsv2": "cloudfunctions2_",
  "gcp:cloudrun": "cloud_run_",
  "gcp:cloudrunv2": "cloud_run_v2_",
  "gcp:dataloss": "data_loss_prevention_",
  "gcp:gkebackup": "gke_backup_",
  "gcp:organizations": "organization_",
  "gcp:projects": "project_",
  "gcp:secretmanager": "secret_manager_",
  "gcp:serviceaccount": "service_account_",
};
// names that follow no pattern
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudtrail/trail:Trail": ["aws_cloudtrail"],
  "aws:ec2/tag:Tag": ["aws_ec2_tag"],
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ["aws_iam_openid_connect_provider"],
  "aws:lb/listener:Listener": ["aws_lb_listener", "aws_alb_listener"],
  "aws:lb/loadBalancer:LoadBalancer": ["aws_lb", "aws_alb"],
  "aws:lb/targetGroup:TargetGroup": ["aws_lb_target_group", "aws_alb_target_group"],
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": [
    "aws_lb_target_group_attachment",
    "aws_alb_target_group_attachment",
  ],
  "aws:rds/instance:Instance": ["aws_db_instance"],
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": [
    "aws_db_instance_automated_backups_replication",
  ],
  "aws:rds/subnetGroup:SubnetGroup": ["aws_db_subnet_group"],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["aws_s3_bucket_replication_configuration"],
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": ["aws_sqs_queue_redrive_allow_policy"],
  "aws:sqs/redrivePolicy:RedrivePolicy": ["aws_sqs_queue_redrive_policy"],
  "gcp:cloudrun/iamBinding:IamBinding": ["google_cloud_run_service_iam_binding"],
  "gcp:cloudrun/iamMember:IamMember": ["google_cloud_run_service_iam_member"],
  "gcp:organizations/project:Project": ["google_project"],
  "gcp:dataloss/preventionDiscoveryConfig:PreventionDiscoveryConfig": ["google_data_loss_prevention_discovery_config"],
  "gcp:dataloss/preventionJobTrigger:PreventionJobTrigger": ["google_data_loss_prevention_job_trigger"],
};
const PREFIX: Readonly<Record<string, string>> = { aws: "aws", gcp: "google" };

/** The resource types in HCL that a token stands for; none where its provider is not bridged. */
export function terraformTypes(token: string): readonly string[] {
  const irregular = IRREGULAR[token];
  if (irregular !== undefined) return irregular;
  const [pack = "", module = "", kind = ""] = token.split(":");
  const prefix = PREFIX[pack];
  const service = module.split("/")[0] ?? "";
  if (prefix === undefined || kind === "" || service === "*") return [];
  return [`${prefix}_${MODULES[`${pack}:${service}`] ?? `${service}_`}${snake(kind)}`];
}

/** `SSLPolicy` as `ssl_policy`. */
export function snake(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** Properties that the bridge calls otherwise, in every type that rules read. */
export const RENAMED: ReadonlyMap<string, string> = new Map([["rest_api_id", "restApi"]]);

/** `bucket_prefix` as `bucketPrefix`. */
export function camel(name: string): string {
  return name.replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}
