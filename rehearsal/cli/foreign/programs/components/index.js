const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

pulumi.runtime.registerStackTransformation((args) => {
  if (args.type === "aws:sqs/queue:Queue") return { props: { ...args.props, messageRetentionSeconds: 1209600 }, opts: args.opts };
});
pulumi.runtime.registerResourceTransform(async ({ type, props, opts }) =>
  type === "aws:sns/topic:Topic" ? { props: { ...props, displayName: "from the stack" }, opts } : undefined);

class Inbox extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("night:mail:Inbox", name, args, opts);
    this.dead = new aws.sqs.Queue(`${name}-dead`, {}, { parent: this });
    this.queue = new aws.sqs.Queue(name, {
      redrivePolicy: this.dead.arn.apply((deadLetterTargetArn) => JSON.stringify({ deadLetterTargetArn, maxReceiveCount: args.tries })),
    }, { parent: this });
    this.registerOutputs({ url: this.queue.url });
  }
}

class Post extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("night:mail:Post", name, {}, pulumi.mergeOptions(opts, { aliases: [{ type: "night:index:OldPost" }] }));
    this.topic = new aws.sns.Topic(name, {}, { parent: this });
    this.inboxes = ["letters", "parcels"].map((each) => new Inbox(`${name}-${each}`, { tries: 3 }, {
      parent: this,
      transformations: [({ type, props, opts }) => type.endsWith(":Queue") ? { props: { ...props, delaySeconds: 5 }, opts } : undefined],
    }));
    for (const [i, { queue }] of this.inboxes.entries()) {
      new aws.sns.TopicSubscription(`${name}-${i}`, { topic: this.topic, protocol: "sqs", endpoint: queue.arn }, { parent: queue });
    }
    this.registerOutputs();
  }
}

const north = new Post("north");
const far = new aws.Provider("far", { region: "ap-southeast-2" });
const south = new Post("south", {
  providers: { aws: far },
  dependsOn: [north],
  transforms: [({ type, props, opts }) => type === "aws:sns/topic:Topic" ? { props: { ...props, displayName: "from the south" }, opts } : undefined],
});

module.exports = { north: north.topic.displayName, south: south.topic.arn, url: south.inboxes[1].queue.url };
