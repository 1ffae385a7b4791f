import type { ParameterArgs } from "@pulumi/aws/ssm/parameter.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { type Check, each, type GraphCheck, type Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, every, fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { RUN_V1 } from "../../models/cloud-run.ts";
import { namesCredential } from "../../models/credential.ts";
import { POD_TYPES } from "../../models/pod.ts";
import { definitions, files, judgeNamed, map, type Place, pairs, pairsIn, podEnvironment, script } from "./places.ts";

const PLACES: Readonly<Record<string, readonly Place[]>> = {
  "aws:lambda/function:Function": [map("environment.variables")],
  "aws:ec2/instance:Instance": [script("userData"), script("userDataBase64")],
  "aws:ec2/launchConfiguration:LaunchConfiguration": [script("userData"), script("userDataBase64")],
  "aws:ec2/launchTemplate:LaunchTemplate": [script("userData")],
  "aws:ecs/taskDefinition:TaskDefinition": [definitions],
  "gcp:cloudfunctionsv2/function:Function": [
    map("serviceConfig.environmentVariables"),
    map("buildConfig.environmentVariables"),
  ],
  "gcp:cloudfunctions/function:Function": [map("environmentVariables"), map("buildEnvironmentVariables")],
  "gcp:cloudrunv2/service:Service": [pairsIn("template.containers", "envs")],
  [RUN_V1]: [pairsIn("template.spec.containers", "envs")],
  "gcp:compute/instance:Instance": [files("metadata"), script("metadataStartupScript")],
  "azure-native:web:WebApp": [pairs("siteConfig.appSettings")],
  "azure-native:app:ContainerApp": [pairsIn("template.containers", "env"), pairsIn("template.initContainers", "env")],
  "azure-native:containerinstance:ContainerGroup": [pairsIn("containers", "environmentVariables")],
  "azure-native:compute:VirtualMachine": [script("osProfile.customData")],
  "kubernetes:core/v1:ConfigMap": [files("data")],
};

const at =
  (places: readonly Place[]): Check =>
  (resource) =>
    every(places.flatMap((place) => place(resource)));

function parameter(own: Resource<ParameterArgs>): Verdict {
  const sealed = holds(own.text("type"), (type) => type === "SecureString");
  if (sealed === true) return PASS;
  const said = own.text("name");
  const name: Read<string> =
    said.state === "unknown"
      ? said
      : { state: "known", path: "name", value: lastOf(said.state === "known" ? said.value : own.name) };
  const value = own.text(own.text("insecureValue").state === "absent" ? "value" : "insecureValue");
  // its name says what it holds, whatever that will be
  const open =
    value.state === "unknown" && name.state === "known" && namesCredential(name.value)
      ? fail(value.path, "holds a credential by its name, and the parameter is no SecureString")
      : judgeNamed(name, value);
  return open.word === "fail" && sealed !== false ? undetermined(sealed) : open;
}

function lastOf(name: string): string {
  return name.split("/").at(-1) ?? "";
}

/** A password that somebody chose, where the cloud would keep one that nobody knows. */
function kept(database: Resource, path: string, ifSecret: () => Verdict): Verdict {
  const managed = holds(database.flag("manageMasterUserPassword"), (on) => on);
  if (managed === true) return PASS;
  if (managed !== false) return undetermined(managed);
  const password = database.text(path);
  const secret = password.state === "absent" ? undefined : database.isSecret(path);
  if (secret === true) return ifSecret();
  return decide(password, {
    known: () => (secret === false ? fail(path, "is plain text, in the program and in its state") : chosen(path)),
  });
}

const chosen = (path: string) => fail(path, "is a password that the program holds", "medium");

/** What the SDK makes a secret of, whatever the program says: where it comes from tells. */
const sealed =
  (path: string): GraphCheck =>
  (database) =>
    kept(database, path, () => {
      if ((database.edges[path] ?? []).length > 0) return PASS;
      const configured = database.isConfigured(path);
      if (configured === true) return PASS;
      if (configured === undefined) return notCovered(path, "is sealed by the SDK: where it comes from cannot be seen");
      return decide(database.text(path), { known: () => chosen(path) });
    });

export const noPlaintextSecrets: Rule = {
  id: "no-plaintext-secrets",
  packs: ["zero-trust"],
  title: "Credentials stand in a secret store",
  severity: "critical",
  starred: true,
  asksForSecrets: true,
  scope: "resource",
  since: "0.2.0",
  why: "Whoever may look at a function, a machine or a ConfigMap reads what stands there, and so do logs, backups and repositories.",
  equivalents: ["CKV_AWS_45", "CKV_AWS_46", "CKV_K8S_35", "CKV_AZURE_45", "AWS-0029", "KSV-0109", "AZU-0037"],
  fixText: ({ type, path }) => {
    if (/^(password|masterPassword)$/.test(path)) {
      return `Set \`manageMasterUserPassword: true\` and leave \`${path}\` out.`;
    }
    if (path === "administratorLoginPassword")
      return "Set `administrators.azureADOnlyAuthentication: true` and leave the password out.";
    return FIXES[type] ?? FIXES[type.split(":")[0] ?? ""] ?? "Take the value from a Secret.";
  },
  checks: {
    ...Object.fromEntries(Object.entries(PLACES).map(([type, places]) => [type, at(places)])),
    ...each(POD_TYPES, at([podEnvironment])),
    "aws:ssm/parameter:Parameter": parameter,
    "azure-native:sql:Server": (server) => kept(server, "administratorLoginPassword", () => PASS),
  },
  inStack: {
    "aws:rds/instance:Instance": sealed("password"),
    "aws:rds/cluster:Cluster": sealed("masterPassword"),
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "aws:ecs/taskDefinition:TaskDefinition":
    "Name a Secrets Manager ARN in `secrets[].valueFrom` in place of `environment`.",
  "aws:ssm/parameter:Parameter": "Set `type: SecureString`.",
  aws: "Put the value into Secrets Manager, give its ARN, and read it at run time with the role.",
  "gcp:cloudfunctionsv2/function:Function": "Name the secret in `serviceConfig.secretEnvironmentVariables`.",
  "gcp:cloudfunctions/function:Function": "Name the secret in `secretEnvironmentVariables`.",
  "gcp:cloudrunv2/service:Service": "Name the secret in `envs[].valueSource.secretKeyRef`.",
  [RUN_V1]: "Name the secret in `envs[].valueFrom.secretKeyRef`.",
  gcp: "Put the value into Secret Manager and read it at run time with the service account.",
  "azure-native:app:ContainerApp": "Name a Key Vault secret in `configuration.secrets` and in `env[].secretRef`.",
  "azure-native:containerinstance:ContainerGroup": "Give the value as `secureValue`, or read it from Key Vault.",
  "azure-native": "Put the value into Key Vault and refer to it with `@Microsoft.KeyVault(SecretUri=…)`.",
  kubernetes: "Keep the value in a Secret that a secret store fills, and name it in `env[].valueFrom.secretKeyRef`.",
};
