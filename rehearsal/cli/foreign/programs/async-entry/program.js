const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

module.exports = async () => {
  await sleep(20);
  const config = new pulumi.Config();
  const word = new random.RandomString("word", { length: 8, special: false, upper: false });
  const [first, second] = ["first", "second"].map((name) => new aws.ssm.Parameter(name, { type: "String", value: word.result }));
  const token = config.requireSecret("token");

  const both = pulumi.all({ first: first.arn, second: second.arn, list: [word.result, Promise.resolve("later")] });
  const text = pulumi.jsonStringify({ arns: [first.arn, second.arn], nested: { word: word.result } });
  const read = pulumi.jsonParse(text).apply((value) => value.nested.word);
  const hidden = new aws.ssm.Parameter("hidden", { type: "SecureString", value: pulumi.concat("Bearer ", token) });
  const late = first.arn.apply(async (arn) => {
    await sleep(10);
    return new aws.ssm.Parameter("late", { type: "String", value: arn }).id;
  });
  const found = aws.ssm.getParameterOutput({ name: second.name });

  return {
    list: both.list,
    read,
    same: pulumi.all([read, word.result]).apply(([one, other]) => one === other),
    hidden: hidden.value,
    shown: pulumi.unsecret(token).apply((value) => value.length),
    late,
    found: found.name,
    format: pulumi.output({ at: pulumi.interpolate`/${word.result}/${first.version}` }),
    nothing: undefined,
    zero: pulumi.output(0),
  };
};
