/** Uniform resource names: `urn:pulumi:<stack>::<project>::<qualified type>::<name>`; the name may contain `::`. */
export const STACK_TYPE = "pulumi:pulumi:Stack";
const PROVIDER_PREFIX = "pulumi:providers:";

export function makeUrn(
  stack: string,
  project: string,
  parent: string | undefined,
  type: string,
  name: string,
): string {
  const parentType = parent ? qualifiedTypeOf(parent) : "";
  const qualified = parentType && parentType !== STACK_TYPE ? `${parentType}$${type}` : type;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

export const qualifiedTypeOf = (urn: string): string => urn.split("::", 3)[2] ?? "";
export const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");
export function typeOf(urn: string): string {
  const qualified = qualifiedTypeOf(urn);
  return qualified.slice(qualified.lastIndexOf("$") + 1);
}

export const isProviderType = (type: string): boolean => type.startsWith(PROVIDER_PREFIX);
export const isStackUrn = (urn: string): boolean => qualifiedTypeOf(urn) === STACK_TYPE;
export const providerType = (pkg: string): string => PROVIDER_PREFIX + pkg;
/** The package of a provider type (`pulumi:providers:aws`) or of any other token (`aws:s3/bucket:Bucket`). */
export const packageOf = (type: string): string =>
  isProviderType(type) ? type.slice(PROVIDER_PREFIX.length) : (type.split(":", 1)[0] as string);

/** A provider as resources name it: `<URN>::<id>`. */
export interface ProviderReference {
  readonly urn: string;
  readonly id: string;
}
export function parseReference(text: string): ProviderReference {
  const at = text.lastIndexOf("::");
  return { urn: text.slice(0, at), id: text.slice(at + 2) };
}
export const formatReference = ({ urn, id }: ProviderReference): string => `${urn}::${id}`;
