import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { holds } from "../../core/truth.ts";

/** What cert-manager keeps in a Secret, and renews. */
export const CERTIFICATE = "kubernetes:cert-manager.io/v1:Certificate";

/** The groups whose issuers sign authorities, with the version of their kinds. */
const VERSIONS: Readonly<Record<string, string>> = {
  "cert-manager.io": "v1",
  "awspca.cert-manager.io": "v1beta1",
  "cas-issuer.jetstack.io": "v1beta1",
};
/** What an issuer must say for it to be known which authority it asks. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  AWSPCAClusterIssuer: ["spec.arn"],
  AWSPCAIssuer: ["spec.arn"],
  GoogleCASClusterIssuer: ["spec.project", "spec.location", "spec.caPoolId", "spec.certificateAuthorityId"],
  GoogleCASIssuer: ["spec.project", "spec.location", "spec.caPoolId", "spec.certificateAuthorityId"],
};

/** The issuer that a Certificate names, of its own cluster; nothing else names one. */
export function issuerOf(certificate: Resource, graph: Graph): Resource | undefined {
  if (certificate.type !== CERTIFICATE) return undefined;
  const named = (key: string, otherwise?: string) => {
    const read = certificate.text(`spec.issuerRef.${key}`);
    return read.state === "known" ? read.value : read.state === "absent" ? otherwise : undefined;
  };
  const [name, kind, group] = [named("name"), named("kind", "Issuer"), named("group", "cert-manager.io")];
  if (name === undefined || kind === undefined || group === undefined) return undefined;
  return graph
    .ofType(`kubernetes:${group}/${VERSIONS[group]}:${kind}`)
    .filter(({ providerUrn }) => providerUrn === certificate.providerUrn)
    .find((issuer) => holds(issuer.text("metadata.name"), (word) => word === name) === true);
}

/** One word for the managed authority that an issuer asks, the same wherever it is asked from; nothing where it does not say. */
export function askedBy(issuer: Resource | undefined): string | undefined {
  const kind = issuer?.type.split(":").at(-1) ?? "";
  const said = (ASKED[kind] ?? []).map((path) => issuer?.text(path));
  if (said.length === 0) return undefined;
  const words = said.flatMap((read) => (read?.state === "known" ? [read.value] : []));
  return words.length === said.length ? words.join("/") : undefined;
}
