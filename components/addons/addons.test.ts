import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, record } from "../core/testing.ts";
import { resolveAddons } from "./args.ts";
import { ADDONS, type AddonName, Addons, type AddonsArgs } from "./index.ts";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const GUARD = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy";
const on = (site: Site, more: Partial<AddonsArgs> = {}) =>
  new Addons("addons", { cluster: testCluster(site), ...more });

it("names every mistake at once", async () => {
  await record("gcp", (site) => {
    const wrong: AddonsArgs = {
      cluster: testCluster(site),
      only: ["cert-manager", "keda", "keda", "vertical-pod-autoscaler", "flux" as AddonName],
      replicas: 0,
      trustedRegistries: ["Somewhere"],
      exempt: ["default"],
    };
    const paths = ["only[0]", "only[2]", "only[3]", "only[4]", "replicas", "trustedRegistries[0]", "exempt"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveAddons(wrong)).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Addons on %s", (cloud) => {
  const build = (more: Partial<AddonsArgs> = {}) => record(cloud, (site) => on(site, more));

  it("asks for the same resources", async () => {
    expect(await build({ trustedRegistries: ["registry.example/acme/"] })).toMatchSnapshot();
  });

  it("pins each version, and adds nothing that the cloud has", async () => {
    const releases = (await build()).filter(({ type }) => type === RELEASE);
    const lacking = ADDONS.filter((name) => cloud === "aws" || name !== "vertical-pod-autoscaler");
    expect(new Set(releases.map(({ inputs }) => inputs["name"]))).toEqual(new Set(lacking));
    for (const { inputs } of releases) expect(inputs["version"]).toMatch(/^v?\d+\.\d+\.\d+$/);
  });

  it("has one controller in dev and more in prod", async () => {
    const replicas = async (environment: "dev" | "prod") => {
      const seen = await record(cloud, (site) => on({ ...site, environment }));
      return one(seen, RELEASE, "cert-manager")["values"] as { replicaCount: number };
    };
    expect((await replicas("dev")).replicaCount).toBe(1);
    expect((await replicas("prod")).replicaCount).toBe(2);
  });

  it("gives an identity of its own to what acts on the cloud, and to nothing else", async () => {
    let identities: readonly string[] = [];
    await record(cloud, (site) => {
      const addons = on(site);
      identities = [...addons.identities.keys()];
      expect(() => addons.identity("argo-rollouts")).toThrow("argo-rollouts of addons has no identity");
    });
    expect(identities).toEqual(["cert-manager", "external-secrets", "external-dns", "keda", "velero"]);
  });

  it("lets what acts on the cloud have its tokens, and nothing else", async () => {
    const reached = (await build({ only: ["velero", "argo-rollouts"] }))
      .filter(({ inputs }) => /169[.]254[.](170[.]23|169[.]25[24])/.test(JSON.stringify(inputs)))
      .map(({ name }) => name);
    expect(reached).toEqual(cloud === "azure" ? [] : ["addons-velero-policy-tokens"]);
  });

  it("guards images only where somebody said which are trusted", async () => {
    const guards = async (more: Partial<AddonsArgs>) =>
      (await build(more)).filter(({ type }) => type === GUARD).map(({ name }) => name.replace("addons-guard-", ""));
    const always = ["namespaces-say-a-level", "no-default-account-token", "nothing-in-default"];
    expect(await guards({})).toEqual(always);
    expect(await guards({ trustedRegistries: ["registry.example/acme/"] })).toEqual([...always, "trusted-registries"]);
  });
});
