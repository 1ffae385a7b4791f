import messages from "@pulumi/pulumi/proto/resource_pb.js";
import type { StackConfig } from "../config.ts";
import type { RunOptions } from "../run.ts";

// the package may be installed beside an SDK that has no codes for them, and then never asks for any
const Feature: Partial<typeof messages.ResourceMonitorFeature> =
  (messages as Partial<typeof messages>).ResourceMonitorFeature ?? {};

/** What this engine can do, by the name that older SDKs ask for. */
const BY_NAME: { readonly [name: string]: number | undefined } = {
  secrets: Feature.RESOURCE_MONITOR_FEATURE_SECRETS,
  resourceReferences: Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
  outputValues: Feature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES,
  aliasSpecs: Feature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
  replacementTrigger: Feature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER,
  deletedWith: Feature.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
  replaceWith: Feature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
  transforms: Feature.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
  invokeTransforms: Feature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
  parameterization: Feature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
  resourceHooks: Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
  errorHooks: Feature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
  sendsOptionsToHooks: Feature.RESOURCE_MONITOR_FEATURE_SENDS_OPTIONS_TO_HOOKS,
  invokeDependsOn: Feature.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON,
  invokeParent: Feature.RESOURCE_MONITOR_FEATURE_INVOKE_PARENT,
};

export const supportsFeature = (name: string): boolean => name in BY_NAME;

export function deploymentInfo(options: RunOptions, config: StackConfig): messages.DeploymentInfo {
  const info = new messages.DeploymentInfo();
  info.setProject(options.project);
  info.setStack(options.stack);
  info.setOrganization(options.organization);
  for (const [key, value] of Object.entries(config.plain())) info.getConfigMap().set(key, value);
  info.setConfigsecretkeysList(config.secretKeys());
  info.setDryrun(options.preview);
  info.setParallel(options.parallel);
  info.setSupportedfeaturesList(Object.values(BY_NAME).filter((code) => code !== undefined));
  return info;
}
