import { describe, expect, test } from "vitest";
import { Secret } from "../../wire/value.ts";
import { Bench } from "../testing.ts";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
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
