import type { Cloud } from "../core/site.ts";
import type { Limit } from "../core/validate.ts";

interface Form {
  readonly form: RegExp;
  readonly words: string;
  /** Principals that a cluster or a project takes, and whose use no log shows. */
  readonly unseen?: readonly [form: RegExp, instead: string];
}
// what the log of each cloud names when somebody acts
const FORMS: { readonly [C in Cloud]: Form } = {
  aws: { form: /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/, words: "the ARN of an IAM role" },
  gcp: {
    form: /^(user|serviceAccount):[^\s@]+@[^\s@]+\.[^\s@]+$/,
    words: "serviceAccount:<address> or user:<address>",
    unseen: [
      /^group:/,
      "is a group, and audit logs name the person and never the group: " +
        "give the right to a service account, and let the group take tokens of it (roles/iam.serviceAccountTokenCreator)",
    ],
  },
  azure: {
    form: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
    words: "the object id of an Entra group, user or identity",
  },
};

/** The limits of `breakGlass`. */
export function principalLimits(cloud: Cloud, principals: readonly string[]): readonly Limit[] {
  const { form, words, unseen } = FORMS[cloud];
  return [
    [
      "breakGlass",
      principals.length === 0,
      "must name at least one: an emergency path that nobody hears is a back door",
    ],
    ...principals.flatMap((principal, index): readonly Limit[] => {
      const at = `breakGlass[${index}]`;
      const hidden = unseen?.[0].test(principal) === true;
      return [
        [at, hidden, `${principal} ${unseen?.[1] ?? ""}`],
        [at, !hidden && !form.test(principal), `must be ${words}, got ${principal}`],
        [at, principals.indexOf(principal) < index, `${principal} is there twice`],
      ];
    }),
  ];
}
