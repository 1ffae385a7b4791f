import type { Graph } from "../../core/graph.ts";
import { convert, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { anyOf, holds, isSet, type Truth } from "../../core/truth.ts";
import { CONTROL_PLANES, SECRET } from "../../models/mesh-members.ts";
import { askedBy, CERTIFICATE, issuerOf } from "./issued.ts";

type Cluster = Pick<Resource, "providerUrn">;
const isItsSecret = (name: string): boolean => name === "cacerts";

/** Where the authority of a control plane is kept or asked for, and whether that is one. */
export const AUTHORITIES: Readonly<Record<string, (one: Resource) => Truth>> = {
  [SECRET]: (secret) => holds(secret.text("metadata.name"), isItsSecret),
  [CERTIFICATE]: (certificate) => holds(certificate.text("spec.secretName"), isItsSecret),
};

/** Whether a resource is the authority of a control plane. */
export function isAuthority(one: Resource): Truth {
  return AUTHORITIES[one.type]?.(one) ?? false;
}

/** What else gives a control plane an authority, or takes that task from it. */
const OTHERWISE: Readonly<Record<string, (one: Resource) => Truth>> = {
  "kubernetes:external-secrets.io/v1:ExternalSecret": externalSecret,
  "kubernetes:external-secrets.io/v1beta1:ExternalSecret": externalSecret,
  "kubernetes:helm.sh/v3:Release": (release) => holds(release.text("chart"), (chart) => chart.endsWith("istio-csr")),
};

function externalSecret(one: Resource): Truth {
  const target = one.text("spec.target.name");
  return holds(target.state === "absent" ? one.text("metadata.name") : target, isItsSecret);
}

/** Whether somebody gives a cluster's control plane an authority, or signs in its place. */
export function hasAuthority(cluster: Cluster, graph: Graph): Truth {
  const here = (type: string) => graph.ofType(type).filter(({ providerUrn }) => providerUrn === cluster.providerUrn);
  const elsewhere = Object.entries(CONTROL_PLANES).flatMap(([type, values]) =>
    here(type).flatMap((holder) => values(holder)?.read("caAddress") ?? []),
  );
  const others = Object.entries(OTHERWISE).flatMap(([type, gives]) => here(type).map(gives));
  const own = Object.keys(AUTHORITIES).flatMap(here).map(isAuthority);
  return anyOf([...own, ...others, ...elsewhere.map(isSet)]);
}

/** Whether two authorities come from two roots. */
export function differ(one: Resource, other: Resource, graph: Graph): Truth {
  const [mine, theirs] = [certificateIn(one), certificateIn(other)];
  if (mine.state === "known" && theirs.state === "known") return mine.value !== theirs.value;
  const [asked, theirsAsked] = [one, other].map((authority) => askedBy(issuerOf(authority, graph)));
  if (asked !== undefined && asked === theirsAsked) return false;
  const [from, to] = [rootsOf(one, graph), rootsOf(other, graph)];
  if (from.length === 1 && to.length === 1) return from[0] !== to[0];
  const open = [mine, theirs].find(({ state }) => state === "unknown");
  return open?.state === "unknown"
    ? open
    : { state: "unknown", path: mine.path, reason: "has no root that is seen here" };
}

// the second form wins (istio/istio, pilot/pkg/bootstrap/istio_ca.go)
function certificateIn(secret: Resource): Read<string> {
  if (secret.type === CERTIFICATE) return unlessOpen(secret.text("spec.issuerRef.name"));
  const tls = entry(secret, "tls.crt");
  if (tls.state === "unknown") return tls;
  return entry(secret, tls.state === "known" ? "ca.crt" : "root-cert.pem");
}

// what cert-manager will put there is in no program
function unlessOpen(name: Read<string>): Read<string> {
  return name.state === "unknown" ? name : { state: "absent", path: "spec.issuerRef" };
}

function entry(secret: Resource, name: string): Read<string> {
  const plain = secret.bag("stringData").under(name).itself();
  if (plain.state !== "absent") return convert(plain, "a certificate", (text) => text.trim());
  const coded = secret.bag("data").under(name).itself();
  return convert(coded, "a certificate", (text) => Buffer.from(text, "base64").toString().trim());
}

/** What signs itself, and so is a root. */
const ROOTS: Readonly<Record<string, (authority: Resource) => Truth>> = {
  "tls:index/selfSignedCert:SelfSignedCert": () => true,
  "gcp:certificateauthority/authority:Authority": (one) =>
    holds(one.text("type"), (type) => type === "SELF_SIGNED", true),
  "aws:acmpca/certificateAuthority:CertificateAuthority": (one) => holds(one.text("type"), (type) => type === "ROOT"),
};

/** What an authority was computed from: what a Secret holds, or what the issuer of a Certificate says. */
function sourcesOf(authority: Resource, graph: Graph): readonly string[] {
  if (authority.type === CERTIFICATE) return issuerOf(authority, graph)?.edges["spec"] ?? [];
  return [authority.edges["data"], authority.edges["stringData"]].flatMap((urns) => urns ?? []);
}

/** The roots that an authority leads to, over whatever lies between. */
function rootsOf(authority: Resource, graph: Graph): readonly string[] {
  const seen = new Set<string>();
  const next = [...sourcesOf(authority, graph)];
  for (let urn = next.pop(); urn !== undefined; urn = next.pop()) {
    if (seen.has(urn)) continue;
    seen.add(urn);
    next.push(...Object.values(graph.get(urn)?.edges ?? {}).flat());
  }
  return [...seen].filter((urn) => {
    const one = graph.get(urn);
    return one !== undefined && ROOTS[one.type]?.(one) === true;
  });
}
