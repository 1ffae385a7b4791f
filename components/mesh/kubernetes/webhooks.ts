import { MutatingWebhookConfiguration } from "@pulumi/kubernetes/admissionregistration/v1/mutatingWebhookConfiguration.js";
import { ValidatingWebhookConfiguration } from "@pulumi/kubernetes/admissionregistration/v1/validatingWebhookConfiguration.js";
import type { Resource } from "@pulumi/pulumi";
import type { MeshScope } from "../native.ts";
import { ROOT_NAMESPACE } from "../plan.ts";
import { labelsOf } from "./place.ts";

type Expression = { readonly key: string; readonly operator: string; readonly values?: string[] };
const is = (key: string, value: string): Expression => ({ key, operator: "In", values: [value] });
const isNot = (key: string, value: string): Expression => ({ key, operator: "NotIn", values: [value] });
const none = (key: string): Expression => ({ key, operator: "DoesNotExist" });

/** Which pods get a proxy: those of a namespace that asks for it, or that ask themselves; never those that decline. */
const INJECTED: readonly (readonly [name: string, namespace: readonly Expression[], pod: readonly Expression[]])[] = [
  ["namespace", [is("istio-injection", "enabled")], [isNot("sidecar.istio.io/inject", "false")]],
  [
    "object",
    [none("istio-injection"), none("istio.io/rev")],
    [is("sidecar.istio.io/inject", "true"), none("istio.io/rev")],
  ],
  [
    "rev.namespace",
    [is("istio.io/rev", "default"), none("istio-injection")],
    [isNot("sidecar.istio.io/inject", "false")],
  ],
  [
    "rev.object",
    [none("istio-injection"), none("istio.io/rev")],
    [isNot("sidecar.istio.io/inject", "false"), is("istio.io/rev", "default")],
  ],
];
const COMMON = { admissionReviewVersions: ["v1"], sideEffects: "None", failurePolicy: "Fail" };
// istiod writes the authority of its own certificate
const BY_ISTIOD = { ignoreChanges: ["webhooks[*].clientConfig.caBundle"] };

// until istiod has written it, API servers do not believe istiod, and refuse pods and objects
const TRUSTED = { "pulumi.com/waitFor": "jsonpath={.webhooks[0].clientConfig.caBundle}" };

/** Where API servers ask istiod: what to add to a pod, and whether an object of Istio's is right. */
export function webhooks(scope: MeshScope, after: readonly Resource[]) {
  const service = { name: "istiod", namespace: ROOT_NAMESPACE, port: 443 };
  const metadata = (name: string, app: string) => ({
    name,
    // by the revision istiod knows which are its own
    labels: { ...labelsOf(app), "istio.io/rev": "default" },
    annotations: TRUSTED,
  });
  const options = { ...BY_ISTIOD, dependsOn: [...after] };
  const injection = new MutatingWebhookConfiguration(
    ...scope.child(
      "injection",
      {
        metadata: metadata("istio-sidecar-injector", "sidecar-injector"),
        webhooks: INJECTED.map(([name, namespace, pod]) => ({
          ...COMMON,
          name: `${name}.sidecar-injector.istio.io`,
          clientConfig: { service: { ...service, path: "/inject" } },
          rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
          reinvocationPolicy: "Never",
          namespaceSelector: { matchExpressions: [...namespace] },
          objectSelector: { matchExpressions: [...pod] },
        })),
      },
      { ...options, invariants: ["webhooks"] },
    ),
  );
  const validation = new ValidatingWebhookConfiguration(
    ...scope.child(
      "validation",
      {
        metadata: metadata("istio-validator-istio-system", "istiod"),
        webhooks: [
          {
            ...COMMON,
            name: "validation.istio.io",
            clientConfig: { service: { ...service, path: "/validate" } },
            rules: [
              {
                operations: ["CREATE", "UPDATE"],
                apiGroups: ["security.istio.io", "networking.istio.io", "telemetry.istio.io", "extensions.istio.io"],
                apiVersions: ["*"],
                resources: ["*"],
              },
            ],
          },
        ],
      },
      { ...options, invariants: ["webhooks"] },
    ),
  );
  return [injection, validation];
}
