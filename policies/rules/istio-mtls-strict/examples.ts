import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const peer = "kubernetes:security.istio.io/v1:PeerAuthentication";
const destination = "kubernetes:networking.istio.io/v1:DestinationRule";
const namespace = "kubernetes:core/v1:Namespace";
const operator = "kubernetes:install.istio.io/v1alpha1:IstioOperator";

const pa = (spec: unknown, inNamespace = "shop"): Example => ({
  type: peer,
  name: "it",
  props: { metadata: { name: "default", namespace: inNamespace }, spec },
});
const beside = (sample: Example): Sample => ({ ...sample, name: "policy" });
const strict = { mtls: { mode: "STRICT" } };
const shop = (labels: unknown, ...others: readonly Sample[]): Example => ({
  type: namespace,
  props: { metadata: { name: "shop", labels } },
  beside: others,
});
const injected = { "istio-injection": "enabled" };
const root: Sample = {
  type: namespace,
  name: "root",
  props: { metadata: { name: "istio-system", labels: { mesh: "yes" } } },
};
const rule = (host: unknown, trafficPolicy: unknown, more: object = {}): Example => ({
  type: destination,
  props: { metadata: { name: "x" }, spec: { host, trafficPolicy, ...more } },
});
const off = { tls: { mode: "DISABLE" } };

const selectors = (...list: readonly unknown[]) => ({ discoverySelectors: list });
const byName = (name: string) => ({ matchLabels: { "kubernetes.io/metadata.name": name } });
const settings = (meshConfig: object): Sample => ({
  type: operator,
  name: "settings",
  props: { spec: { meshConfig } },
});

export const examples: Examples = {
  pass: [
    pa(strict),
    pa(strict, "istio-system"),
    pa({
      selector: { matchLabels: { app: "web" } },
      mtls: { mode: "STRICT" },
      portLevelMtls: { "8080": { mode: "STRICT" } },
    }),
    pa({ mtls: { mode: "UNSET" } }),
    pa({ selector: { matchLabels: { app: "web" } } }),
    { ...pa(strict), type: "kubernetes:security.istio.io/v1beta1:PeerAuthentication" },
    shop(injected, beside(pa(strict, "istio-system"))),
    shop(injected, beside(pa(strict))),
    shop({ "istio.io/rev": "1-26" }, beside(pa(strict))),
    shop({ "istio.io/dataplane-mode": "ambient" }, root, beside(pa(strict, "istio-system"))),
    shop(injected, settings({ rootNamespace: "mesh" }), beside(pa(strict, "mesh"))),
    shop(injected, settings(selectors(byName("istio-system"), byName("shop"))), beside(pa(strict, "istio-system"))),
    rule("reviews", undefined),
    rule("reviews", { tls: { mode: "ISTIO_MUTUAL" } }),
    rule("reviews", { loadBalancer: { simple: "LEAST_REQUEST" } }),
    ...["kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"].map((host) =>
      rule(host, off),
    ),
    ...["com", "net", "org", "io", "dev", "cloud", "app", "eu", "de", "uk"].map((last) => rule(`example.${last}`, off)),
    rule("api.example.com", off),
    {
      ...rule("ledger.bank", off),
      beside: [
        {
          type: "kubernetes:networking.istio.io/v1:ServiceEntry",
          name: "bank",
          props: { spec: { hosts: ["ledger.bank"] } },
        },
      ],
    },
  ],
  fail: [
    pa({ mtls: { mode: "PERMISSIVE" } }),
    pa({ mtls: { mode: "DISABLE" } }),
    pa({ mtls: { mode: "PERMISSIVE" } }, "istio-system"),
    // without a word the mesh takes plain text
    pa({}, "istio-system"),
    pa({ mtls: { mode: "UNSET" } }, "istio-system"),
    pa({ selector: { matchLabels: { app: "web" } }, ...strict, portLevelMtls: { "8080": { mode: "DISABLE" } } }),
    pa({ portLevelMtls: { "9090": { mode: "PERMISSIVE" } } }),
    { ...pa({ mtls: { mode: "DISABLE" } }), type: "kubernetes:security.istio.io/v1beta1:PeerAuthentication" },
    shop(injected, root),
    shop(injected, root, beside(pa(strict, "till"))),
    shop(injected, beside(pa({ mtls: { mode: "PERMISSIVE" } }, "istio-system"))),
    shop(injected, beside(pa({ ...strict, selector: { matchLabels: { app: "web" } } }))),
    // a policy for all that nobody sees
    shop(injected, settings(selectors(byName("shop"))), beside(pa(strict, "istio-system"))),
    shop(injected, settings({ rootNamespace: "mesh" }), beside(pa(strict, "istio-system"))),
    // nor does one of another cluster help
    shop(injected, root, { ...beside(pa(strict, "istio-system")), provider: { context: "west" } }),
    rule("reviews", off),
    rule("reviews.shop.svc.cluster.local", off),
    rule("*.local", off),
    rule("reviews.shop", { portLevelSettings: [{ port: { number: 8080 }, tls: { mode: "DISABLE" } }] }),
    rule("reviews", undefined, { subsets: [{ name: "v1" }, { name: "v2", trafficPolicy: off }] }),
    ...[
      "reviews.shop",
      "reviews.shop.svc",
      "ledger.bank.svc.cluster.local",
      "ledger.bank.global",
      "vm.acme.internal",
    ].map((host) => rule(host, off)),
    rule("my-kubernetes.default", off),
    rule("kubernetes.defaults", off),
    // another host than the one outside
    {
      ...rule("ledger.bank", off),
      beside: [
        {
          type: "kubernetes:networking.istio.io/v1:ServiceEntry",
          name: "bank",
          props: { spec: { hosts: ["bills.bank"] } },
        },
      ],
    },
    { ...rule("reviews", off), type: "kubernetes:networking.istio.io/v1alpha3:DestinationRule" },
  ],
  undetermined: [
    pa({ mtls: { mode: UNKNOWN } }),
    pa({ mtls: { mode: "MUTUAL" } }),
    pa({ ...strict, portLevelMtls: UNKNOWN }),
    shop(UNKNOWN, root),
    shop(injected),
    shop(injected, root, { ...beside(pa(strict)), props: { metadata: { namespace: UNKNOWN }, spec: strict } }),
    rule("reviews", { tls: { mode: UNKNOWN } }),
    rule(UNKNOWN, off),
  ],
  notApplicable: [shop(undefined, root), shop({ "istio-injection": "disabled" }, root)],
};
