import type { Example, Examples } from "../../core/examples.ts";

const bucket = "aws:s3/bucket:Bucket";
const lambda = "aws:lambda/function:Function";
const deployment = "kubernetes:apps/v1:Deployment";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const account = "azure-native:storage:StorageAccount";

const ignoring = (type: string, ...ignoreChanges: readonly string[]): Example => ({ type, props: {}, ignoreChanges });

export const examples: Examples = {
  pass: [
    ...[bucket, lambda, sql, account, deployment].map((type) => ignoring(type)),
    // what controllers write, each with a path of its own
    ignoring(deployment, "spec.replicas"),
    ignoring(deployment, 'metadata.annotations["deployment.kubernetes.io/revision"]', "status"),
    ignoring("kubernetes:argoproj.io/v1alpha1:Rollout", "spec.replicas", "spec.strategy.canary.steps[0].setWeight"),
    ignoring(
      "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration",
      "webhooks[*].clientConfig.caBundle",
      "webhooks[0].failurePolicy",
    ),
    ignoring("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "spec.metrics"),
    ignoring("aws:autoscaling/group:Group", "desiredCapacity"),
    ignoring("aws:eks/nodeGroup:NodeGroup", "scalingConfig.desiredSize"),
    ignoring(lambda, "lastModified", "code", "sourceCodeHash"),
    ignoring("gcp:container/nodePool:NodePool", "initialNodeCount", "version"),
    ignoring("azure-native:containerservice:AgentPool", "count", "orchestratorVersion"),
    // beside what is read, or deeper than one name of many
    ignoring(bucket, "tags.lastBackup", "tagsAll.lastBackup", 'tags["aws:createdBy"]'),
    ignoring(account, "tags.changedAt", "minimumTlsVersions"),
    ignoring(sql, "settings.diskSize"),
    // no rule reads these types
    ignoring("aws:gamelift/build:Build", "*"),
    ignoring("gcp:tags/tagKey:TagKey", "description"),
  ],
  fail: [
    ignoring(bucket, "policy"),
    ignoring(bucket, "*"),
    ignoring(bucket, "tags"),
    ignoring(bucket, "forceDestroy", "tags.lastBackup"),
    ignoring("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicPolicy"),
    ignoring("aws:s3/bucketV2:BucketV2", "lifecycleRules[0].expiration"),
    ignoring(lambda, 'environment["variables"]'),
    ignoring(lambda, "environment.variables.FEATURES"),
    ignoring(lambda, "environment"),
    ignoring("aws:alb/listener:Listener", "sslPolicy"),
    ignoring("aws:ec2/securityGroup:SecurityGroup", "ingress"),
    ignoring("aws:ec2/securityGroup:SecurityGroup", "ingress[0].cidrBlocks"),
    ignoring("aws:iam/role:Role", "assumeRolePolicy"),
    ignoring(sql, "settings.ipConfiguration"),
    ignoring(sql, "settings"),
    ignoring("gcp:compute/firewall:Firewall", "sourceRanges"),
    ignoring(account, "minimumTlsVersion"),
    ignoring(account, "networkRuleSet.defaultAction"),
    ignoring("azure-native:storage/v20230101:StorageAccount", "allowBlobPublicAccess"),
    ignoring("azure-native:keyvault:Vault", "properties"),
    ignoring(deployment, "spec"),
    ignoring(deployment, "spec.template"),
    ignoring(deployment, "spec.template.spec.containers[0].securityContext"),
    ignoring(deployment, "spec.template.spec.containers[10].securityContext"),
    ignoring(deployment, 'spec.template.spec.containers["*"].env'),
    ignoring(deployment, "spec.replicas", "spec.template.spec.hostNetwork"),
    ignoring(deployment, "spec[*].spec.hostNetwork"),
    ignoring("kubernetes:core/v1:Namespace", 'metadata.labels["istio.io/rev"]'),
    ignoring("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spec.ingress[*]"),
  ],
  undetermined: [
    ignoring(bucket, "tags["),
    ignoring(lambda, "environment[variables]"),
    ignoring(sql, ""),
    ignoring(account, ".tags"),
    ignoring(deployment, 'metadata.annotations["a'),
    ignoring(deployment, "spec.replicas", "spec..x"),
  ],
};
