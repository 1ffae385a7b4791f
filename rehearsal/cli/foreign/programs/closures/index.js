const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const table = new aws.dynamodb.Table("counts", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
const greetings = ["hi", "hello"];
class Greeter {
  greet(name) { return `${greetings[0]}, ${name}`; }
}
const greeter = new Greeter();

const jobs = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 180 });
const onJob = jobs.onEvent("work", async (event) => {
  const os = require("os");
  console.log(greeter.greet(os.hostname()), table.name.get(), event.Records.length);
}, { batchSize: 1 });
const files = new aws.s3.Bucket("files");
files.onObjectCreated("seen", new aws.lambda.CallbackFunction("seen", {
  memorySize: 512,
  environment: { variables: { TABLE: table.name } },
  callbackFactory: () => {
    const started = Date.now();
    return async () => started;
  },
}));
aws.cloudwatch.onSchedule("nightly", "cron(0 3 * * ? *)", () => console.log("night"));

exports.worker = onJob.func.arn;
exports.table = pulumi.interpolate`table ${table.name}`;
