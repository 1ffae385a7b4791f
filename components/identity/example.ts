import type { Site } from "../core/site.ts";
import { Identity, Issuer } from "./index.ts";

export function example(site: Site) {
  const github = new Issuer("github", { site, of: "github" });
  const jobs = { org: "acme", repo: "shop", repositoryId: "123456789", environment: "prod" };
  const deployer = new Identity("shop-deployer", { site, trust: [{ github: jobs, issuer: github }] });
  return { id: deployer.id };
}
