import * as pulumi from "@pulumi/pulumi";
import { RandomPet, RandomUuid } from "@pulumi/random";

const pet = new RandomPet("pet");
export const id = new RandomUuid("id", { keepers: { pet: pet.id } }).result;
export const greeting = pulumi.interpolate`hello ${pet.id}`;
