import { Config } from "@pulumi/pulumi";
import type { Site } from "../core/site.ts";
import { openSite, type SiteConfig } from "../site/index.ts";

const config = new Config("archipel");
const component = config.require("component");
const sites = config.requireObject<SiteConfig[]>("sites").map(openSite);

const { example } = (await import(`../${component}/example.ts`)) as { example: (...sites: Site[]) => unknown };

/** What the example gives back. */
export const outputs = example(...sites);
