import { type Input, interpolate, jsonStringify } from "@pulumi/pulumi";
import type { QueueSource } from "../queue/index.ts";
import type { FunctionSpec } from "./args.ts";
import type { FunctionNative } from "./native.ts";

/** A queue on Azure, as its listener sees it. */
export type AzureQueueSource = Extract<QueueSource, { cloud: "azure" }>;
interface Surroundings {
  readonly clientId: Input<string>;
  readonly storageName: Input<string>;
  /** The connection string of Application Insights: says where, and opens nothing. */
  readonly insights: Input<string>;
  readonly queues: readonly AzureQueueSource[];
}

/** The settings of the app, in a stable order; connections are identity-based and hold no key. */
export function appSettings({ env, timeoutSeconds }: FunctionSpec, around: Surroundings) {
  const { clientId, storageName, insights, queues } = around;
  const settings: Record<string, Input<string>> = {
    ...env,
    AZURE_CLIENT_ID: clientId,
    AzureWebJobsStorage__accountName: storageName,
    AzureWebJobsStorage__clientId: clientId,
    AzureWebJobsStorage__credential: "managedidentity",
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: interpolate`ClientId=${clientId};Authorization=AAD`,
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights,
    PORTABLE_TIMEOUT_SECONDS: String(timeoutSeconds),
    ...(queues.length > 0 && queueSettings(queues, clientId)),
  };
  const names = Object.keys(settings).sort();
  return names.map((name) => ({ name, value: settings[name] ?? "" }));
}

// the adapter finds its queues by PORTABLE_QUEUES, the host each connection by its prefix
function queueSettings(queues: readonly AzureQueueSource[], clientId: Input<string>) {
  const connections = queues.map(({ host }, index) => ({
    [`BUS${index}__fullyQualifiedNamespace`]: host,
    [`BUS${index}__credential`]: "managedidentity",
    [`BUS${index}__clientId`]: clientId,
  }));
  const listened = queues.map(({ queueName, ordered }) => ({ name: queueName, sessions: ordered }));
  return Object.assign({ PORTABLE_QUEUES: jsonStringify(listened) }, ...connections) as Record<string, Input<string>>;
}

type Admission = NonNullable<NonNullable<FunctionNative["azure"]>["auth"]>;

/** App Service authentication: who is not admitted by the Entra application gets 401. */
export function admit({ clientId, tenantId }: Admission) {
  const registration = { clientId, openIdIssuer: `https://login.microsoftonline.com/${tenantId}/v2.0` };
  return {
    globalValidation: { requireAuthentication: true, unauthenticatedClientAction: "Return401" } as const,
    httpSettings: { requireHttps: true },
    identityProviders: { azureActiveDirectory: { enabled: true, registration } },
  };
}
