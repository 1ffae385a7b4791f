import type { Rights } from "./controller.ts";

const READ = ["get", "list", "watch"];
const KINDS = ["awspcaclusterissuers", "awspcaissuers"];
const rule = (apiGroup: string, resources: readonly string[], verbs: readonly string[]) => ({
  apiGroups: [apiGroup],
  resources: [...resources],
  verbs: [...verbs],
});

// its chart gives it every secret to read, and every config map to delete: it needs neither, since it is given no key
export const AWS_RIGHTS: Rights = {
  everywhere: [
    rule("awspca.cert-manager.io", KINDS, READ),
    rule(
      "awspca.cert-manager.io",
      KINDS.map((kind) => `${kind}/status`),
      ["get", "update", "patch"],
    ),
    rule("cert-manager.io", ["certificaterequests"], [...READ, "update"]),
    rule("cert-manager.io", ["certificaterequests/status"], ["get", "update", "patch"]),
    rule("", ["events"], ["create", "patch"]),
  ],
  // of two, one works
  inside: [rule("coordination.k8s.io", ["leases"], ["get", "create", "update"])],
};
