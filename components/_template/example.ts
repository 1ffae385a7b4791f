import type { Site } from "../core/site.ts";
import { Noun } from "./index.ts";

export function example(site: Site) {
  const data = { class: "internal", owner: "platform", retentionDays: 30 } as const;
  const first = new Noun("first", { site, data });
  return { id: first.id };
}
