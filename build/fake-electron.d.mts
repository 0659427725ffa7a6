export function makeElectron(folder: string, version: string): void;
