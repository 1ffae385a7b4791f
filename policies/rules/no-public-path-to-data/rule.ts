import type { Rule } from "../../core/rule.ts";
import { AWS_CHECKS } from "./aws.ts";
import { AZURE_CHECKS } from "./azure.ts";
import { GCP_CHECKS } from "./gcp.ts";

export const noPublicPathToData: Rule = {
  id: "no-public-path-to-data",
  packs: ["zero-trust"],
  title: "No way leads from the internet straight to data",
  severity: "critical",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Where nothing between the internet and a data store asks who comes, the store's password is all there is.",
  fixText: ({ type }) => {
    if (type.startsWith("aws:")) {
      return "Let the store's security group admit only the group of the service that uses it, and set `publiclyAccessible: false`.";
    }
    if (type === "gcp:compute/firewall:Firewall") {
      return "Name the networks that need it in `sourceRanges`, or take the machine's `accessConfigs` away.";
    }
    if (type.startsWith("gcp:")) return "Set `settings.ipConfiguration.ipv4Enabled: false` with a `privateNetwork`.";
    return "Delete the firewall rule and set `publicNetworkAccess: Disabled` on the server.";
  },
  checks: { ...AWS_CHECKS, ...GCP_CHECKS, ...AZURE_CHECKS },
};
