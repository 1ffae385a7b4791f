import { isProviderType, packageOf } from "../wire/urn.ts";
import type { Options } from "./expression.ts";
import type { Template } from "./template.ts";

/** The template with its default providers, where a resource or a variable's function names none itself. */
export function withDefaultProviders(template: Template): Template {
  const providers = template.resources.filter(({ isDefaultProvider }) => isDefaultProvider);
  const byPackage = new Map(providers.map((provider) => [packageOf(provider.type), provider]));
  const complete = (type: string, given: Options): Options => {
    const provider = isProviderType(type) || given["provider"] ? undefined : byPackage.get(packageOf(type));
    if (!provider) return given;
    const { name, at, options } = provider;
    const { version } = options;
    return {
      ...given,
      provider: { kind: "reference", at, path: { root: name, tail: [] } },
      ...(version && { version }),
    };
  };
  return {
    ...template,
    resources: template.resources.map((one) => ({ ...one, options: complete(one.type, one.options) })),
    variables: template.variables.map(({ value, ...one }) => ({
      ...one,
      value: value.kind === "invoke" ? { ...value, options: complete(value.token, value.options) } : value,
    })),
  };
}
