import { RandomPet } from "@pulumi/random";
import { Kind } from "./names.js";

const pets = [Kind.Cat, Kind.Dog].map((prefix) => new RandomPet(prefix, { prefix }));
export const names = pets.map((pet) => pet.id);
