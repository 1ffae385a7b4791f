import { describe, expect, it } from "vitest";
import { recordProgram } from "../core/testing.ts";
import { resolveSite } from "./args.ts";
import { openSite, type SiteConfig } from "./index.ts";

const shared = {
  environment: "prod",
  residency: "EU",
  prefix: "acme",
  owner: "platform",
  costCenter: "shared",
} as const;
const sites: { readonly [cloud: string]: SiteConfig } = {
  aws: { ...shared, name: "aws", cloud: "aws", accountId: "111111111111", region: "eu-west-1" },
  gcp: { ...shared, name: "gcp", cloud: "gcp", project: "acme-prod", region: "europe-west1" },
  azure: { ...shared, name: "azure", cloud: "azure", subscriptionId: "0000", location: "westeurope" },
};

describe.each(Object.entries(sites))("a site on %s", (_, config) => {
  it("is protected in prod and not in dev, unless told otherwise", () => {
    expect(resolveSite(config).protection).toBe(true);
    expect(resolveSite({ ...config, environment: "dev" }).protection).toBe(false);
    expect(resolveSite({ ...config, protection: false }).protection).toBe(false);
  });

  it("lies where its residency says", () => {
    expect(() => resolveSite({ ...config, residency: "US" })).toThrow(
      expect.objectContaining({
        errors: [expect.objectContaining({ reason: expect.stringContaining("US") as string })],
      }),
    );
  });

  it("opens with the same resources", async () => {
    expect(await recordProgram(() => openSite(config))).toMatchSnapshot();
  });
});

it("names every mistake at once", () => {
  const wrong = { ...shared, name: "X", prefix: "", owner: "The Team", logRetentionDays: 31 };
  const paths = ["name", "prefix", "owner", "logRetentionDays", "region"];
  const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  const config = { ...wrong, cloud: "gcp", project: "p", region: "moon-1" } as const;
  expect(() => resolveSite(config)).toThrow(expect.objectContaining({ errors }));
});
