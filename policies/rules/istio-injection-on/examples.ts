import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const namespace = "kubernetes:core/v1:Namespace";
const root: Sample = { type: namespace, name: "root", props: { metadata: { name: "istio-system" } } };
const settings = (rootNamespace: unknown): Sample => ({
  type: "kubernetes:install.istio.io/v1alpha1:IstioOperator",
  name: "settings",
  props: { spec: { meshConfig: { rootNamespace } } },
});
const shop = (labels: unknown, ...beside: readonly Sample[]): Example => ({
  type: namespace,
  props: { metadata: { name: "shop", labels } },
  beside,
});

export const examples: Examples = {
  pass: [
    shop({ "istio-injection": "enabled" }, root),
    shop({ "istio.io/rev": "1-26" }, root),
    shop({ "istio.io/dataplane-mode": "ambient" }, root),
    shop({ "istio-injection": "enabled" }, settings("mesh")),
    // in the mesh, whatever it is called and wherever that begins
    {
      type: namespace,
      props: { metadata: { name: UNKNOWN, labels: { "istio-injection": "enabled" } } },
      beside: [settings(UNKNOWN)],
    },
  ],
  fail: [
    shop(undefined, root),
    shop({ owner: "shop" }, root),
    shop({ "istio-injection": "disabled" }, root),
    shop({ "istio-injection": "true" }, root),
    shop({ "istio.io/dataplane-mode": "none" }, root),
    shop(undefined, settings("mesh")),
    shop(undefined, {
      type: "kubernetes:security.istio.io/v1:PeerAuthentication",
      name: "strict",
      props: { metadata: {} },
    }),
  ],
  undetermined: [
    shop(UNKNOWN, root),
    shop({ "istio-injection": UNKNOWN }, root),
    shop(undefined, settings(UNKNOWN)),
    { type: namespace, props: { metadata: { name: UNKNOWN } }, beside: [root] },
    { type: namespace, props: { metadata: { name: UNKNOWN } }, beside: [settings(UNKNOWN)] },
    // a namespace beside it may be the mesh's
    shop(undefined, { type: namespace, name: "other", props: { metadata: { name: UNKNOWN } } }),
  ],
  notApplicable: [
    shop(undefined),
    // the mesh of another cluster
    shop(undefined, { ...root, provider: { context: "west" } }),
    { type: namespace, props: { metadata: { name: "kube-system" } }, beside: [root] },
    { type: namespace, props: { metadata: { name: "mesh" } }, beside: [settings("mesh")] },
  ],
};
