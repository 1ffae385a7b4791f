import messages from "@pulumi/pulumi/proto/resource_pb.js";
import { encodeValue } from "../../wire/struct.ts";
import type { HookKind, HookNames, ResourceState } from "../resource.ts";

type Binding = messages.RegisterResourceRequest.ResourceHooksBinding;

const GETTERS: { readonly [kind in HookKind]: (binding: Binding) => string[] } = {
  beforeCreate: (binding) => binding.getBeforeCreateList(),
  afterCreate: (binding) => binding.getAfterCreateList(),
  beforeUpdate: (binding) => binding.getBeforeUpdateList(),
  afterUpdate: (binding) => binding.getAfterUpdateList(),
  beforeDelete: (binding) => binding.getBeforeDeleteList(),
  afterDelete: (binding) => binding.getAfterDeleteList(),
  onError: (binding) => binding.getOnErrorList(),
};

/** The hook names of a registration, by kind. */
export function hookNames(binding: Binding | undefined): HookNames {
  if (!binding) return {};
  const entries = Object.entries(GETTERS).map(([kind, names]) => [kind, names(binding)] as const);
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}

/** The options of an entry, as hooks see them. */
export function optionsOfState(state: ResourceState): messages.ResourceOptions {
  const options = new messages.ResourceOptions();
  options.setDependsOnList([...state.dependencies]);
  options.setProtect(state.protect);
  options.setIgnoreChangesList([...state.ignoreChanges]);
  options.setReplaceOnChangesList([...state.replaceOnChanges]);
  options.setProvider(state.provider);
  options.setRetainOnDelete(state.retainOnDelete);
  options.setDeletedWith(state.deletedWith);
  options.setReplaceWithList([...state.replaceWith]);
  options.setAdditionalSecretOutputsList([...state.additionalSecretOutputs]);
  options.setHideDiffList([...state.hideDiffs]);
  options.setParent(state.parent);
  options.setImport(state.importId);
  if (state.replacementTrigger !== undefined) options.setReplacementTrigger(encodeValue(state.replacementTrigger));
  return options;
}
