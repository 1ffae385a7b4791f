import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyItem, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, forAll, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { DESTINATION_RULE, inRoot, meshOf, NAMESPACE, PEER_AUTHENTICATION } from "../../models/mesh.ts";
import { covered, isForAll } from "../../models/mesh-cover.ts";

const SERVICE_ENTRY = "kubernetes:networking.istio.io/v1:ServiceEntry";

const isStrict = (policy: Resource): Truth => holds(policy.text("spec.mtls.mode"), (mode) => mode === "STRICT");

const MODES: Readonly<Record<string, Verdict | string>> = {
  STRICT: PASS,
  UNSET: PASS,
  PERMISSIVE: "is PERMISSIVE, which takes plain text",
  DISABLE: "is DISABLE",
};
const judgeMode = (mode: Read<string>): Verdict =>
  decide(mode, { known: (word) => MODES[word] ?? notCovered(mode.path, `is ${word}, which is not known`) });

function peerAuthentication(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const mode = own.text("spec.mtls.mode");
  const unset = anyOf([mode.state === "absent", holds(mode, (word) => word === "UNSET")]);
  // a workload follows its namespace, a namespace the mesh, and the mesh nobody
  const meshWide = allOf([unset, inRoot(own, meshOf(own, graph)), isForAll(own)]);
  const ports = own.bag("spec.portLevelMtls");
  const names = ports.keys();
  return every([
    judgeMode(mode),
    faultIf(meshWide, mode.path, "is not set; default of a mesh is PERMISSIVE"),
    ...(names.state === "known" ? names.value.map((port) => judgeMode(ports.under(port).text("mode"))) : []),
    names.state === "unknown" ? undetermined(names) : PASS,
  ]);
}

function destinationRule(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const policy = own.bag("spec.trafficPolicy");
  const host = own.text("spec.host");
  const entries = graph
    .ofType(SERVICE_ENTRY)
    .map((entry) => anyItem(entry.list("spec.hosts"), (name) => host.state === "known" && name === host.value));
  const outside = anyOf([holds(host, isOutside), ...entries]);
  const off = (place: Bag) => {
    const mode = place.text("tls.mode");
    return faultIf(
      allOf([holds(mode, (word) => word === "DISABLE"), not(outside)]),
      mode.path,
      "is DISABLE, for a host of the mesh",
    );
  };
  return every([
    off(policy),
    ...forAll(policy.list("portLevelSettings"), off),
    ...forAll(own.list("spec.subsets"), (subset) => off(subset.bag("trafficPolicy"))),
  ]);
}

// the last parts of names in a mesh, and of those on the internet that have but two parts
const INSIDE = new Set(["svc", "local", "global", "internal"]);
const TOP_LEVEL = new Set(["com", "net", "org", "io", "dev", "cloud", "app", "eu", "de", "uk"]);

// the API server has no sidecar, and hosts of the internet none either
function isOutside(host: string): boolean {
  if (/^kubernetes\.default(\.svc(\..+)?)?$/.test(host)) return true;
  const labels = host.split(".");
  if (INSIDE.has(labels.at(-1) ?? "") || host.includes(".svc.")) return false;
  return labels.length > 2 || TOP_LEVEL.has(labels[1] ?? "");
}

export const istioMtlsStrict: Rule = {
  id: "istio-mtls-strict",
  packs: ["zero-trust"],
  title: "Everything in the mesh speaks mutual TLS",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Where plain text is taken, any pod can claim to be any service, and rules about who may call whom mean nothing.",
  equivalents: ["kyverno:istio"],
  fixText: ({ type }) => {
    if (type === NAMESPACE)
      return "Add a PeerAuthentication without `selector` to the root namespace, with `spec.mtls.mode: STRICT`.";
    if (type === PEER_AUTHENTICATION) return "Set `mode: STRICT`, or leave the port out.";
    return "Set `tls.mode: ISTIO_MUTUAL`, or leave `tls` out.";
  },
  checks: {
    [PEER_AUTHENTICATION]: peerAuthentication,
    [DESTINATION_RULE]: destinationRule,
    [NAMESPACE]: (namespace, run) =>
      covered(namespace, run, {
        type: PEER_AUTHENTICATION,
        fits: isStrict,
        otherwise: "is in a mesh without a STRICT PeerAuthentication, of its own or in the root namespace",
      }),
  },
};
