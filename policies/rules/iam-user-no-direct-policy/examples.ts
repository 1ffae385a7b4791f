import { type Examples, UNKNOWN } from "../../core/examples.ts";

const attachment = "aws:iam/policyAttachment:PolicyAttachment";
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";

export const examples: Examples = {
  pass: [
    { type: attachment, props: { policyArn, roles: ["app"] } },
    { type: attachment, props: { policyArn, groups: ["team"], users: [] } },
  ],
  fail: [
    { type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", props: { policyArn, user: "ada" } },
    { type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", props: { userName: "ada" } },
    { type: "aws:iam/userPolicy:UserPolicy", props: { policy: "{}", user: UNKNOWN } },
    { type: attachment, props: { policyArn, users: ["ada"] } },
    { type: attachment, props: { policyArn, roles: ["app"], users: [UNKNOWN] } },
  ],
  undetermined: [{ type: attachment, props: { policyArn, users: UNKNOWN } }],
};
