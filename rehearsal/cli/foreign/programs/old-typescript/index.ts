import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

namespace Shop {
    export enum Size { Small = 1, Large = 3 }
}

const pets = [Shop.Size.Small, Shop.Size.Large].map(length => new random.RandomPet(`pet-${length}`, { length }));
const other = new random.Provider("other");
const id = new random.RandomId("id", { byteLength: 8 }, { provider: other, dependsOn: pets });

export const names: pulumi.Output<string>[] = pets.map(pet => pet.id);
export const hex = id.hex;
