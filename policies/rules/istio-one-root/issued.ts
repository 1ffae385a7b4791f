import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { holds } from "../../core/truth.ts";

/** What cert-manager keeps in a Secret, and renews. */
export const CERTIFICATE = "kubernetes:cert-manager.io/v1:Certificate";

/** The groups whose issuers sign authorities: the version of their kinds, and what together names the authority that one asks. */
const ISSUERS: Readonly<Record<string, { readonly version: string; readonly asks?: readonly string[] }>> = {
  "cert-manager.io": { version: "v1" },
  "awspca.cert-manager.io": { version: "v1beta1", asks: ["arn"] },
  "cas-issuer.jetstack.io": {
    version: "v1beta1",
    asks: ["project", "location", "caPoolId", "certificateAuthorityId"],
  },
};

/** The issuer that a Certificate names, of its own cluster; nothing else names one. */
export function issuerOf(certificate: Resource, graph: Graph): Resource | undefined {
  if (certificate.type !== CERTIFICATE) return undefined;
  const reference = certificate.bag("spec.issuerRef");
  const kind = said(reference.text("kind"), "Issuer");
  const group = said(reference.text("group"), "cert-manager.io");
  return graph
    .ofType(`kubernetes:${group}/${ISSUERS[group]?.version}:${kind}`)
    .filter(({ providerUrn }) => providerUrn === certificate.providerUrn)
    .find((issuer) => holds(reference.text("name"), (name) => name === said(issuer.text("metadata.name"))) === true);
}

/** One word for the managed authority that an issuer asks, the same wherever it is asked from; nothing where it does not say. */
export function askedBy(issuer: Resource | undefined): string | undefined {
  const { asks } = ISSUERS[issuer?.type.split(/[:/]/)[1] ?? ""] ?? {};
  const words = asks?.map((field) => said(issuer?.text(`spec.${field}`)));
  return words?.includes("") === true ? undefined : words?.join("/");
}

function said(read: Read<string> | undefined, absent = ""): string {
  if (read?.state === "known") return read.value;
  return read?.state === "absent" ? absent : "";
}
