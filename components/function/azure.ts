import { Component as Insights } from "@pulumi/azure-native/applicationinsights/component.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { Deployment } from "@pulumi/azure-native/resources/deployment.js";
import { Blob } from "@pulumi/azure-native/storage/blob.js";
import { AppServicePlan } from "@pulumi/azure-native/web/appServicePlan.js";
import { WebApp } from "@pulumi/azure-native/web/webApp.js";
import { WebAppAuthSettingsV2 } from "@pulumi/azure-native/web/webAppAuthSettingsV2.js";
import { WebAppFtpAllowed } from "@pulumi/azure-native/web/webAppFtpAllowed.js";
import { WebAppScmAllowed } from "@pulumi/azure-native/web/webAppScmAllowed.js";
import { interpolate, type Output } from "@pulumi/pulumi";
import { Bucket } from "../bucket/index.ts";
import { roleOn } from "../core/grant.ts";
import type { AzureIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { AzureSite } from "../core/site.ts";
import { unsupportedOn } from "../core/unsupported.ts";
import type { FunctionSpec } from "./args.ts";
import { oneDeploy } from "./azure-deploy.ts";
import { hostJson } from "./azure-host.ts";
import { admit, appSettings } from "./azure-settings.ts";
import { bundle } from "./bundle.ts";
import type { FunctionChildren } from "./native.ts";

type AzureScope = Scope<"azure", FunctionChildren["azure"]>;
const STORAGE_BLOB_DATA_OWNER = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
const MONITORING_METRICS_PUBLISHER = "3913510d-42f4-4e42-8a64-420c390055eb";
const ENTRYPOINT = JSON.stringify({ main: "index.js" });
const CLOSED = { minTlsVersion: "1.2", scmMinTlsVersion: "1.2", ftpsState: "Disabled", remoteDebuggingEnabled: false };

type Here = Pick<AzureSite, "resourceGroupName" | "location"> & Pick<FunctionSpec, "tags"> & { readonly name: string };
type Parts = ReturnType<typeof hostParts> & ReturnType<typeof listen>;

export function azureFunction(scope: AzureScope, spec: FunctionSpec) {
  const { name, site } = scope;
  const { resourceGroupName, location } = site;
  const here = { resourceGroupName, location, tags: spec.tags };
  const resourceName = physicalName(site, name, { max: 43, unique: true });
  const principal = new UserAssignedIdentity(...scope.child("identity", { ...here, resourceName }));
  const identity: AzureIdentity = { cloud: "azure", name, principalId: principal.principalId };
  const host = hostParts(scope, spec, principal, { ...here, name: resourceName });
  const app = webApp(scope, spec, principal, { ...host, ...listen(scope, spec, identity) });
  const target = { resourceGroupName, name: app.name };
  const ftp = new WebAppFtpAllowed(...scope.child("ftp", { ...target, allow: false }, { invariants: ["allow"] }));
  const scm = new WebAppScmAllowed(...scope.child("scm", { ...target, allow: false }, { invariants: ["allow"] }));
  const admission = spec.native.azure?.auth;
  const auth = spec.http &&
    admission && { auth: new WebAppAuthSettingsV2(...scope.child("auth", { ...target, ...admit(admission) })) };
  return {
    outputs: { id: app.id, name: app.name, url: spec.http ? interpolate`https://${app.defaultHostName}` : undefined },
    nodes: { identity: principal, ...host, function: app, ftp, scm, ...auth, ...code(scope, spec, app, host) },
    identity,
    grant: unsupportedOn("azure", "callers are admitted by the Entra application: assign them its app role"),
  };
}

/** What the app stands on: storage, logs and machines, and its identity's rights on the first two. */
function hostParts(scope: AzureScope, spec: FunctionSpec, { principalId }: UserAssignedIdentity, here: Here) {
  const { name, site, opts } = scope;
  const { name: resourceName, ...place } = here;
  const may = (role: string, of: Output<string>) => roleOn(site, of, principalId, role);
  const { criticality } = spec;
  const storage = new Bucket(`${name}-code`, { site, data: spec.code, expires: false, criticality }, opts);
  // the host keeps its locks and keys beside the code, so it owns the account
  const hostAccess = new RoleAssignment(
    ...scope.child("hostAccess", may(STORAGE_BLOB_DATA_OWNER, accountOf(storage).id)),
  );
  const insights = new Insights(
    ...scope.child(
      "insights",
      {
        ...place,
        resourceName,
        kind: "web",
        applicationType: "web",
        ingestionMode: "LogAnalytics",
        workspaceResourceId: site.logWorkspaceId,
        disableLocalAuth: true,
      },
      { invariants: ["disableLocalAuth"] },
    ),
  );
  const insightsAccess = new RoleAssignment(
    ...scope.child("insightsAccess", may(MONITORING_METRICS_PUBLISHER, insights.id)),
  );
  const plan = new AppServicePlan(
    ...scope.child("plan", {
      ...here,
      kind: "functionapp",
      reserved: true,
      sku: { name: "FC1", tier: "FlexConsumption" },
      zoneRedundant: spec.criticality !== "low",
    }),
  );
  return { storage, hostAccess, insights, insightsAccess, plan };
}

function webApp(scope: AzureScope, spec: FunctionSpec, { id, clientId }: UserAssignedIdentity, parts: Parts) {
  const { site, name } = scope;
  const { storage, insights, plan, hostAccess, insightsAccess } = parts;
  return new WebApp(
    ...scope.child(
      "function",
      {
        name: physicalName(site, name, { max: 43, unique: true }),
        resourceGroupName: site.resourceGroupName,
        location: site.location,
        kind: "functionapp,linux",
        reserved: true,
        serverFarmId: plan.id,
        httpsOnly: true,
        clientAffinityEnabled: false,
        // who may call is decided below, by address and by identity
        publicNetworkAccess: "Enabled",
        identity: { type: "UserAssigned", userAssignedIdentities: [id] },
        keyVaultReferenceIdentity: id,
        functionAppConfig: {
          runtime: { name: "node", version: "22" },
          scaleAndConcurrency: scale(spec),
          deployment: {
            storage: {
              type: "blobContainer",
              value: storage.endpoint,
              authentication: { type: "UserAssignedIdentity", userAssignedIdentityResourceId: id },
            },
          },
          siteUpdateStrategy: { type: "RollingUpdate" },
        },
        siteConfig: {
          ...CLOSED,
          http20Enabled: true,
          // a function that only reads queues answers nobody
          ipSecurityRestrictionsDefaultAction: spec.http ? "Allow" : "Deny",
          scmIpSecurityRestrictionsUseMain: false,
          scmIpSecurityRestrictionsDefaultAction: "Allow",
          appSettings: appSettings(spec, {
            clientId,
            storageName: accountOf(storage).name,
            insights: insights.connectionString,
            queues: parts.queues,
          }),
        },
        tags: spec.tags,
      },
      {
        invariants: ["httpsOnly", ...Object.keys(CLOSED).map((key) => `siteConfig.${key}`)],
        dependsOn: [hostAccess, insightsAccess, ...parts.rights],
      },
    ),
  );
}

function scale({ memoryMb, maxInstances, criticality, http }: FunctionSpec) {
  return {
    instanceMemoryMB: memoryMb,
    maximumInstanceCount: maxInstances,
    // several zones are only kept with an instance in two of them
    alwaysReady: criticality === "low" ? [] : [{ name: http ? "http" : "function:handler", instanceCount: 2 }],
    triggers: { http: { perInstanceConcurrency: 1 } },
  };
}

function listen(scope: AzureScope, { queues }: FunctionSpec, identity: AzureIdentity) {
  const sources = queues.map((queue) => {
    const source = queue.listen(scope.name);
    if (source.cloud !== "azure") throw new TypeError(`${queue.logicalName} is not on azure`);
    return source;
  });
  return { queues: sources, rights: queues.flatMap((queue) => queue.grantReceive(identity).resources) };
}

function code(scope: AzureScope, spec: FunctionSpec, app: WebApp, { storage }: Pick<Parts, "storage">) {
  const { resourceGroupName } = scope.site;
  const packed = bundle("azure", spec.entry, { "host.json": hostJson(spec), "package.json": ENTRYPOINT });
  const blob = new Blob(
    ...scope.child("package", {
      resourceGroupName,
      accountName: accountOf(storage).name,
      containerName: storage.name,
      blobName: `${packed.hash}.zip`,
      type: "Block",
      source: packed.archive,
    }),
  );
  const deploy = new Deployment(
    ...scope.child("deploy", {
      resourceGroupName,
      // a new package is a new deployment
      deploymentName: physicalName(scope.site, `${scope.name}-${packed.hash}`, { max: 64 }),
      properties: oneDeploy(app.name, interpolate`${storage.endpoint}/${blob.name}`),
      tags: spec.tags,
    }),
  );
  return { package: blob, deploy };
}

function accountOf(storage: Bucket) {
  const account = storage.nodes.azure?.account;
  if (account === undefined) throw new TypeError(`${storage.logicalName} is not on azure`);
  return account;
}
