import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const configMap = "kubernetes:core/v1:ConfigMap";
const release = "kubernetes:helm.sh/v3:Release";
const operator = "kubernetes:install.istio.io/v1alpha1:IstioOperator";
const sail = "kubernetes:sailoperator.io/v1:Istio";

const root: Sample = {
  type: "kubernetes:core/v1:Namespace",
  name: "root",
  props: { metadata: { name: "istio-system", labels: { mesh: "yes" } } },
};
const selectors = (...list: readonly unknown[]) => ({ discoverySelectors: list });
const byName = (name: string) => ({ matchLabels: { "kubernetes.io/metadata.name": name } });
const among = (operatorOf: string, ...values: readonly unknown[]) => ({
  matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: operatorOf, values }],
});
const configs = (meshConfig: object, ...others: readonly Sample[]): readonly Example[] => [
  { type: release, props: { chart: "istiod", values: { meshConfig } }, beside: others },
  { type: operator, props: { spec: { meshConfig } }, beside: others },
  { type: sail, props: { spec: { values: { meshConfig } } }, beside: others },
  // a ConfigMap keeps them as text
  {
    type: configMap,
    props: { metadata: { name: "istio" }, data: { mesh: JSON.stringify(meshConfig) } },
    beside: others,
  },
];

export const examples: Examples = {
  pass: [
    ...configs({}),
    ...configs({ discoverySelectors: [] }),
    ...configs(selectors(byName("istio-system"))),
    ...configs(selectors(byName("shop"), byName("istio-system"))),
    ...configs(selectors(among("In", "istio-system", "shop"))),
    ...configs(selectors(byName("shop"), { matchExpressions: [{ key: "mesh", operator: "Exists" }] }), root),
    ...configs({ rootNamespace: "mesh", ...selectors(byName("mesh")) }),
    // the settings of one revision, and a chart by its address
    { type: configMap, props: { metadata: { name: "istio-1-26" }, data: { mesh: "trustDomain: shop.example\n" } } },
    { type: release, props: { chart: "oci://example.com/charts/istiod" } },
  ],
  fail: [
    ...configs(selectors(byName("shop"))),
    ...configs(selectors(among("NotIn", "istio-system"))),
    ...configs(selectors({ matchLabels: { mesh: "no" } }), root),
    ...configs(selectors({ matchLabels: { ...byName("istio-system").matchLabels, mesh: "no" } }), root),
    ...configs({ rootNamespace: "mesh", ...selectors(byName("istio-system")) }),
    {
      type: configMap,
      props: {
        metadata: { name: "istio-1-26" },
        data: { mesh: "discoverySelectors:\n  - matchLabels:\n      kubernetes.io/metadata.name: shop\n" },
      },
    },
    { type: release, props: { chart: "istio/istiod", values: { meshConfig: selectors(byName("shop")) } } },
  ],
  undetermined: [
    ...configs(selectors({ matchLabels: { mesh: "yes" } })),
    // the labels of a namespace in another cluster say nothing
    ...configs(selectors({ matchLabels: { mesh: "yes" } }), { ...root, provider: { context: "west" } }),
    { type: configMap, props: { metadata: { name: "istio" }, data: { mesh: UNKNOWN } } },
    { type: operator, props: { spec: { meshConfig: UNKNOWN } } },
  ],
  notApplicable: [
    { type: configMap, props: { metadata: { name: "app" }, data: {} } },
    { type: configMap, props: { metadata: { name: "istio-ca-root-cert" }, data: {} } },
    { type: release, props: { chart: "redis" } },
  ],
};
