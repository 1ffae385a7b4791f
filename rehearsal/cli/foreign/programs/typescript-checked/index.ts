import { Queue } from "@pulumi/aws/sqs/queue";
import * as pulumi from "@pulumi/pulumi";
import { RandomPet } from "@pulumi/random";

const names: pulumi.Output<string>[] = [];

for (const tier of ["gold", "silver"] as const) {
    const pet = new RandomPet(tier, { length: 2, keepers: { tier } });
    const queue = new Queue(tier, { name: pet.id, visibilityTimeoutSeconds: tier === "gold" ? 30 : 60 });
    names.push(queue.name);
}

export const queues: pulumi.Output<string[]> = pulumi.all(names);
export const longest = queues.apply(list => Math.max(...list.map(name => name.length)));
