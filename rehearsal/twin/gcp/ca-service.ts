import { armoured } from "../armour.ts";
import { type TwinType, text } from "../type.ts";
import { last, projectOf } from "./site.ts";

const POOL = "gcp:certificateauthority/caPool:CaPool";

const pool: TwinType = {
  token: POOL,
  id: (context) => {
    const { inputs, site } = context;
    const location = text(inputs, "location") ?? site.region;
    return `projects/${projectOf(context)}/locations/${location}/caPools/${text(inputs, "name") ?? ""}`;
  },
  forceNew: ["name", "location", "project", "tier", "encryptionSpec"],
  otherwise: "update",
  source: "Certificate Authority Service API reference: projects.locations.caPools",
};

const authority: TwinType = {
  token: "gcp:certificateauthority/authority:Authority",
  defaults: {
    deletionProtection: true,
    ignoreActiveCertificatesOnDeletion: false,
    lifetime: "315360000s",
    skipGracePeriod: false,
    type: "SELF_SIGNED",
  },
  id: (context) => {
    const { inputs, site } = context;
    const location = text(inputs, "location") ?? site.region;
    const within = `projects/${projectOf(context)}/locations/${location}/caPools/${last(text(inputs, "pool") ?? "")}`;
    return `${within}/certificateAuthorities/${text(inputs, "certificateAuthorityId") ?? ""}`;
  },
  computed: ({ inputs, dice, now }, id) => {
    const own = text(inputs, "type") !== "SUBORDINATE";
    return {
      name: id,
      state: own ? (text(inputs, "desiredState") ?? "ENABLED") : "AWAITING_USER_ACTIVATION",
      pemCaCertificates: own ? [armoured("CERTIFICATE", dice, 16)] : [],
      // what its pool publishes, which is nothing unless it is told to
      accessUrls: [{ caCertificateAccessUrl: "", crlAccessUrls: [] }],
      createTime: now,
      updateTime: now,
    };
  },
  kept: ["createTime", "pemCaCertificates"],
  needs: [
    {
      property: "pool",
      to: POOL,
      words: (value) => `googleapi: Error 404: Resource '${value}' was not found, notFound`,
    },
  ],
  holds: ({ inputs }) =>
    inputs["deletionProtection"] === true
      ? "cannot destroy CertificateAuthority without setting deletion_protection=false and running `terraform apply`"
      : undefined,
  tombstone: "an authority is deleted only after 30 days, and its pool after it; its name is never free again",
  forceNew: [
    "certificateAuthorityId",
    "config",
    "gcsBucket",
    "keySpec",
    "lifetime",
    "location",
    "pool",
    "project",
    "type",
  ],
  otherwise: "update",
  source: "Certificate Authority Service API reference: projects.locations.caPools.certificateAuthorities",
};

/** Pools of private authorities, and the authorities in them. */
export const caService: readonly TwinType[] = [pool, authority];
