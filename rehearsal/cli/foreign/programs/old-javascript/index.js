const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
  type === "random:index/randomPet:RandomPet" ? { props: { ...props, separator: "_" }, opts } : undefined);

class Zoo extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("night:index:Zoo", name, {}, opts);
    this.pet = new random.RandomPet(`${name}-pet`, { length: 3 }, { parent: this });
    this.registerOutputs({ pet: this.pet.id });
  }
}
const zoo = new Zoo("zoo", { protect: true });
const password = new random.RandomPassword("password", { length: 20, keepers: { pet: zoo.pet.id } }, { ignoreChanges: ["length"] });
pulumi.log.warn("old but sound");

exports.pet = zoo.pet.id;
exports.password = password.result;
exports.both = pulumi.all([zoo.pet.id, password.length]).apply(([pet, length]) => `${pet} ${length}`);
