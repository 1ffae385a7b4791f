import { isProviderType, packageOf, parseReference, typeOf } from "../../wire/urn.ts";

/** Packages by the cloud that people know them as; others go by their own name. */
const CLOUDS: { readonly [pkg: string]: string } = {
  aws: "aws",
  "aws-native": "aws",
  awsx: "aws",
  gcp: "gcp",
  "google-native": "gcp",
  azure: "azure",
  "azure-native": "azure",
  azuread: "azure",
  kubernetes: "kubernetes",
};

/** The cloud of a resource; a provider belongs to the cloud it serves. */
export function cloudOf(type: string, provider: string): string {
  const pkg = provider ? packageOf(typeOf(parseReference(provider).urn)) : packageOf(type);
  return CLOUDS[pkg] ?? (pkg === "pulumi" && !isProviderType(type) ? "pulumi" : pkg);
}
