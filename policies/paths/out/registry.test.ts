import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import { AWS_OUT } from "../testing/clouds.ts";
import { app, MESHED, mesh, namespace } from "../testing/mesh.ts";
import { type Change, changed, type Part, stateOf } from "../testing/program.ts";

const UNCOVERED = "undetermined(not covered)";
const UNSEEN = "undetermined(unknown)";

describe("a mesh that sends to what it knows only", () => {
  const meshed: readonly Part[] = [
    ...AWS_OUT,
    app("till", "shop", "at-eks"),
    namespace("shop", "at-eks", MESHED),
    ...mesh("at-eks"),
    {
      type: "kubernetes:core/v1:ConfigMap",
      name: "config",
      at: "at-eks",
      props: {
        metadata: { name: "istio", namespace: "istio-system" },
        data: { mesh: "outboundTrafficPolicy:\n  mode: REGISTRY_ONLY\n" },
      },
    },
    {
      type: "kubernetes:networking.istio.io/v1:ServiceEntry",
      name: "entry",
      at: "at-eks",
      props: {
        metadata: { name: "bank", namespace: "shop" },
        spec: { hosts: ["bank.example"], location: "MESH_EXTERNAL", ports: [{ number: 443, protocol: "TLS" }] },
      },
    },
    {
      type: "kubernetes:networking.istio.io/v1:Sidecar",
      name: "sidecar",
      at: "at-eks",
      props: { metadata: { name: "default", namespace: "shop" }, spec: { egress: [{ hosts: ["./*"] }] } },
    },
  ];
  const TILL = { cluster: "eks", namespace: "shop", labels: { app: "till" } };
  const BANK = { internet: true, host: "bank.example", port: 443 };

  it.each<readonly [what: string, changes: readonly Change[], state: string]>([
    ["lets pods call an entry", [], "open"],
    ["may refuse another name", [["entry", "spec.hosts", ["other.example"]]], UNCOVERED],
    ["may refuse another port", [["entry", "spec.ports.0.number", 80]], UNCOVERED],
    ["may refuse what is inside", [["entry", "spec.location", "MESH_INTERNAL"]], UNCOVERED],
    ["may refuse an entry of another namespace", [["entry", "metadata.namespace", "bank"]], UNCOVERED],
    [
      "takes an entry that the Sidecar names",
      [
        ["entry", "metadata.namespace", "bank"],
        ["sidecar", "spec.egress.0.hosts", ["bank/*"]],
      ],
      "open",
    ],
    [
      "may refuse an entry that is not shown",
      [
        ["entry", "metadata.namespace", "bank"],
        ["entry", "spec.exportTo", ["."]],
        ["sidecar", "spec.egress.0.hosts", ["*/*"]],
      ],
      UNCOVERED,
    ],
    ["is not known by an entry that is not", [["entry", "spec.hosts", UNKNOWN]], UNSEEN],
    [
      "asks nobody where it lets all out",
      [
        ["config", "data.mesh", "outboundTrafficPolicy:\n  mode: ALLOW_ANY\n"],
        ["entry", "spec.hosts", []],
      ],
      "open",
    ],
    [
      "asks nobody by default",
      [
        ["config", "data.mesh", "trustDomain: x\n"],
        ["entry", "spec.hosts", []],
      ],
      "open",
    ],
    [
      "is not followed where a Sidecar has a mode of its own",
      [["sidecar", "spec.outboundTrafficPolicy", { mode: "ALLOW_ANY" }]],
      UNCOVERED,
    ],
    [
      "asks nobody outside it",
      [
        ["at-eks-ns-shop", "metadata.labels", { "istio-injection": "disabled" }],
        ["entry", "spec.hosts", []],
      ],
      "open",
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(meshed, ...changes), TILL, BANK)).toBe(state);
  });
});
