import type { AgreementRound, AgreementTable, Measure, Measures } from '../../shared/model/agreement.ts';
import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import { readingOf, sayAgreementSubtitle, sayAgreementTitle, sayLeftOutDocuments, sayMeasure } from '../../shared/words/sayAgreement.ts';
import type { Engine } from '../core/engine.ts';
import type { OutputOf } from '../ops/index.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { answerExhibit } from './exhibitAnswer.ts';
import { named } from './named.ts';
import { textTable } from './textTable.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;
async function codesNamed(engine: Engine, given: string): Promise<number[]> {
  const codes = await engine.call('code.list', {});
  return named(given, codes.map(({ id, path }) => ({ id, name: parsePath(path).join(' > ') })), (code) => new Problem('no-such-code', { code }));
}

/** Rows that are an exhibit of their own, and the query that says the same as plain values. */
const others = { document: { kind: 'agreementDocuments', query: 'agreement.documents' }, coder: { kind: 'agreementCoders', query: 'agreement.table' } } as const;
interface Wanted { readonly kind: 'agreement' | 'agreementRounds' | 'disagreements' | 'agreementDocuments' | 'agreementCoders'; readonly asked: Record<string, unknown> }
/** What is asked for; instead of it what stands against it, 'two' where two coders are not named, 'other' where the options do not go together. */
async function wantedBy(engine: Engine, options: Options): Promise<Wanted | 'two' | 'other'> {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined);
  const by = text('by') ?? 'code';
  const all = await engine.call('coder.list', {});
  const known = all.map(({ name }) => name).join(', ');
  const coders = named(text('coders') ?? '', all, (name) => new Problem('no-such-coder', { name, known }));
  if (coders.length < 2 || new Set(coders).size < coders.length) return 'two';
  if (options['disagreements'] === true && by !== 'code') return 'other';
  const overlap = text('overlap');
  const asked = Object.fromEntries(Object.entries({
    coders, facet: text('facet'), triples: options['triples'] === true || by === 'triple' || undefined,
    unit: text('unit'), overlap: overlap === undefined ? undefined : Number(overlap.replace('%', '')) / 100, worked: text('worked'), average: text('average'),
    codes: text('codes') === undefined ? undefined : await codesNamed(engine, text('codes')!),
    documents: text('documents') === undefined ? undefined : named(text('documents')!, await engine.call('document.list', {}), (document) => new Problem('no-such-document', { document })),
  }).filter(([, value]) => value !== undefined));
  if (options['disagreements'] === true) return { kind: 'disagreements', asked };
  if (by === 'code' || by === 'triple') return { kind: 'agreement', asked };
  if (by === 'document' || by === 'coder') return { kind: others[by].kind, asked };
  return ['month', 'version', 'handout'].includes(by) ? { kind: 'agreementRounds', asked: { ...asked, by } } : 'other';
}

const shown = (words: Words, measures: Measures): string[] => {
  const { low, high } = measures.kappa;
  return [measures.percent.value === null ? '–' : words.percent(measures.percent.value, 1), `${number(words, measures.kappa)}${low === null || high === null ? '' : ` [${words.number(low, 2)} … ${words.number(high, 2)}]`}`, ...[measures.fleiss, measures.alpha, measures.ac1, measures.brennanPrediger, measures.holsti].map((measure) => number(words, measure))];
};
const number = (words: Words, measure: Measure): string => (measure.value === null ? '–' : sayMeasure(words, measure));
const heads = ({ say }: Words): string[] => [say('agreement.percent'), say('agreement.kappa'), say('agreement.fleiss'), say('agreement.alpha'), say('agreement.ac1'), say('agreement.brennanPrediger'), say('agreement.holsti')];

function tableText(words: Words, table: AgreementTable): string {
  const { say } = words;
  const names = new Map(table.coders.map(({ id, name }) => [id, name]));
  const rows = table.rows.map((row) => [`${'  '.repeat(row.item.code?.depth ?? 0)}${row.item.label}`, words.number(row.documents), ...row.coded.map((count) => words.number(count)), ...shown(words, row), say(`agreement.reads.${readingOf(row, row.coded.some((count) => count > 0))}`)]);
  const blanks = table.coders.map(() => '');
  return [
    sayAgreementTitle(words, table), sayAgreementSubtitle(words, table), '',
    textTable([[say(table.asked.triples ? 'agreement.triple' : 'agreement.code'), say('count.documents'), ...table.coders.map(({ name }) => name), ...heads(words), say('agreement.reading')], ...rows, [say('agreement.overall'), '', ...blanks, ...shown(words, table.overall), ''], ...(table.together ? [[say('agreement.together'), '', ...blanks, ...shown(words, table.together), '']] : [])], 1),
    '', say('agreement.legend'), ...sayLeftOutDocuments(words, table.leftOut, (coder) => names.get(coder) ?? '–'),
  ].join('\n');
}
const roundsText = (words: Words, by: 'month' | 'version' | 'handout', rounds: readonly AgreementRound[]): string =>
  (rounds.length === 0 ? words.say('agreement.noRounds') : textTable([[words.say(`agreement.rounds.${by}`), words.say('count.documents'), ...heads(words)], ...rounds.map((round) => [round.key === null ? words.say(by === 'handout' ? 'agreement.noHandOut' : 'agreement.beforeFirst') : round.label, words.number(round.documents.length), ...shown(words, round.overall)])], 1));

async function answer(engine: Engine, ask: (name: string, input: unknown) => Promise<unknown>, { kind, asked }: Wanted, words: Words): Promise<{ json: unknown; text: string }> {
  if (kind === 'agreement') { const json = await ask('agreement.table', asked) as AgreementTable; return { json, text: tableText(words, json) }; }
  if (kind === 'agreementRounds') { const json = await ask('agreement.rounds', asked) as AgreementRound[]; return { json, text: roundsText(words, asked['by'] as 'month', json) }; }
  const other = Object.values(others).find((each) => each.kind === kind);
  const json = await (other ? ask(other.query, asked) : ask('agreement.disagreements', { ...asked, limit: 1000 }));
  const { exhibit } = await ask('exhibit.read', { kind, asked, language: words.language }) as OutputOf<'exhibit.read'>;
  return { json, text: [exhibit.subtitle, '', textTable([[exhibit.corner, ...exhibit.columns.map(({ label }) => label)], ...exhibit.rows.map(({ label, cells }) => [label, ...cells.map((cell) => String(cell ?? '').replace(/\s+/g, ' '))])], 1)].join('\n') };
}

export const agreementCommand: CliCommand = {
  name: 'agreement', arguments: '<study>',
  declare: (command) => command.option('--coders <names>').option('--by <rows>').option('--unit <unit>').option('--overlap <percent>').option('--facet <facet>').option('--triples').option('--codes <paths>').option('--documents <names>').option('--worked <by>').option('--average <how>').option('--disagreements')
    .option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const { words } = desk;
    const wanted = await wantedBy(engine, options);
    if (typeof wanted === 'string') {
      desk.tell(wanted === 'two' ? `${words.say('cli.agreementTwo')}\n${words.say('cli.agreementUsage')}` : words.say('cli.agreementUsage'));
      return exitCodes.usage;
    }
    const found = () => answer(engine, (name, input) => desk.ask(engine, name, input), wanted, words);
    return answerExhibit(desk, engine, options, { wanted, text: async () => (await found()).text, json: async () => (await found()).json });
  }),
};
