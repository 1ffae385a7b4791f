import { Config } from "@pulumi/pulumi";
import type { Site } from "../core/site.ts";
import { openSite, type SiteConfig } from "../site/index.ts";

const config = new Config("archipel");
const component = config.require("component");
const site = openSite(config.requireObject<SiteConfig>("site"));

const { example } = (await import(`../${component}/example.ts`)) as { example: (site: Site) => unknown };

/** What the example gives back. */
export const outputs = example(site);
