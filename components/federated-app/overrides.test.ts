import { describe, expect, it } from "vitest";
import { problemsOf } from "../objects/testing.ts";
import type { FederatedAppArgs } from "./args.ts";
import { recordApp, specOf } from "./testing.ts";

const OVERRIDES = "kubernetes:policy.karmada.io/v1alpha1:OverridePolicy";
const PROPAGATION = "kubernetes:policy.karmada.io/v1alpha1:PropagationPolicy";

describe("FederatedApp", () => {
  it("takes the same image from a member's own registry", async () => {
    const overrides = { azure: { registry: "acme.azurecr.io" } };
    const image = `registry.example/acme/shop:1.4@sha256:${"b".repeat(64)}`;
    const seen = await recordApp({ image, overrides });
    expect(specOf(seen, OVERRIDES)["overrideRules"]).toEqual([
      {
        targetCluster: { clusterNames: ["azure"] },
        overriders: {
          plaintext: [
            {
              operator: "add",
              path: "/spec/template/spec/containers/0/image",
              value: `acme.azurecr.io/acme/shop:1.4@sha256:${"b".repeat(64)}`,
            },
          ],
        },
      },
    ]);
  });

  it("is in each member who it is there", async () => {
    const identity = {
      aws: {
        annotations: { "eks.amazonaws.com/role-arn": "arn:role" },
        labels: {},
        env: { AWS_REGION: "eu-west-1" },
        files: {},
      },
      azure: {
        annotations: {},
        labels: { "azure.workload.identity/use": "true" },
        env: {},
        files: { "config.json": "{}" },
        token: { audience: "api://AzureADTokenExchange", expirationSeconds: 3600 },
      },
    } as unknown as NonNullable<FederatedAppArgs["identity"]>;
    const seen = await recordApp({ identity, env: { MODE: "live" } });
    expect(problemsOf(seen)).toEqual([]);
    expect(specOf(seen, OVERRIDES, "account")["overrideRules"]).toEqual([
      {
        targetCluster: { clusterNames: ["aws"] },
        overriders: {
          plaintext: [
            { operator: "add", path: "/metadata/annotations/eks.amazonaws.com~1role-arn", value: "arn:role" },
          ],
        },
      },
    ]);
    expect(specOf(seen, OVERRIDES, "workload")).toMatchSnapshot();
    expect(specOf(seen, PROPAGATION, "identity-azure")["placement"]).toMatchObject({
      clusterAffinity: { clusterNames: ["azure"] },
    });
  });
});
