import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const type = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const namespace = "kubernetes:core/v1:Namespace";
const operator = "kubernetes:install.istio.io/v1alpha1:IstioOperator";

const ap = (spec: unknown, inNamespace: unknown = "shop"): Example => ({
  type,
  props: { metadata: { name: "p", namespace: inNamespace }, ...(spec !== undefined && { spec: spec as object }) },
});
const rules = (...list: readonly object[]) => ap({ rules: list });
const from = (source: unknown, more: object = {}) => rules({ from: [{ source }], ...more });
const policy = (spec: unknown, inNamespace: unknown = "shop"): Sample => ({ ...ap(spec, inNamespace), name: "policy" });
const shop = (labels: unknown, ...beside: readonly Sample[]): Example => ({
  type: namespace,
  props: { metadata: { name: "shop", labels } },
  beside,
});
const injected = { "istio-injection": "enabled" };
const root: Sample = { type: namespace, name: "root", props: { metadata: { name: "istio-system" } } };
const settings = (meshConfig: object): Sample => ({
  type: operator,
  name: "settings",
  props: { spec: { meshConfig } },
});
const seen = (name: string) => ({ discoverySelectors: [{ matchLabels: { "kubernetes.io/metadata.name": name } }] });
const TILL = "cluster.local/ns/shop/sa/till";

export const examples: Examples = {
  pass: [
    ap({}),
    ap(undefined),
    ap({ action: "ALLOW", rules: [] }),
    ap({ action: "DENY", rules: [{}] }),
    ap({ action: "AUDIT", rules: [{}] }),
    from({ principals: [TILL] }),
    from({ namespaces: ["shop"] }),
    from({ principals: ["cluster.local/ns/shop/sa/*"] }),
    from({ ipBlocks: ["10.0.0.0/8"] }),
    // anybody with a valid token: what an edge asks for
    from({ requestPrincipals: ["*"] }),
    from({ principals: ["*"], requestPrincipals: ["https://login.example.org/*"] }),
    from({ notNamespaces: ["guests"] }),
    rules({ to: [{ operation: { paths: ["/healthz"] } }] }),
    from({ principals: ["*"] }, { to: [{ operation: { methods: ["GET"] } }] }),
    rules({ to: [{ operation: { paths: ["/orders*", "*.json"] } }] }),
    rules({ to: [{ operation: { notPaths: ["/admin*"] } }] }),
    // whatever it does, it does not do it to everybody
    ap({ action: UNKNOWN, rules: [{ from: [{ source: { principals: [TILL] } }] }] }),
    rules({ when: [{ key: "request.auth.claims[groups]", values: ["ops"] }] }),
    { ...ap({}), type: "kubernetes:security.istio.io/v1beta1:AuthorizationPolicy" },
    shop(injected, policy({}, "istio-system")),
    shop(injected, policy({})),
    shop({ "istio.io/rev": "stable" }, policy({ action: "ALLOW", rules: [] })),
    shop({ "istio.io/dataplane-mode": "ambient" }, root, policy(undefined, "istio-system")),
    shop(injected, settings({ rootNamespace: "mesh" }), policy({}, "mesh")),
    shop(injected, settings(seen("istio-system")), policy({}, "istio-system")),
    shop(injected, policy({}), {
      ...policy({ rules: [{ from: [{ source: { principals: [TILL] } }] }] }),
      name: "allow",
    }),
  ],
  fail: [
    rules({}),
    rules({ from: [{ source: { principals: [TILL] } }] }, {}),
    ap({ action: "ALLOW", selector: { matchLabels: { app: "web" } }, rules: [{}] }),
    from({ principals: ["*"] }),
    from({ namespaces: ["*"] }),
    from({ ipBlocks: ["0.0.0.0/0"] }),
    from({ ipBlocks: ["10.0.0.0/8", "0.0.0.0/1"] }),
    from({ remoteIpBlocks: ["::/0"] }),
    from({}),
    rules({ to: [] }),
    rules({ to: [{}] }),
    rules({ from: [] }),
    rules({ to: [{ operation: { paths: ["/*"] } }] }),
    rules({ to: [{ operation: { methods: ["*"], paths: ["*"] } }] }),
    from({ principals: ["*"] }, { to: [{ operation: { hosts: ["*"] } }] }),
    { ...rules({}), type: "kubernetes:security.istio.io/v1beta1:AuthorizationPolicy" },
    shop(injected, root),
    shop(injected, policy({ action: "DENY" }, "istio-system")),
    shop(injected, policy({ action: "CUSTOM", provider: { name: "x" } }, "istio-system")),
    shop(injected, policy({ action: "DENY", rules: [{}] })),
    shop(injected, policy({ selector: { matchLabels: { app: "web" } } })),
    shop(injected, policy({ targetRefs: [{ kind: "Gateway", name: "edge" }] })),
    shop(injected, policy({ rules: [{ from: [{ source: { namespaces: ["shop"] } }] }] })),
    shop(injected, policy({}, "till")),
    shop(injected, settings(seen("shop")), policy({}, "istio-system")),
    shop(injected, root, { ...policy({}, "istio-system"), provider: { context: "west" } }),
  ],
  undetermined: [
    ap({ rules: UNKNOWN }),
    ap({ action: UNKNOWN, rules: [{}] }),
    from({ principals: [UNKNOWN] }),
    from(UNKNOWN),
    shop(UNKNOWN, root),
    shop(injected),
    shop(injected, root, policy({}, UNKNOWN)),
    shop(injected, root, policy({ action: UNKNOWN })),
  ],
  notApplicable: [shop(undefined, root), shop({ "istio-injection": "disabled" }, root)],
};
