import type { Examples } from "../../core/examples.ts";

export const examples: Examples = {
  pass: [],
  fail: [
    { type: "aws:iam/accessKey:AccessKey", props: { user: "robot" } },
    { type: "aws:iam/userLoginProfile:UserLoginProfile", props: { user: "somebody" } },
    { type: "aws:iam/user:User", props: {} },
    { type: "gcp:serviceaccount/key:Key", props: { serviceAccountId: "robot" } },
  ],
  undetermined: [],
};
