import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const types = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
];
const of = (props: object): readonly Example[] => types.map((type) => ({ type, props: { ...props } }));
const options = (metadataOptions: unknown) => of({ metadataOptions });

export const examples: Examples = {
  pass: [
    ...options({ httpTokens: "required" }),
    ...options({ httpTokens: "required", httpPutResponseHopLimit: 1 }),
    // containers are one hop away
    ...options({ httpTokens: "required", httpPutResponseHopLimit: "2" }),
    ...options({ httpEndpoint: "disabled" }),
  ],
  fail: [
    ...of({}),
    ...options({ httpEndpoint: "enabled" }),
    ...options({ httpTokens: "optional" }),
    ...options({ httpTokens: "required", httpPutResponseHopLimit: 3 }),
    ...options({ httpTokens: "required", httpPutResponseHopLimit: "64" }),
  ],
  undetermined: [
    ...options(UNKNOWN),
    ...options({ httpTokens: UNKNOWN }),
    ...options({ httpTokens: "sometimes" }),
    ...options({ httpEndpoint: UNKNOWN }),
  ],
};
