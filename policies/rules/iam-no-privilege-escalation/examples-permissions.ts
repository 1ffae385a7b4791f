import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const grants = [
  "gcp:projects/iAMMember:IAMMember",
  "gcp:projects/iAMBinding:IAMBinding",
  "gcp:folder/iAMMember:IAMMember",
  "gcp:organizations/iAMMember:IAMMember",
];
const onAccount = "gcp:serviceaccount/iAMMember:IAMMember";
const custom = "gcp:projects/iAMCustomRole:IAMCustomRole";
const definition = "azure-native:authorization:RoleDefinition";
const rbac = ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "kubernetes:rbac.authorization.k8s.io/v1:Role"];

const WIDE_ROLES = [
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
];
const BECOMING = [
  "roles/owner",
  "roles/editor",
  "roles/iam.serviceAccountUser",
  "roles/iam.serviceAccountAdmin",
  "roles/iam.serviceAccountKeyAdmin",
  "roles/iam.workloadIdentityUser",
];
const ALONE = [
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
const COMPUTE = [
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
const AZURE_ALONE = [
  "Microsoft.Authorization/elevateAccess/action",
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleDefinitions/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
];
const AZURE_COMPUTE = [
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

const all = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const rules = (...list: object[]) => ({ metadata: { name: "app" }, rules: list });
const rule = (verbs: string[], resources: string[], apiGroups = ["rbac.authorization.k8s.io"], more: object = {}) =>
  rules({ verbs, resources, apiGroups, ...more });
const ACCOUNT = "projects/acme/serviceAccounts/build@acme.iam.gserviceaccount.com";
const become = (accountRole: string) => ({
  serviceAccountId: ACCOUNT,
  role: accountRole,
  member: "user:a@example.org",
});
const holds = (projectRole: string) => ({
  type: "gcp:projects/iAMMember:IAMMember",
  name: "strong",
  props: { role: projectRole, member: "serviceAccount:build@acme.iam.gserviceaccount.com" },
});

/** What Google Cloud, Azure and Kubernetes grant. */
export const permissions: Examples = {
  pass: [
    ...all(grants, { role: "roles/logging.logWriter", member: "user:a@example.org" }),
    ...all(grants, {
      role: "roles/pubsub.serviceAgent",
      member: "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com",
    }),
    { type: onAccount, props: become("roles/iam.serviceAccountUser") },
    {
      type: onAccount,
      props: become("roles/iam.serviceAccountTokenCreator"),
      beside: [holds("roles/storage.objectViewer")],
    },
    { type: onAccount, props: become("roles/viewer"), beside: [holds("roles/owner")] },
    { type: custom, props: { permissions: ["storage.objects.get", "iam.serviceAccounts.actAs"] } },
    { type: custom, props: { permissions: ["compute.instances.create"] } },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Authorization/*/read", "*/read"] }] } },
    {
      type: definition,
      props: {
        permissions: [{ actions: ["*"], notActions: ["Microsoft.Authorization/*", "Microsoft.ManagedIdentity/*"] }],
      },
    },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Compute/virtualMachines/write"] }] } },
    ...all(rbac, rule(["get", "list"], ["roles"])),
    ...all(rbac, rule(["create", "update"], ["rolebindings"])),
    ...all(rbac, rule(["bind"], ["clusterroles"], undefined, { resourceNames: ["view"] })),
    ...all(rbac, rule(["*"], ["deployments"], ["apps"])),
    ...all(rbac, rule(["create"], ["pods"], [""])),
    { type: rbac[0] ?? "", props: { aggregationRule: { clusterRoleSelectors: [] } } },
    // a role of the project's own, whatever its name
    { type: onAccount, props: become("projects/acme/roles/owner"), beside: [holds("roles/owner")] },
    // another account is the strong one
    {
      type: onAccount,
      props: become("roles/iam.serviceAccountUser"),
      beside: [
        {
          ...holds("roles/owner"),
          props: { role: "roles/owner", member: "serviceAccount:web@acme.iam.gserviceaccount.com" },
        },
      ],
    },
    {
      type: onAccount,
      props: { ...become("roles/iam.serviceAccountUser"), serviceAccountId: UNKNOWN },
      edges: { serviceAccountId: "gcp:serviceaccount/account:Account::build" },
      beside: [
        {
          ...holds("roles/owner"),
          props: { role: "roles/owner", member: UNKNOWN },
          edges: { member: "gcp:serviceaccount/account:Account::web" },
        },
      ],
    },
    ...AZURE_COMPUTE.map((action) => ({ type: definition, props: { permissions: [{ actions: [action] }] } })),
  ],
  fail: [
    ...all(grants, { role: "roles/iam.serviceAccountTokenCreator", member: "user:a@example.org" }),
    ...all(grants, { role: "roles/resourcemanager.projectIamAdmin", members: ["user:a@example.org"] }),
    ...all(grants, { role: "roles/run.serviceAgent", member: "serviceAccount:app@shop.iam.gserviceaccount.com" }),
    ...all(grants, { role: "roles/run.serviceAgent", members: ["group:a@example.org"] }),
    { type: onAccount, props: become("roles/iam.serviceAccountTokenCreator"), beside: [holds("roles/owner")] },
    {
      type: onAccount,
      props: { ...become("roles/iam.serviceAccountUser"), serviceAccountId: UNKNOWN },
      edges: { serviceAccountId: "gcp:serviceaccount/account:Account::build" },
      beside: [
        {
          ...holds("roles/iam.securityAdmin"),
          props: { role: "roles/iam.securityAdmin", member: UNKNOWN },
          edges: { member: "gcp:serviceaccount/account:Account::build" },
        },
      ],
    },
    { type: custom, props: { permissions: ["iam.serviceAccounts.getAccessToken"] } },
    { type: custom, props: { permissions: ["iam.serviceAccounts.actAs", "compute.instances.create"] } },
    { type: definition, props: { permissions: [{ actions: ["Microsoft.Authorization/roleAssignments/write"] }] } },
    { type: definition, props: { permissions: [{ actions: ["microsoft.authorization/*"] }] } },
    { type: definition, props: { permissions: [{ actions: ["*"], notActions: ["Microsoft.Billing/*"] }] } },
    {
      type: definition,
      props: {
        permissions: [
          { actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/*/action", "Microsoft.Compute/*/write"] },
        ],
      },
    },
    ...all(rbac, rule(["bind"], ["clusterroles"])),
    ...all(rbac, rule(["escalate"], ["roles"])),
    ...all(rbac, rule(["impersonate"], ["users", "groups"], [""])),
    ...all(rbac, rule(["create"], ["serviceaccounts/token"], [""])),
    ...all(rbac, rule(["*"], ["*"], ["*"])),
    { type: "kubernetes:rbac.authorization.k8s.io/v1beta1:ClusterRole", props: rule(["bind"], ["*"]) },
    ...WIDE_ROLES.flatMap((name) => all(grants.slice(0, 1), { role: name, member: "user:a@example.org" })),
    ...BECOMING.map((name) => ({ type: onAccount, props: become(name), beside: [holds("roles/owner")] })),
    ...["gcp:folder/iAMMember:IAMMember", "gcp:organizations/iAMMember:IAMMember"].map((type) => ({
      type: onAccount,
      props: become("roles/iam.serviceAccountUser"),
      beside: [{ ...holds("roles/resourcemanager.folderAdmin"), type }],
    })),
    ...ALONE.map((permission) => ({ type: custom, props: { permissions: ["storage.objects.get", permission] } })),
    ...COMPUTE.map((permission) => ({
      type: custom,
      props: { permissions: ["iam.serviceAccounts.actAs", permission] },
    })),
    ...AZURE_ALONE.map((action) => ({ type: definition, props: { permissions: [{ actions: [action] }] } })),
    ...AZURE_COMPUTE.map((action) => ({
      type: definition,
      props: {
        permissions: [{ actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", action] }],
      },
    })),
    // an empty list names nothing
    ...all(rbac, rule(["bind"], ["clusterroles"], undefined, { resourceNames: [] })),
    ...["serviceaccounts", "groups"].flatMap((name) => all(rbac, rule(["impersonate"], [name], [""]))),
  ],
  undetermined: [
    ...all(grants, { role: UNKNOWN, member: "user:a@example.org" }),
    ...all(grants, { role: "roles/run.serviceAgent", member: UNKNOWN }),
    {
      type: onAccount,
      props: { ...become("roles/iam.serviceAccountUser"), role: UNKNOWN },
      beside: [holds("roles/owner")],
    },
    { type: custom, props: { permissions: [UNKNOWN] } },
    { type: definition, props: { permissions: [{ actions: [UNKNOWN] }] } },
    ...all(rbac, { rules: UNKNOWN }),
    ...all(rbac, rule(["bind"], [UNKNOWN])),
    // the strong account, which has no name yet, may be this one
    {
      type: onAccount,
      props: become("roles/iam.serviceAccountUser"),
      beside: [
        {
          ...holds("roles/owner"),
          props: { role: "roles/owner", member: UNKNOWN },
          edges: { member: "gcp:serviceaccount/account:Account::build" },
        },
      ],
    },
  ],
};
