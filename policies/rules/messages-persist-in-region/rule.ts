import type { TopicArgs } from "@pulumi/gcp/pubsub/topic.js";
import { isAllowed } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { ALLOWED_REGIONS, strings } from "../../core/settings.ts";
import { decide, fail, forAll, UNCONFIGURED } from "../../core/verdict.ts";

const TOPIC = "gcp:pubsub/topic:Topic";
const PATH = "messageStoragePolicy.allowedPersistenceRegions";

export const messagesPersistInRegion: Rule = {
  id: "messages-persist-in-region",
  packs: ["gdpr"],
  title: "Messages rest in allowed regions",
  severity: "high",
  scope: "resource",
  since: "0.1.0",
  why: "A topic without a storage policy keeps its messages in the region closest to whoever published them.",
  fixText: () => `Set \`${PATH}\` to the allowed regions, and \`messageStoragePolicy.enforceInTransit: true\`.`,
  inPlace: [TOPIC],
  settings: [ALLOWED_REGIONS],
  checks: {
    [TOPIC]: (topic: Resource<TopicArgs>, { config }) => {
      const allowed = strings(config, ALLOWED_REGIONS);
      if (allowed === undefined) return UNCONFIGURED;
      const regions = topic.list(PATH);
      if (regions.state === "absent") return fail(PATH, "is not set; messages may rest in any region");
      return forAll(regions, (region) =>
        decide(region.itself(), { known: (name) => (isAllowed(name, allowed) ? undefined : `is ${name}`) }),
      );
    },
  },
};
