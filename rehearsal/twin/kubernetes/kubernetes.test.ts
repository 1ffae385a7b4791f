import { describe, expect, test } from "vitest";
import { type Properties, Secret } from "../../wire/value.ts";
import { Bench } from "../testing.ts";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const CONFIG = "kubernetes:core/v1:ConfigMap";
const labels = { app: "web" };
const deployment = (replicas: number) => ({
  spec: {
    replicas,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "nginx" }] } },
  },
});

describe("a deployment", () => {
  test("is named, made ready, scaled in place and replaced", async () => {
    const subject = await (await new Bench().subject(DEPLOYMENT, "web")).create(deployment(2));
    expect(subject.id).toMatch(/^default\/web-[0-9a-f]{8}$/);
    expect(subject.outputs).toMatchObject({
      status: { readyReplicas: 2 },
      spec: { strategy: { type: "RollingUpdate" } },
    });
    expect((await subject.diff(deployment(2))).changes).toBe("none");
    expect((await subject.diff(deployment(3))).detailedDiff).toEqual({
      "spec.replicas": { kind: "update", inputDiff: true },
    });
    await subject.update(deployment(3));
    expect(subject.outputs).toMatchObject({ status: { readyReplicas: 3 } });
    const other = { ...deployment(3), spec: { ...deployment(3).spec, selector: { matchLabels: { app: "api" } } } };
    expect((await subject.check(other)).failures[0]?.property).toBe("spec.selector");
  });

  test("is checked to its depths", async () => {
    const subject = await new Bench().subject(DEPLOYMENT);
    const wrong = {
      spec: { ...deployment(1).spec, template: { spec: { containers: [{ name: "web", imagee: "nginx" }] } } },
    };
    expect((await subject.check(wrong)).failures).toContainEqual({
      property: "spec.template.spec.containers[0].imagee",
      reason: "Invalid or unknown key 'imagee'. Did you mean 'image'?",
    });
    expect((await subject.check({ spec: { ...deployment(1).spec, replicas: "two" } })).failures).toEqual([
      { property: "spec.replicas", reason: "expected a number, got a string" },
    ]);
  });
});

test("a changed config map is replaced, under its own name after deletion only", async () => {
  const bench = new Bench();
  const auto = await (await bench.subject(CONFIG, "a")).create({ data: { k: "1" } });
  expect(await auto.diff({ data: { k: "2" } })).toMatchObject({ replaces: ["data"], deleteBeforeReplace: false });
  const named = { metadata: { name: "fixed" } };
  const fixed = await (await bench.subject(CONFIG, "b")).create({ ...named, data: { k: "1" } });
  expect(await fixed.diff({ ...named, data: { k: "2" } })).toMatchObject({ deleteBeforeReplace: true });
});

test("a provider may let data change in place", async () => {
  const bench = new Bench();
  await bench.provider("kubernetes", { enableConfigMapMutable: "true" });
  const config = await (await bench.subject(CONFIG)).create({ data: { k: "1" } });
  expect((await config.diff({ data: { k: "2" } })).replaces).toEqual([]);
});

test("secret text is encoded and stays secret", async () => {
  const subject = await (await new Bench().subject("kubernetes:core/v1:Secret")).create({
    stringData: new Secret({ a: "b" }),
  });
  expect(subject.outputs["stringData"]).toBeInstanceOf(Secret);
  expect(subject.outputs["data"]).toEqual(new Secret({ a: "Yg==" }));
});

test("a namespace must be there, and takes its objects down", async () => {
  const bench = new Bench({ existing: "none" });
  const inside = { metadata: { namespace: "team", name: "c" } };
  await expect((await bench.subject(CONFIG, "c")).create(inside)).rejects.toThrow('namespaces "team" not found');
  const namespace = await (await bench.subject("kubernetes:core/v1:Namespace", "n")).create({
    metadata: { name: "team" },
  });
  await (await bench.subject(CONFIG, "c")).create(inside);
  await namespace.delete();
  expect(bench.twin.world.remaining()).toEqual([]);
});

test("custom kinds are objects of any form", async () => {
  const bench = new Bench();
  const type = "kubernetes:networking.istio.io/v1:VirtualService";
  const object = {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "v" },
    spec: { any: [1] },
  };
  const subject = await (await bench.subject(type)).create(object);
  expect(subject.id).toBe("default/v");
  expect((await subject.diff({ ...object, spec: { any: [2] } })).replaces).toEqual([]);
  expect(bench.logs).toEqual([]);
});

const definition = (spec: Properties, scope = "Namespaced") => ({
  metadata: { name: "gadgets.example.dev" },
  spec: {
    group: "example.dev",
    scope,
    names: { kind: "Gadget", plural: "gadgets" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", required: ["spec"], properties: { spec } } },
      },
    ],
  },
});

describe("a custom kind with a definition on its cluster", () => {
  const spec = {
    type: "object",
    required: ["size"],
    properties: {
      size: { "x-kubernetes-int-or-string": true },
      mode: { type: "string", enum: ["A", "B"] },
      free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
      parts: { type: "array", items: { type: "object", properties: { name: { type: "string", nullable: true } } } },
    },
  };
  const gadget = async (bench: Bench, value: Properties) =>
    await (await bench.subject("kubernetes:example.dev/v1:Gadget", "g")).create({
      apiVersion: "example.dev/v1",
      kind: "Gadget",
      metadata: { name: "g" },
      spec: value,
    });
  const defined = async () => {
    const bench = new Bench();
    await (await bench.subject(CRD, "crd")).create(definition(spec));
    return bench;
  };

  test.each([[{ size: 1 }], [{ size: "1Gi", mode: "A", free: { any: { thing: 1 } }, parts: [{ name: null }] }]])(
    "takes %j",
    async (value) => {
      expect((await gadget(await defined(), value)).id).toBe("default/g");
    },
  );

  test.each([
    [{ size: 1, sise: 2 }, "spec.sise: field not declared in schema"],
    [{ size: 1, mode: "C" }, 'spec.mode: Unsupported value: supported values: "A", "B"'],
    [{ mode: "A" }, "spec.size: Required value"],
    [{ size: 1, parts: [{ nam: "x" }] }, "spec.parts[0].nam: field not declared in schema"],
  ])("refuses %j", async (value, words) => {
    await expect(gadget(await defined(), value)).rejects.toThrow(words);
  });

  test("is judged by the definition of its own cluster only", async () => {
    const bench = await defined();
    await bench.provider("kubernetes", { kubeconfig: "other" });
    expect((await gadget(bench, { sise: 2 })).id).toBe("default/g");
  });
});

describe("a cluster that this program made", () => {
  const CLUSTER = "aws:eks/cluster:Cluster";
  const made = async () => {
    const bench = new Bench();
    const cluster = await (await bench.subject(CLUSTER, "home")).create({
      name: "home",
      roleArn: "arn:aws:iam::123456789012:role/home",
      vpcConfig: { subnetIds: ["subnet-1"] },
    });
    await bench.provider("kubernetes", { kubeconfig: JSON.stringify({ server: cluster.outputs["endpoint"] }) });
    return bench;
  };
  const route = { apiVersion: "example.dev/v1", kind: "Gadget", metadata: { name: "g" }, spec: {} };

  test("knows no kind that nobody defined", async () => {
    const bench = await made();
    await expect((await bench.subject("kubernetes:example.dev/v1:Gadget", "g")).create(route)).rejects.toThrow(
      'no matches for kind "Gadget" in version "example.dev/v1"',
    );
  });

  test("may know what a chart brought", async () => {
    const bench = await made();
    await (await bench.subject("kubernetes:helm.sh/v3:Release", "chart")).create({ chart: "gadgets" });
    expect((await (await bench.subject("kubernetes:example.dev/v1:Gadget", "g")).create(route)).id).toBe("default/g");
  });

  test("gives a balancer the form of its cloud", async () => {
    const bench = new Bench();
    const cluster = await (await bench.subject("gcp:container/cluster:Cluster", "home")).create({ name: "home" });
    await bench.provider("kubernetes", { kubeconfig: JSON.stringify({ server: cluster.outputs["endpoint"] }) });
    const spec = { type: "LoadBalancer", loadBalancerIP: "10.32.151.10", ports: [{ port: 80 }] };
    const service = await (await bench.subject("kubernetes:core/v1:Service", "s")).create({ spec });
    expect(service.outputs["status"]).toEqual({ loadBalancer: { ingress: [{ ip: "10.32.151.10" }] } });
  });

  test("knows what its service brings along", async () => {
    const bench = await made();
    const policy = {
      apiVersion: "networking.k8s.aws/v1alpha1",
      kind: "PolicyEndpoint",
      metadata: { name: "p" },
      spec: {},
    };
    const subject = await bench.subject("kubernetes:networking.k8s.aws/v1alpha1:PolicyEndpoint", "p");
    expect((await subject.create(policy)).id).toBe("default/p");
  });
});

test("the token of a service account is filled in, and secret", async () => {
  const subject = await (await new Bench().subject("kubernetes:core/v1:Secret", "token")).create({
    type: "kubernetes.io/service-account-token",
    metadata: { name: "token", annotations: { "kubernetes.io/service-account.name": "reader" } },
  });
  expect(subject.outputs["data"]).toBeInstanceOf(Secret);
  expect(Object.keys((subject.outputs["data"] as Secret).value as object).sort()).toEqual([
    "ca.crt",
    "namespace",
    "token",
  ]);
});

test("a release keeps what is secret among its values secret", async () => {
  const release = await (await new Bench().subject("kubernetes:helm.sh/v3:Release", "chart")).create({
    chart: "gadgets",
    values: { key: new Secret("hush"), open: "yes" },
  });
  expect(release.outputs["values"]).toEqual({ key: new Secret("hush"), open: "yes" });
});

test("two clusters do not share names", async () => {
  const bench = new Bench();
  const named = { metadata: { name: "same" } };
  for (const kubeconfig of ["one", "two"]) {
    await bench.provider("kubernetes", { kubeconfig });
    await (await bench.subject(CONFIG, kubeconfig)).create(named);
  }
  expect(bench.twin.world.things.map(({ id }) => id)).toEqual(["default/same", "default/same"]);
  await expect((await bench.subject(CONFIG, "three")).create(named)).rejects.toThrow(
    'configmaps "same" already exists',
  );
});
