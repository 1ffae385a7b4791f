import { CryptoKey } from "@pulumi/gcp/kms/cryptoKey.js";
import { CryptoKeyIAMMember } from "@pulumi/gcp/kms/cryptoKeyIAMMember.js";
import { KeyRing } from "@pulumi/gcp/kms/keyRing.js";
import { daysInSeconds, protoDuration } from "../core/duration.ts";
import type { GcpKey } from "../core/encryption.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { KeyRight, KeySpec } from "./args.ts";
import { agentOf } from "./gcp/agent.ts";
import type { KeyChildren } from "./native.ts";

// as long as a deletion can be called off on AWS
const DESTRUCTION_DAYS = 30;
const ROLES: { readonly [R in KeyRight]: string } = {
  encrypt: "roles/cloudkms.cryptoKeyEncrypter",
  decrypt: "roles/cloudkms.cryptoKeyDecrypter",
};

export function gcpKey(scope: Scope<"gcp", KeyChildren["gcp"]>, spec: KeySpec) {
  const { name, site, opts } = scope;
  const physical = physicalName(site, name, { max: 63 });
  const ring = new KeyRing(...scope.child("ring", { name: physical, location: site.region }, { lasting: true }));
  const key = new CryptoKey(
    ...scope.child(
      "key",
      {
        name: physical,
        keyRing: ring.id,
        purpose: "ENCRYPT_DECRYPT",
        rotationPeriod: protoDuration(daysInSeconds(spec.rotationDays)),
        destroyScheduledDuration: protoDuration(daysInSeconds(DESTRUCTION_DAYS)),
        versionTemplate: {
          algorithm: "GOOGLE_SYMMETRIC_ENCRYPTION",
          protectionLevel: spec.hardware ? "HSM" : "SOFTWARE",
        },
        labels: spec.tags,
      },
      { lasting: true, invariants: ["rotationPeriod", "versionTemplate"] },
    ),
  );
  const agents = (spec.native.gcp?.services ?? []).map(
    (service) =>
      new CryptoKeyIAMMember(
        ...scope.child(
          "agentUse",
          {
            cryptoKeyId: key.id,
            role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
            member: agentOf(scope, service),
          },
          { of: service },
        ),
      ),
  );
  const grant: Granter<"gcp", KeyRight> = (right, { member }, grantName) => [
    new CryptoKeyIAMMember(grantName, { cryptoKeyId: key.id, role: ROLES[right], member }, opts),
  ];
  const encryption: GcpKey = { cloud: "gcp", name, id: key.id };
  return { outputs: { id: key.id, name: key.name, home: key.id }, nodes: { ring, key, agents }, encryption, grant };
}
