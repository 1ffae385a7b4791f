import { getClientConfigOutput } from "@pulumi/azure-native/authorization/getClientConfig.js";
import { interpolate, type Output, output } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import { ENTRA_EXCHANGE, type IssuerSpec } from "./args.ts";

// Entra registers nothing: each credential of an identity names its issuer
export function azureIssuer(_scope: Scope<"azure">, { url }: IssuerSpec) {
  return { outputs: { id: url, url, audience: output(ENTRA_EXCHANGE), audienceClaim: "aud" }, nodes: {} };
}

export function azureOutbound({ opts }: Scope<"azure">) {
  const { tenantId } = getClientConfigOutput(opts);
  // every managed identity gets its tokens from the metadata service, for the applications of its tenant
  const present = (_identity: unknown, _audience: Output<string>, _name: string) => [];
  return { outputs: { url: interpolate`https://sts.windows.net/${tenantId}/` }, nodes: {}, present };
}
