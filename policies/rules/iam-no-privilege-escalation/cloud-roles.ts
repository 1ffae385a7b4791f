/** Roles of Google Cloud that let their holder become a service account or grant themselves more. */
export const GCP_ROLES: ReadonlySet<string> = new Set([
  "roles/deploymentmanager.editor",
  "roles/editor",
  "roles/iam.organizationRoleAdmin",
  "roles/iam.roleAdmin",
  "roles/iam.securityAdmin",
  "roles/iam.serviceAccountAdmin",
  "roles/iam.serviceAccountKeyAdmin",
  "roles/iam.serviceAccountTokenCreator",
  "roles/iam.serviceAccountUser",
  "roles/iam.workloadIdentityUser",
  "roles/owner",
  "roles/resourcemanager.folderAdmin",
  "roles/resourcemanager.folderIamAdmin",
  "roles/resourcemanager.organizationAdmin",
  "roles/resourcemanager.projectIamAdmin",
]);

/** Permissions that do so alone. */
export const GCP_ALONE: readonly string[] = [
  "deploymentmanager.deployments.create",
  "iam.roles.update",
  "iam.serviceAccountKeys.create",
  "iam.serviceAccounts.getAccessToken",
  "iam.serviceAccounts.implicitDelegation",
  "iam.serviceAccounts.setIamPolicy",
  "iam.serviceAccounts.signBlob",
  "iam.serviceAccounts.signJwt",
  "resourcemanager.folders.setIamPolicy",
  "resourcemanager.organizations.setIamPolicy",
  "resourcemanager.projects.setIamPolicy",
];
export const ACT_AS = "iam.serviceAccounts.actAs";
/** Permissions that start code under a service account. */
export const GCP_COMPUTE: readonly string[] = [
  "cloudbuild.builds.create",
  "cloudfunctions.functions.create",
  "cloudfunctions.functions.update",
  "cloudscheduler.jobs.create",
  "composer.environments.create",
  "compute.instances.create",
  "compute.instances.setServiceAccount",
  "dataflow.jobs.create",
  "dataproc.clusters.create",
  "run.jobs.create",
  "run.services.create",
  "run.services.update",
];

/** Actions of Azure that let their holder grant themselves more. */
export const AZURE_ALONE: readonly string[] = [
  "Microsoft.Authorization/elevateAccess/action",
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleDefinitions/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
];
export const AZURE_ASSIGN = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
/** Actions that start code under an identity. */
export const AZURE_COMPUTE: readonly string[] = [
  "Microsoft.App/containerApps/write",
  "Microsoft.App/jobs/write",
  "Microsoft.Automation/automationAccounts/write",
  "Microsoft.Batch/batchAccounts/pools/write",
  "Microsoft.Compute/virtualMachineScaleSets/write",
  "Microsoft.Compute/virtualMachines/write",
  "Microsoft.ContainerInstance/containerGroups/write",
  "Microsoft.Logic/workflows/write",
  "Microsoft.Resources/deploymentScripts/write",
  "Microsoft.Web/sites/write",
];
