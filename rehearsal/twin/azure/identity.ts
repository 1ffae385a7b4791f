import { type Context, type TwinType, text } from "../type.ts";

const roleSource = "Azure Authorization REST API: Role Assignments";

/** Role assignments exist once for a scope, a role and a principal. */
const grant = ({ inputs }: Context): string =>
  ["scope", "roleDefinitionId", "principalId"].map((key) => text(inputs, key) ?? "").join(" ");

/** Identities, and what they may do. */
export const identity: readonly TwinType[] = [
  {
    token: "azure-native:managedidentity:UserAssignedIdentity",
    computed: ({ dice, site }) => ({
      clientId: dice.uuid("client"),
      principalId: dice.uuid("principal"),
      tenantId: site.places.azure.tenantId,
    }),
    kept: ["clientId", "principalId", "tenantId"],
    forceNew: ["resourceName", "resourceGroupName", "location"],
    otherwise: "update",
    source: "Azure Managed Identity REST API: User Assigned Identities",
  },
  {
    token: "azure-native:managedidentity:FederatedIdentityCredential",
    needs: [
      {
        property: "resourceName",
        to: "azure-native:managedidentity:UserAssignedIdentity",
        words: (value) => `Code="ParentResourceNotFound" Message="Parent resource '${value}' not found."`,
      },
    ],
    forceNew: ["resourceName", "resourceGroupName", "federatedIdentityCredentialResourceName"],
    otherwise: "update",
    source: "Azure Managed Identity REST API: Federated Identity Credentials",
  },
  {
    token: "azure-native:authorization:RoleAssignment",
    claims: (context) => [`azure role ${grant(context)}`],
    taken: () => `Code="RoleAssignmentExists" Message="The role assignment already exists."`,
    refuses: ({ inputs }) => [
      [
        "principalId",
        !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text(inputs, "principalId") ?? ""),
        `Code="BadRequest" Message="Principal ${text(inputs, "principalId") ?? ""} is not a valid GUID."`,
      ],
    ],
    computed: ({ site, now, inputs }) => ({
      createdBy: site.places.azure.objectId,
      createdOn: now,
      principalType: text(inputs, "principalType") ?? "User",
      updatedBy: site.places.azure.objectId,
      updatedOn: now,
    }),
    forceNew: ["principalId", "scope", "roleAssignmentName", "roleDefinitionId", "principalType"],
    otherwise: "update",
    source: roleSource,
  },
  {
    token: "azure-native:authorization:ManagementLockByScope",
    forceNew: ["scope", "lockName"],
    otherwise: "update",
    source: "Azure Resource Manager REST API: Management Locks",
  },
];
