import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const type = "kubernetes:core/v1:Secret";
const selfSigned = "tls:index/selfSignedCert:SelfSignedCert";
const signed = "tls:index/locallySignedCert:LocallySignedCert";
const google = "gcp:certificateauthority/authority:Authority";
const aws = "aws:acmpca/certificateAuthority:CertificateAuthority";

const west = { context: "west" };
const coded = (text: string) => Buffer.from(text).toString("base64");
const at = (name: unknown, more: object = {}) => ({ metadata: { name, namespace: "istio-system", ...more } });
const cacerts = (stringData: unknown, more: object = {}): Example => ({
  type,
  props: { ...at("cacerts"), stringData, ...more },
});
const root = (text: unknown) => cacerts({ "root-cert.pem": text });
const theirs = (example: Example): Sample => ({ ...example, name: "theirs", provider: west });
const remote = (...beside: readonly Sample[]): Example => ({
  type,
  props: { ...at("x", { labels: { "istio/multiCluster": "true" } }), stringData: { west: "kubeconfig" } },
  beside,
});
const access: Sample = { ...remote(), name: "access" };
const plane = (clusterName: unknown): Sample => ({
  type: "kubernetes:sailoperator.io/v1:Istio",
  name: "plane",
  props: { spec: { values: { global: { multiCluster: { clusterName } } } } },
  provider: west,
});
const joined = (own: Example, ...beside: readonly Sample[]): Example => ({
  ...own,
  beside: [access, plane("west"), ...beside],
});

// authorities that nobody can read yet, by what they are computed from
const from = (example: Example, ...sources: readonly string[]): Example => ({
  ...example,
  edges: { stringData: sources },
});
const unread = cacerts(UNKNOWN);
const intermediate = (name: string, issuer: string): Sample => ({
  type: signed,
  name,
  props: {},
  edges: { caCertPem: issuer, caPrivateKeyPem: `tls:index/privateKey:PrivateKey::key` },
});
const one: Sample = { type: selfSigned, name: "one", props: {} };
const two: Sample = { type: selfSigned, name: "two", props: {} };
const authority = (kind: string, name: string, props: object): Sample => ({ type: kind, name, props: { ...props } });
const chain = (issuerOfTheirs: string) => [
  intermediate("east", `${selfSigned}::one`),
  intermediate("west", issuerOfTheirs),
];
const bothOf = (first: string, second: string, ...beside: readonly Sample[]) =>
  joined(from(unread, first), theirs(from(unread, second)), ...beside);

const holder = (kind: string, name: string, spec: unknown, more: object = {}): Sample => ({
  type: kind,
  name: "holder",
  props: { ...at(name), spec, ...more },
});
// authorities that cert-manager asks for, and whom
const pca = "kubernetes:awspca.cert-manager.io/v1beta1:AWSPCAClusterIssuer";
const cas = "kubernetes:cas-issuer.jetstack.io/v1beta1:GoogleCASClusterIssuer";
const issued = (issuerRef: unknown, secretName: unknown = "cacerts"): Example => ({
  type: "kubernetes:cert-manager.io/v1:Certificate",
  props: { ...at("ca"), spec: { secretName, issuerRef } },
});
const byPca = issued({ name: "root", kind: "AWSPCAClusterIssuer", group: "awspca.cert-manager.io" });
const byCas = issued({ name: "root", kind: "GoogleCASClusterIssuer", group: "cas-issuer.jetstack.io" });
const issuer = (kind: string, spec: unknown, more: object = {}): Sample => ({
  type: kind,
  name: "issuer",
  props: { metadata: { name: "root" }, spec },
  ...more,
});
const issuers = (kind: string, here: object, there: object): readonly Sample[] => [
  issuer(kind, {}, here),
  { ...issuer(kind, {}, there), name: "theirs-issuer", provider: west },
];
const computed = (urn: string) => ({ edges: { spec: [urn] } });
const said = (spec: object) => ({ props: { metadata: { name: "root" }, spec } });
const pool = { project: "acme", location: "europe-west3", caPoolId: "mesh" };
const root1 = authority(aws, "one", { type: "ROOT" });
const root2 = authority(aws, "two", { type: "ROOT" });
const named = { ...pool, certificateAuthorityId: "one" };
// an issuer that nobody names, first among those of its cluster
const unnamed: Sample = {
  type: pca,
  name: "a-other",
  props: { metadata: { name: "other" }, spec: {} },
  edges: { spec: [`${aws}::two`] },
};
const bothIssued = (own: Example, ...beside: readonly Sample[]) => joined(own, theirs(own), ...beside);

const external = "kubernetes:external-secrets.io/v1:ExternalSecret";

export const examples: Examples = {
  pass: [
    joined(root("root"), theirs(root("root\n"))),
    joined(root("root"), theirs(root("root")), { ...root("other"), name: "elsewhere" }),
    joined(root("root"), theirs(cacerts(undefined, { data: { "root-cert.pem": coded("root\n") } }))),
    // a certificate of cert-manager has other names
    joined(cacerts({ "tls.crt": "own", "ca.crt": "root", "root-cert.pem": "old" }), theirs(root("root"))),
    bothOf(`${signed}::east`, `${signed}::west`, one, ...chain(`${selfSigned}::one`)),
    bothOf(`${selfSigned}::one`, `${signed}::west`, one, two, ...chain(`${selfSigned}::one`)),
    bothOf(`${google}::one`, `${google}::one`, authority(google, "one", {})),
    bothOf(`${aws}::one`, `${aws}::one`, authority(aws, "one", { type: "ROOT" })),
    bothIssued(byPca, ...issuers(pca, computed(`${aws}::one`), computed(`${aws}::one`)), root1),
    bothIssued(byPca, ...issuers(pca, said({ arn: "arn:one" }), said({ arn: "arn:one" }))),
    bothIssued(byPca, unnamed, ...issuers(pca, computed(`${aws}::one`), computed(`${aws}::one`)), root1, root2),
    bothIssued(byCas, ...issuers(cas, said(named), said(named))),
    // of cert-manager's own kinds, where neither kind nor group is said
    bothIssued(
      issued({ name: "root" }),
      ...issuers(
        "kubernetes:cert-manager.io/v1:Issuer",
        computed(`${selfSigned}::one`),
        computed(`${selfSigned}::one`),
      ),
      one,
    ),
    // one cluster keeps what the other asks for
    joined(
      from(unread, `${aws}::one`),
      theirs(byPca),
      { ...issuer(pca, {}, computed(`${aws}::one`)), provider: west },
      root1,
    ),
    remote({ ...root("root"), name: "authority" }),
    remote(holder("kubernetes:cert-manager.io/v1:Certificate", "x", { secretName: "cacerts" })),
    remote(holder(external, "cacerts", {})),
    remote(holder("kubernetes:external-secrets.io/v1beta1:ExternalSecret", "x", { target: { name: "cacerts" } })),
    remote({ type: "kubernetes:helm.sh/v3:Release", name: "csr", props: { chart: "jetstack/cert-manager-istio-csr" } }),
    remote({
      type: "kubernetes:install.istio.io/v1alpha1:IstioOperator",
      name: "plane",
      props: { spec: { values: { global: { caAddress: "cert-manager-istio-csr.cert-manager.svc:443" } } } },
    }),
  ],
  fail: [
    joined(root("root"), theirs(root("other"))),
    joined(root("root"), theirs(cacerts(undefined, { data: { "root-cert.pem": coded("other") } }))),
    joined(cacerts({ "tls.crt": "own", "ca.crt": "root", "root-cert.pem": "other" }), theirs(root("other"))),
    bothOf(`${signed}::east`, `${signed}::west`, one, two, ...chain(`${selfSigned}::two`)),
    bothOf(
      `${google}::one`,
      `${google}::two`,
      authority(google, "one", { type: "SELF_SIGNED" }),
      authority(google, "two", {}),
    ),
    bothOf(`${aws}::one`, `${selfSigned}::one`, one, authority(aws, "one", { type: "ROOT" })),
    joined(
      { ...unread, props: { ...at("cacerts"), data: UNKNOWN }, edges: { data: `${selfSigned}::one` } },
      theirs(from(unread, `${selfSigned}::two`)),
      one,
      two,
    ),
    bothIssued(byPca, ...issuers(pca, computed(`${aws}::one`), computed(`${aws}::two`)), root1, root2),
    joined(
      from(unread, `${selfSigned}::one`),
      theirs(byPca),
      { ...issuer(pca, {}, computed(`${aws}::one`)), provider: west },
      one,
      root1,
    ),
    remote(),
    remote(theirs(root("root"))),
    remote({ ...access, name: "zone", provider: west }),
    remote({ ...root("root"), name: "other", props: at("other") }),
    remote(holder("kubernetes:cert-manager.io/v1:Certificate", "cacerts", { secretName: "web" })),
    remote(holder(external, "cacerts", { target: { name: "web" } })),
    remote({ type: "kubernetes:helm.sh/v3:Release", name: "csr", props: { chart: "jetstack/cert-manager" } }),
  ],
  undetermined: [
    joined(unread, theirs(root("root"))),
    joined(root(UNKNOWN), theirs(root("root"))),
    joined(root("root"), theirs(cacerts({}))),
    joined(cacerts({ "tls.crt": UNKNOWN }), theirs(root("root"))),
    // nobody knows what stands behind an issuer, or which of a pool signs
    bothIssued(byPca),
    bothIssued(byPca, ...issuers(pca, said({ arn: "arn:one" }), said({ arn: "arn:two" }))),
    bothIssued(byCas, ...issuers(cas, said(pool), said(pool))),
    ...Object.keys(named).map((field) =>
      bothIssued(byCas, ...issuers(cas, said(named), said({ ...named, [field]: "another" }))),
    ),
    bothIssued(issued({ name: "root" }), ...issuers("kubernetes:cert-manager.io/v1:Issuer", said({}), said({}))),
    bothIssued(
      issued({ name: "root", kind: UNKNOWN }),
      ...issuers(
        "kubernetes:cert-manager.io/v1:Issuer",
        computed(`${selfSigned}::one`),
        computed(`${selfSigned}::one`),
      ),
      one,
    ),
    bothIssued(issued(UNKNOWN), ...issuers(pca, said({ arn: "arn:one" }), said({ arn: "arn:one" }))),
    {
      ...issued({ name: "root" }, UNKNOWN),
      beside: [access, plane("west"), theirs(byPca), root1],
    },
    // more than one root, or none that signs itself
    joined(
      from(unread, `${selfSigned}::one`, `${selfSigned}::two`),
      theirs(from(unread, `${selfSigned}::one`)),
      one,
      two,
    ),
    bothOf(
      `${google}::one`,
      `${google}::two`,
      authority(google, "one", { type: "SUBORDINATE" }),
      authority(google, "two", {}),
    ),
    bothOf(`${aws}::one`, `${aws}::two`, authority(aws, "one", { type: "ROOT" }), authority(aws, "two", {})),
    { ...root("root"), beside: [access, plane(UNKNOWN), theirs(root("other"))] },
    remote({ ...root("root"), name: "authority", props: at(UNKNOWN) }),
    { ...remote(), props: at("x", { labels: UNKNOWN }) },
    { ...remote(), props: { ...at(UNKNOWN), stringData: {} }, beside: [access, plane("west"), theirs(root("other"))] },
  ],
  notApplicable: [
    issued({ name: "root" }, "web"),
    byPca,
    root("root"),
    joined(root("root")),
    { ...root("root"), beside: [theirs(root("other"))] },
    { ...root("root"), beside: [access, plane("south"), theirs(root("other"))] },
    { type, props: at("web") },
    remote({ ...access, name: "zone" }),
  ],
};
