import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

// what @pulumi/pulumi says in place of a value
const said = (method: string) => `Calling [${method}] on an [Output<T>] is not supported.\n\nTo get the value…`;
const OUTPUT = said("toString");
const bucket = "aws:s3/bucket:Bucket";
const policy = "aws:iam/policy:Policy";
const types = [
  bucket,
  "gcp:storage/bucket:Bucket",
  "azure-native:storage:StorageAccount",
  "kubernetes:core/v1:ConfigMap",
];
const all = (props: object): readonly Example[] => types.map((type) => ({ type, props: { ...props } }));
const of = (props: object): Example => ({ type: bucket, props: { ...props } });

const COMPARED = [
  "kind=='[object Object]'",
  "kind !=  '[object Object]'",
  "'[object Object]'==kind",
  "'[object Object]'  !== kind",
  "`[object Object]` === kind",
];
const CODE = [
  "function(o){ return '[object Object]' }",
  "function label(o) { return '[object Object]' }",
  "function  label (o) { return '[object Object]' }",
  "o =>{ return '[object Object]' }",
  "o => ({ label: '[object Object]' })",
  "o =>  { return '[object Object]' }",
];

export const examples: Examples = {
  pass: [
    ...all({}),
    ...all({ metadata: { name: "data" }, tags: { owner: "shop" }, list: ["a", 1, true, null] }),
    of({ tags: { note: "is undefined behaviour; [object] Object" } }),
    of({ tags: { note: "undefined" } }),
    {
      type: policy,
      props: { policy: JSON.stringify({ Statement: [{ Resource: "arn:aws:s3:::data/undefined-behaviour.txt" }] }) },
    },
    {
      type: policy,
      props: { policy: JSON.stringify({ Statement: [{ Resource: "arn:aws:sqs:eu-central-1:1:orders" }] }) },
    },
    // code that tells objects apart
    {
      type: "aws:cloudfront/function:Function",
      props: { code: "function is(o){return s.call(o)==='[object Object]'}" },
    },
    { type: types[3] ?? "", props: { data: { "a.sh": 'if [ "$x" == "[object Object]" ]; then exit 1; fi' } } },
    {
      type: "aws:lambda/function:Function",
      props: { code: { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", text: OUTPUT } },
    },
    of({ __defaults: ["[object Object]"], bucket: "data" }),
    ...COMPARED.map((text) => of({ userData: text })),
    ...CODE.map((text) => of({ userData: text })),
    // words that begin like it
    of({ policy: { Resource: "arn:aws:sqs:eu-central-1:1:undefinedbehaviour" } }),
    of({ policy: { Resource: "arn:aws:s3:::data/undefinedbehaviour" } }),
    of({ parent: "projects/undefined-behaviour/locations/europe-west3" }),
  ],
  fail: [
    ...all({ name: `data-${OUTPUT}` }),
    ...all({ tags: { a: "[object Object]" } }),
    of({ bucket: said("toJSON") }),
    of({ list: [{ deep: [["ok", { deeper: OUTPUT }]] }] }),
    of({ tags: { [OUTPUT]: "as a name" } }),
    of({ policy: JSON.stringify({ Statement: [{ Resource: `${OUTPUT}/*` }] }) }),
    of({ bucket: "logs-[object Object]-eu" }),
    {
      type: "aws:lambda/function:Function",
      props: { environment: { variables: { SETTINGS: '{"table":"[object Object]"}' } } },
    },
    { type: policy, props: { policy: JSON.stringify({ Statement: [{ Resource: "arn:aws:s3:::undefined/*" }] }) } },
    { type: policy, props: { policy: { Statement: [{ Resource: ["arn:aws:iam::undefined:role/app"] }] } } },
    {
      type: policy,
      props: { policy: JSON.stringify({ Statement: [{ Resource: "arn:aws:sqs:eu-central-1:1:undefined" }] }) },
    },
    { type: "gcp:projects/iAMMember:IAMMember", props: { member: "serviceAccount:undefined" } },
    {
      type: "azure-native:authorization:RoleAssignment",
      props: { scope: "/subscriptions/undefined/resourceGroups/rg" },
    },
    { type: types[3] ?? "", props: { data: { "app.yaml": 'url: "[object Object]"\n' } } },
    // what is wrong is wrong, whatever else is not known yet
    of({ name: UNKNOWN, tags: { a: OUTPUT } }),
    of({ policy: { Resource: "arn:aws:sqs:eu-central-1:1:undefined" } }),
    of({ policy: { Resource: "arn:aws:iam::1:role/undefined" } }),
    of({ policy: { Resource: "arn:aws:s3:::undefined-logs" } }),
    of({ arguments: "arn:aws:s3:::undefined eu-central-1" }),
    of({ arguments: "arn:aws:iam::1:role/undefined eu-central-1" }),
    of({ parent: "projects/undefined" }),
    of({ arguments: "projects/undefined europe-west3" }),
    // an arrow or a word makes no code
    of({ tags: { note: "shop => [object Object]" } }),
    of({ tags: { note: "function of [object Object]" } }),
    of({ tags: { note: "size=[object Object]" } }),
    of({ userData: 'if (kind === "[object Object]") name="[object Object]"' }),
  ],
  undetermined: [...all({ name: UNKNOWN }), of({ tags: { a: "b", c: [UNKNOWN] } })],
};
