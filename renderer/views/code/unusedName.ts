/** The name, or with the first number from 2 behind it that makes it unused. */
export function unusedName(name: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let number = 1;
  while (used.has(number === 1 ? name : `${name} ${number}`)) number++;
  return number === 1 ? name : `${name} ${number}`;
}
