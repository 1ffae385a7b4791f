import { type Examples, UNKNOWN } from "../../core/examples.ts";

const type = "aws:iam/role:Role";
const AGREED = "arn:aws:iam::111111111111:policy/app-boundary";
const config = { permissionsBoundaries: ["arn:aws:iam::*:policy/app-boundary"] };

export const examples: Examples = {
  pass: [
    { type, props: { permissionsBoundary: AGREED }, config },
    { type, props: { permissionsBoundary: AGREED, path: "/apps/" }, config: { permissionsBoundaries: [AGREED] } },
  ],
  fail: [
    { type, props: {}, config },
    { type, props: { permissionsBoundary: "arn:aws:iam::111111111111:policy/other" }, config },
    { type, props: { path: "/apps/" }, config },
    { type, props: { permissionsBoundary: AGREED }, config: { permissionsBoundaries: [] } },
  ],
  undetermined: [
    { type, props: { permissionsBoundary: UNKNOWN }, config },
    { type, props: { path: UNKNOWN }, config },
  ],
  notApplicable: [
    { type, props: {} },
    { type, props: { path: "/aws-service-role/x.amazonaws.com/" }, config },
  ],
};
