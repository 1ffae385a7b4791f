import * as pulumi from "@pulumi/pulumi";

interface SignInputs {
    text: pulumi.Input<string>;
}

const painter: pulumi.dynamic.ResourceProvider = {
    async create(inputs) {
        throw new Error(`nobody may paint ${inputs.text} in a rehearsal`);
    },
    async diff(_id, olds, news) {
        return { changes: olds.text !== news.text };
    },
};

export class Sign extends pulumi.dynamic.Resource {
    public readonly text!: pulumi.Output<string>;
    public readonly colour!: pulumi.Output<string | undefined>;

    constructor(name: string, props: SignInputs, opts?: pulumi.CustomResourceOptions) {
        super(painter, name, { colour: undefined, ...props }, opts);
    }
}
