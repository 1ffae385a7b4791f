import { nearest } from "../life/nearest.ts";
import type { Schemas } from "../schema/types.ts";
import { tokensOf } from "../tokens.ts";

/** The token that people mean, or what they may have meant. */
export type Found =
  | { readonly token: string }
  | { readonly suggestion: string | undefined; readonly package: string | undefined };

const ALIASES: { readonly [name: string]: string } = {
  azure: "azure-native",
  azure_native: "azure-native",
  azurenative: "azure-native",
  k8s: "kubernetes",
  google: "gcp",
};

/** How programs write a type: `aws.s3.Bucket`, `kubernetes.apps.v1.Deployment`. */
export function writtenForm(token: string): string {
  const [pkg = "", module = "", name = ""] = token.split(":");
  const [first = "", ...rest] = module.split("/");
  const parts = pkg === "kubernetes" ? [first.split(".", 1)[0] as string, ...rest] : first === "index" ? [] : [first];
  return [pkg, ...parts, name].join(".");
}

/** Finds a type by its token or by any of the shorter forms, whatever the case. */
export function findType(
  text: string,
  schemas: Schemas,
  programDirectory: string,
  isFree: (token: string) => boolean,
): Found {
  if (schemas.resource(text)) return { token: text };
  const words = text
    .trim()
    .replace(/^@pulumi\//, "")
    .split(/[.:/]+/)
    .filter(Boolean);
  const [first = "", ...rest] = words;
  const pkg = ALIASES[first.toLowerCase()] ?? first.toLowerCase();
  const version = schemas.packageVersion(pkg);
  if (version === undefined) return { suggestion: undefined, package: undefined };
  const tokens = tokensOf(pkg, programDirectory);
  const wanted = normal([pkg, ...rest].join("."));
  const forms = new Map(
    tokens.flatMap((token) => shortForms(token).map((form) => [normal(form), token] as const)).reverse(),
  );
  const token = forms.get(wanted);
  if (token !== undefined) return { token };
  // kinds of one's own have no schema; a mistake in a group that the SDK knows is a mistake
  const group = (one: string): string => one.slice(0, one.lastIndexOf(":"));
  if (isFree(text) && !tokens.some((one) => group(one) === group(text))) return { token: text };
  const close = nearest([pkg, ...rest].join("."), tokens.map(writtenForm));
  return { suggestion: close, package: `${pkg} ${version}` };
}

const normal = (form: string): string => form.toLowerCase();

/** The written form, the token's own parts, and the class alone. */
function shortForms(token: string): readonly string[] {
  const name = token.slice(token.lastIndexOf(":") + 1);
  const pkg = token.split(":", 1)[0] as string;
  return [writtenForm(token), token.split(/[:/]/).join("."), `${pkg}.${name}`];
}
