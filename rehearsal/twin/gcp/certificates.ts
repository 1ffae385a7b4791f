import { type TwinType, text } from "../type.ts";

/** What proves a name to Google. */
export const certificates: readonly TwinType[] = [
  {
    token: "gcp:certificatemanager/dnsAuthorization:DnsAuthorization",
    defaults: { location: "global" },
    computed: ({ inputs, dice }) => {
      const domain = text(inputs, "domain") ?? "";
      // one name for each project, so that several can prove a name beside each other
      const own = text(inputs, "type") === "PER_PROJECT_RECORD" ? `_${dice.letters("project", 16)}` : "";
      const name = `_acme-challenge${own}.${domain}.`;
      return {
        dnsResourceRecords: [
          {
            name,
            type: "CNAME",
            data: `${dice.uuid("record")}.${dice.digits("n", 1)}.authorize.certificatemanager.goog.`,
          },
        ],
      };
    },
    forceNew: ["name", "location", "domain", "type", "project"],
    otherwise: "update",
    source: "Certificate Manager API reference: projects.locations.dnsAuthorizations",
  },
];
