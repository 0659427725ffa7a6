/* One interview and two codes, as copies of a study begin with them, and what coders do with them. */
export const text = 'The ward was short of nurses.\nNobody asked us before the reform.\nWe were told in March.';
export const begin = async (engine: any) => {
  const { document } = await engine.call('document.create', { name: 'Interview 1', text });
  const { code } = await engine.call('code.create', { name: 'Workload', facet: 'theme', definition: 'How much there is to do.' });
  await engine.call('code.create', { name: 'Trust', facet: 'theme' });
  await engine.call('coding.apply', { document, start: 0, end: 28, codes: [{ code }] });
};
export const codeNamed = async (engine: any, name: string): Promise<number> => (await engine.call('code.list', {})).find((each: any) => each.name === name).id;
export const apply = (name: string, words: string) => async (engine: any) => {
  const { text: now } = await engine.call('document.read', { document: 1 });
  await engine.call('coding.apply', { document: 1, start: now.indexOf(words), end: now.indexOf(words) + words.length, codes: [{ code: await codeNamed(engine, name) }] });
};
export const edit = (removed: string, inserted: string) => async (engine: any) => {
  const { text: now } = await engine.call('document.read', { document: 1 });
  await engine.call('document.edit', { document: 1, splices: [{ at: now.indexOf(removed), removed, inserted }] });
};
