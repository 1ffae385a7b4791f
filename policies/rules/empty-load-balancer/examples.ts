import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const GROUP = "aws:lb/targetGroup:TargetGroup";
const lb = (...beside: readonly Sample[]): Example => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { name: "shop" },
  beside,
});
const listener = (defaultActions: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "aws:lb/listener:Listener",
  name: "https",
  props: { port: 443, loadBalancerArn: UNKNOWN, defaultActions },
  edges: { loadBalancerArn: "it" },
  ...more,
});
const forward = [{ type: "forward", targetGroupArn: UNKNOWN }];
const redirect = listener([{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }], {
  name: "http",
});
const toGroup = listener(forward, { edges: { loadBalancerArn: "it", defaultActions: `${GROUP}::pods` } });
const rule: Sample = {
  type: "aws:alb/listenerRule:ListenerRule",
  name: "api",
  props: { listenerArn: UNKNOWN, actions: forward },
  edges: { listenerArn: "aws:lb/listener:Listener::https", actions: `${GROUP}::pods` },
};
const refuse = listener([{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }]);
const group: Sample = { type: "aws:alb/targetGroup:TargetGroup", name: "pods", props: { port: 80 } };
const tied = (type: string, key: string): Sample => ({
  type,
  name: "targets",
  props: { [key]: UNKNOWN },
  edges: { [key]: `${GROUP}::pods` },
});
const attachment = tied("aws:lb/targetGroupAttachment:TargetGroupAttachment", "targetGroupArn");
const literal = "arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/pods/0123456789abcdef";

const provider = {};
const service = (spec: object, ...beside: readonly Sample[]): Example => ({
  type: "kubernetes:core/v1:Service",
  props: { metadata: { name: "web", namespace: "shop" }, spec: { ports: [{ port: 443 }], ...spec } },
  provider,
  beside,
});
const balanced = (spec: object, ...beside: readonly Sample[]) => service({ type: "LoadBalancer", ...spec }, ...beside);
const web = { selector: { app: "web" } };
const deployment = (labels: unknown, namespace: unknown = "shop", more: Partial<Sample> = {}): Sample => ({
  type: "kubernetes:apps/v1:Deployment",
  name: "web",
  props: {
    metadata: { namespace },
    spec: { template: { metadata: { labels }, spec: { containers: [{ name: "web" }] } } },
  },
  provider,
  ...more,
});
const release: Sample = {
  type: "kubernetes:helm.sh/v3:Release",
  name: "ingress",
  props: { chart: "ingress-nginx" },
  provider,
};
const MAKERS = [
  "kubernetes:argoproj.io/v1alpha1:Application",
  "kubernetes:argoproj.io/v1alpha1:ApplicationSet",
  "kubernetes:helm.toolkit.fluxcd.io/v2:HelmRelease",
  "kubernetes:kustomize.toolkit.fluxcd.io/v1:Kustomization",
  "kubernetes:install.istio.io/v1alpha1:IstioOperator",
  "kubernetes:sailoperator.io/v1:Istio",
];

export const examples: Examples = {
  pass: [
    lb(toGroup, group, attachment),
    lb(redirect, toGroup, group, attachment),
    lb(toGroup, group, tied("aws:autoscaling/group:Group", "targetGroupArns")),
    lb(toGroup, group, tied("aws:ecs/service:Service", "loadBalancers")),
    lb(toGroup, group, tied("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "spec")),
    lb(refuse, rule, group, attachment),
    // it answers by itself
    lb(refuse),
    lb(redirect),
    lb({ ...listener(UNKNOWN), edges: { loadBalancerArn: "it", defaultActions: `${GROUP}::pods` } }, group, attachment),
    { ...lb(refuse), type: "aws:applicationloadbalancing/loadBalancer:LoadBalancer" },
    balanced(web, deployment({ app: "web", tier: "front" })),
    balanced(web, { ...deployment({ app: "web" }), type: "kubernetes:argoproj.io/v1alpha1:Rollout" }),
    balanced(web, deployment({ app: "other" }, "shop", { name: "other" }), deployment({ app: "web" })),
    balanced(web, {
      type: "kubernetes:core/v1:Pod",
      name: "web",
      props: { metadata: { namespace: "shop", labels: { app: "web" } }, spec: { containers: [] } },
      provider,
    }),
    balanced(web, deployment({ app: "web" }), release),
  ],
  fail: [
    lb(),
    lb(group, attachment),
    lb(toGroup, group),
    lb(redirect, toGroup, group),
    lb(toGroup, group, tied("aws:cloudwatch/metricAlarm:MetricAlarm", "dimensions")),
    lb(refuse, rule, group),
    // a listener of another balancer, and targets of another group
    lb(listener(forward, { edges: { loadBalancerArn: "aws:lb/loadBalancer:LoadBalancer::other" } }), {
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "other",
      props: {},
    }),
    lb(toGroup, group, { ...attachment, edges: { targetGroupArn: `${GROUP}::else` } }, { ...group, name: "else" }),
    { ...lb(), type: "aws:alb/loadBalancer:LoadBalancer" },
    balanced(web),
    balanced(web, deployment({ app: "api" })),
    balanced(web, deployment({ app: "web" }, "other")),
    balanced({ selector: { app: "web", tier: "front" } }, deployment({ app: "web" })),
    balanced({ ...web, ports: [] }, deployment({ app: "web" })),
    balanced({ ...web, ports: undefined }, deployment({ app: "web" })),
    // what is released into another cluster
    balanced(web, { ...release, provider: undefined as never }),
    // its pods are those of a Deployment that is not here
    balanced(web, {
      ...deployment({ app: "web" }),
      type: "kubernetes:argoproj.io/v1alpha1:Rollout",
      props: { metadata: { namespace: "shop" }, spec: { workloadRef: { kind: "Deployment", name: "web" } } },
    }),
  ],
  undetermined: [
    lb(listener([{ type: "forward", targetGroupArn: literal }])),
    lb(listener([{ type: "forward", forward: { targetGroups: [{ arn: UNKNOWN }] } }])),
    lb(listener(UNKNOWN)),
    lb(listener(forward, { edges: {} })),
    lb(toGroup, group, { ...attachment, edges: {}, props: { targetGroupArn: literal } }),
    service({ type: UNKNOWN, ...web }),
    balanced({ selector: UNKNOWN }),
    balanced({}),
    balanced(web, deployment({ app: UNKNOWN })),
    balanced(web, deployment({ app: "web" }, UNKNOWN)),
    balanced(web, release),
    balanced({ ...web, ports: UNKNOWN }, deployment({ app: "web" })),
    lb(listener(forward)),
    // it was computed from the people who may come, and not from a group
    lb(
      listener([{ type: "authenticate-cognito" }, { type: "forward", targetGroupArn: literal }], {
        edges: { loadBalancerArn: "it", defaultActions: "aws:cognito/userPool:UserPool::people" },
      }),
      group,
    ),
    ...MAKERS.map((type) => balanced(web, { ...release, type, name: "maker" })),
  ],
  notApplicable: [service({ ...web }), service({ type: "ClusterIP", ...web }), service({ type: "NodePort", ...web })],
};
