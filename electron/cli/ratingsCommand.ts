import { byDifference, type RatingDifference } from '../../shared/model/ratingDifferences.ts';
import type { Arm, Perception, RatingCell, RatingGrid, RatingMatrix } from '../../shared/model/ratings.ts';
import type { Words } from '../../shared/words/index.ts';
import { sayLeftOut, sayMinus, sayRating, sayScale, sayUndefined } from '../../shared/words/sayRatings.ts';
import type { Engine } from '../core/engine.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { answerExhibit } from './exhibitAnswer.ts';
import { textTable } from './textTable.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;
/** Median, the middle half, and of how many people; – where nobody was interviewed. */
function cellText(words: Words, cell: RatingCell | null): string {
  if (cell === null) return '–';
  if (cell.passages === 0) return '';
  const { spread, unrated } = cell;
  if (!spread) return `(${words.say('stakeholders.measures.unrated')}: ${words.number(unrated)})`;
  const middle = spread.lower === spread.upper ? '' : ` [${sayRating(words, spread.lower)} … ${sayRating(words, spread.upper)}]`;
  return `${sayRating(words, spread.median)}${middle} (n ${words.number(spread.n)})`;
}
const armNames = ({ say }: Words, split: string | null, arms: readonly Arm[]): string[] => arms.map(({ key, label, n }) => (split === null ? `n ${n}` : `${key === null ? say('by.noValue') : label}, n ${n}`));
const groupName = ({ say }: Words, key: string | null, label: string): string => (key === null ? say('by.noValue') : label);

/** 'Pilot minus Non-pilot', and its p, beside the sides. */
const differenceHead = (words: Words, { arms, differences }: { readonly arms: readonly Arm[]; readonly differences: unknown }, ...of: readonly string[]): string[] => (differences === null ? [] : of.flatMap((label) => [`${label}${sayMinus(words, arms)}`, words.say('stakeholders.p')]));
const differenceText = (words: Words, difference: RatingDifference | null, arms: readonly Arm[]): string[] => (difference === null ? [] : [difference.value === null ? `(${sayUndefined(words, difference, arms)})` : sayRating(words, difference.value), difference.p === null ? '' : words.number(difference.p, 3)]);
function tableText(words: Words, { rows, columns, cells, split, arms, left, differences }: RatingMatrix, sort: unknown): string {
  const places = rows.flatMap((_, row) => columns.flatMap((__, column) => (cells[row]![column]!.some((cell) => (cell?.passages ?? 0) > 0) ? [{ row, column, difference: differences?.[row]![column] ?? null }] : [])));
  const lines = (sort === 'difference' ? byDifference(places, ({ difference }) => difference) : places).map(({ row, column, difference }) => [rows[row]!.label, columns[column]!.label, ...cells[row]![column]!.flatMap((cell) => [cellText(words, cell), cell === null ? '–' : words.number(cell.passages)]), ...differenceText(words, difference, arms)]);
  const head = [words.say('stakeholders.stakeholder'), words.say('stakeholders.dimension'), ...armNames(words, split, arms).flatMap((arm) => [arm, words.say('count.passages')]), ...differenceHead(words, { arms, differences }, '')];
  return [textTable([head, ...lines], 2), ...sayLeftOut(words, left)].join('\n');
}
function perceptionText(words: Words, { dimension, rows, columns, cells, views, split, arms, left }: Perception): string {
  const { say } = words;
  const shown = columns.map((_, column) => column).filter((column) => cells.some((row) => row[column]!.some((cell) => (cell?.passages ?? 0) > 0)));
  const parts = arms.map((arm, place) => textTable([
    [split === null ? say('stakeholders.who') : groupName(words, arm.key, arm.label), ...shown.map((column) => columns[column]!.label)],
    ...rows.map((row, index) => [groupName(words, row.key, row.label), ...shown.map((column) => cellText(words, cells[index]![column]![place]!))]),
    [say('stakeholders.self'), ...shown.map((column) => { const { own, self } = views[column]![place]!; return own === null ? '' : cellText(words, self); })],
    [say('stakeholders.others'), ...shown.map((column) => cellText(words, views[column]![place]!.others))],
    [say('stakeholders.difference'), ...shown.map((column) => { const { difference } = views[column]![place]!; return difference === null ? '' : sayRating(words, difference); })],
  ], 1));
  return [say('stakeholders.scaleOf', { dimension: dimension.label, scale: sayScale(words, dimension) }), ...parts, ...sayLeftOut(words, left)].join('\n');
}
function gridText(words: Words, { x, y, centre, dots, split, arms, left, differences }: RatingGrid): string {
  const { say } = words;
  const parts = arms.map((arm, place) => textTable([
    [split === null ? say('stakeholders.stakeholder') : groupName(words, arm.key, arm.label), x.label, y.label, say('count.participants'), say('count.passages'), say('excerpt.coder'), say('stakeholders.position')],
    ...dots[place]!.map((dot) => {
      const value = ({ spread }: RatingCell) => (spread ? sayRating(words, spread[centre]) : '');
      return [dot.label, value(dot.x), value(dot.y), words.number(dot.people), words.number(dot.passages), dot.coders.map(({ name, x: across, y: up }) => `${name} ${sayRating(words, across)} / ${sayRating(words, up)}`).join(', '), say(`stakeholders.placing.${dot.placing}`)];
    }),
  ], 1));
  const apart = differences === null ? [] : [textTable([
    [say('stakeholders.stakeholder'), ...differenceHead(words, { arms, differences }, `${x.label}: `, `${y.label}: `)],
    ...differences.flatMap(({ x: across, y: up }, index) => (dots.some((side) => side[index]!.passages > 0) ? [[dots[0]![index]!.label, ...differenceText(words, across, arms), ...differenceText(words, up, arms)]] : [])),
  ], 1)];
  return [...parts, ...apart, say(centre === 'mean' ? 'stakeholders.shownMeans' : 'stakeholders.shownMedians'), ...[x, y].map((axis) => say('stakeholders.scaleOf', { dimension: axis.label, scale: sayScale(words, axis) })), ...sayLeftOut(words, left)].join('\n');
}

const textOf = (kind: Wanted['kind'], words: Words, found: object, sort: unknown): string => ({ ratings: tableText, perception: perceptionText, grid: gridText })[kind](words, found as never, sort);

/** 'Interest,Influence' in two at the comma that has a dimension on either side: names may have commas themselves. */
async function axesOf(engine: Engine, given: string): Promise<{ x: string; y: string }> {
  const known = new Set((await engine.call('code.list', {})).filter(({ facet }) => facet === 'dimension').map(({ path }) => path.toLocaleLowerCase()));
  const cuts = [...given.matchAll(/[,，]/g)].map(({ index }) => ({ x: given.slice(0, index).trim(), y: given.slice(index + 1).trim() }));
  return cuts.find(({ x, y }) => known.has(x.toLocaleLowerCase()) && known.has(y.toLocaleLowerCase())) ?? cuts[0] ?? { x: given, y: '' };
}
interface Wanted { readonly kind: 'ratings' | 'perception' | 'grid'; readonly asked: Record<string, unknown> }
/** What is asked for; null where the options do not go together. */
async function wantedBy(engine: Engine, options: Options): Promise<Wanted | null> {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined);
  const given = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const base = given({ speakers: text('speakers'), subcodes: options['subcodes'] === true || undefined, saved: text('saved') });
  const sort = text('sort');
  if (sort !== undefined && sort !== 'order' && sort !== 'difference') return null;
  const [grid, dimension] = [text('grid'), text('dimension')];
  if (grid !== undefined) return { kind: 'grid', asked: { ...base, ...(await axesOf(engine, grid)), ...given({ split: text('split') ?? text('by'), centre: text('centre'), least: text('least') === undefined ? undefined : Number(text('least')) }) } };
  if (options['matrix'] === undefined) return dimension === undefined ? { kind: 'ratings', asked: { ...base, ...given({ split: text('split') ?? text('by') }) } } : null;
  if (options['matrix'] !== 'perception' || dimension === undefined) return null;
  const usual = (await engine.call('attribute.list', {})).find(({ of, kind }) => of === 'participants' && kind === 'choice');
  return { kind: 'perception', asked: { ...base, dimension, by: text('by') ?? usual?.name ?? 'participant', ...given({ split: text('split') }) } };
}

export const ratingsCommand: CliCommand = {
  name: 'ratings', arguments: '<study>',
  declare: (command) => command.option('--matrix <kind>').option('--dimension <path>').option('--grid <axes>').option('--by <attribute>').option('--split <attribute>').option('--speakers <who>').option('--subcodes').option('--saved <name>')
    .option('--centre <which>').option('--least <passages>').option('--sort <order>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const { words } = desk;
    const wanted = await wantedBy(engine, options);
    if (wanted === null) {
      desk.tell(words.say('cli.ratingsUsage'));
      return exitCodes.usage;
    }
    const { kind, asked } = wanted;
    const found = () => desk.ask<object>(engine, kind === 'ratings' ? 'ratings.table' : `ratings.${kind}`, asked);
    const sorted = kind === 'ratings' && typeof options['sort'] === 'string' ? { sort: options['sort'] } : {};
    return answerExhibit(desk, engine, options, { wanted: { kind, asked: { ...asked, ...sorted } }, text: async () => textOf(kind, words, await found(), options['sort']), json: found });
  }),
};
