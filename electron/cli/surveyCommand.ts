import { extname } from 'node:path';
import { kindWords, measureWords } from '../../shared/model/survey.ts';
import type { Words } from '../../shared/words/index.ts';
import { jointRules, sayCentre, sayPlace } from '../../shared/words/sayJoint.ts';
import type { Engine } from '../core/engine.ts';
import type { OutputOf } from '../ops/index.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand, type Desk, type ExitCode } from './command.ts';
import { textTable } from './textTable.ts';

type Table = OutputOf<'survey.table'>;
type Joint = OutputOf<'survey.joint'>;
type Options = Parameters<CliCommand['run']>[2];

/** What a column is called, its part behind it. */
export const columnName = ({ say }: Words, { by, split }: Pick<Table, 'by' | 'split'>, { key, label, part }: Table['columns'][number]): string => {
  const group = by === '' ? say('survey.everybody') : key === null ? say('survey.noGroup') : label;
  return split === '' ? group : `${group}: ${part ?? say('survey.noPart')}`;
};
function tableText(words: Words, table: Table): string {
  const head = [[table.question.name, ...table.columns.map((column) => columnName(words, table, column))], ['', ...table.columns.map(({ n }) => `n ${n}`)]];
  const rows = table.rows.map(({ answer, counts, percents, ranks }) => [answer, ...counts.map((count, column) => (count === null ? '–' : `${count} (${percents[column]} %) #${ranks[column]}`))]);
  const measured = table.measures.length === 0 ? [] : (['mean', 'median', 'meanRank'] as const).map((what) => [words.say(measureWords[what]), ...table.measures.map((measure) => (measure === null ? '–' : words.number(measure[what], 2)))]);
  return textTable([...head, ...rows, ...measured], 1);
}
/** Each linked answer beside the interviews, group by group, with the rule. */
function jointText(words: Words, joint: Joint): string {
  const { say } = words;
  const { groups, rows, measure } = joint;
  const placed = ({ answer, cells }: Joint['rows'][number], survey: NonNullable<Joint['rows'][number]['cells'][number]['survey']>) =>
    [...(survey.centre === null ? [] : [sayCentre(words, measure, survey.centre)]), sayPlace(words, survey, answer === '' ? cells.filter((cell) => cell.survey).length : null)].join(', ');
  const lines = rows.flatMap((row) => [['', row.answer || row.question.name, row.paths.join('; ')].join(' ').trim(), ...row.cells.map(({ survey, interviews, verdict }, index) => `  ${groups[index]!.label}: ${say('survey.inSurvey')} ${survey ? `${survey.percent} % (${survey.count}/${survey.n}), ${placed(row, survey)}` : '–'}; ${say('survey.inInterviews')} ${interviews ? `${interviews.count}/${interviews.n}` : '–'}${verdict === null ? '' : `: ${say(`survey.verdict.${verdict}`)}`}`)]);
  return [...lines, ...jointRules(words, joint)].join('\n');
}
/** The table for programs: what every reader needs first, then all else. */
const tableJson = (words: Words, { columns, rows, measures, test, ...table }: Table, tests: OutputOf<'survey.tests'>) => ({
  columns: columns.map((column) => ({ label: columnName(words, table, column), n: column.n, respondents: column.respondents, group: column.key, ...(table.split === '' ? {} : { part: column.part }) })), rows,
  survey: table.survey.name, question: table.question.name, kind: table.question.kind, by: table.by, split: table.split, measures, test, tests,
});

async function list(desk: Desk, engine: Engine, json: boolean): Promise<ExitCode> {
  const surveys = await engine.call('survey.list', {});
  if (json) desk.printJson(surveys);
  else desk.print(surveys.length === 0 ? desk.words.say('survey.none') : surveys.map((survey) => [
    `${survey.name} (n ${survey.respondents})`, textTable(survey.questions.map((question) => [`  ${question.name}`, desk.words.say(kindWords[question.kind]), String(question.answered)]), 2),
  ].join('\n')).join('\n\n'));
  return exitCodes.done;
}

/** The answers to a question per group; without a question, the questionnaires and their questions. */
export const surveyCommand: CliCommand = {
  name: 'survey', arguments: '<study>',
  declare: (command) => command.option('--question <name>').option('--by <question>').option('--split <question>').option('--survey <name>').option('--joint').option('--measure <measure>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const ending = typeof options['output'] === 'string' ? extname(options['output']).slice(1).toLowerCase() : '';
    const known = ['text', 'csv', 'xlsx', 'docx', 'json'];
    const format = options['json'] ? 'json' : typeof options['format'] === 'string' ? options['format'] : known.includes(ending) ? ending : 'text';
    if (!known.includes(format)) {
      desk.tell(desk.words.say('cli.noSuchFormat', { format, known: known.join(', ') }));
      return exitCodes.usage;
    }
    const joint = options['joint'] === true;
    if (typeof options['question'] !== 'string' && !joint) return list(desk, engine, format === 'json');
    const write = (bytes: Uint8Array) => { if (typeof options['output'] === 'string') desk.save(options['output'], bytes); else process.stdout.write(bytes); };
    const asked = Object.fromEntries((joint ? ['survey', 'measure'] as const : ['survey', 'question', 'by', 'split'] as const).flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]] as const] : [])));
    if (format !== 'text' && format !== 'json') {
      write((await desk.ask<IncomingFile>(engine, 'exhibit.export', { kind: joint ? 'joint' : 'survey', asked, format, language: desk.words.language, ...(joint ? { quotations: 2 } : {}) })).bytes);
      return exitCodes.done;
    }
    if (joint) {
      const found = await desk.ask<Joint>(engine, 'survey.joint', asked);
      write(Buffer.from(`${format === 'json' ? JSON.stringify(found, null, 1) : jointText(desk.words, found)}\n`));
      return exitCodes.done;
    }
    const table = await desk.ask<Table>(engine, 'survey.table', asked);
    const written = format === 'json' ? `${JSON.stringify(tableJson(desk.words, table, await desk.ask(engine, 'survey.tests', asked)), null, 1)}\n` : `${tableText(desk.words, table)}\n`;
    write(Buffer.from(written));
    return exitCodes.done;
  }),
};

/** `problems=several`, `problems=several:;`, `q3=apart` or `remarks=leave` as the import takes them; the heading may hold anything but the last "=". */
function columnsSaid(given: string): ({ column: string; kind: string; separator?: string } | { column: string; together: false })[] {
  return given.split('\n').filter((each) => each !== '').map((each) => {
    const at = each.lastIndexOf('=');
    const [, kind = '', separator] = /^(\w+)(?::([^]*))?$/.exec(each.slice(at + 1)) ?? [];
    // Answers that have a column each, and are no one question.
    if (kind === 'apart') return { column: each.slice(0, at), together: false };
    return { column: each.slice(0, at), kind, ...(separator === undefined ? {} : { separator: separator === 'lines' ? '\n' : separator }) };
  });
}
/** Takes a questionnaire in from the command line: `import STUDY FILE --as survey`. */
export async function importSurveys(desk: Desk, engine: Engine, files: readonly string[], options: Options): Promise<ExitCode> {
  const said = (name: string): object => (options[name] === 'none' ? { [name]: null } : typeof options[name] === 'string' ? { [name]: options[name] } : {});
  const taken: OutputOf<'survey.import'>[] = [];
  for (const handle of files) {
    const done = await desk.ask<OutputOf<'survey.import'>>(engine, 'survey.import', {
      handle, ...said('id'), ...said('group'), ...said('attribute'), ...(typeof options['name'] === 'string' ? { name: options['name'] } : {}), ...(typeof options['encoding'] === 'string' ? { encoding: options['encoding'] } : {}),
      ...(typeof options['column'] === 'string' ? { columns: columnsSaid(options['column']) } : {}),
    });
    taken.push(done);
    if (!options['json']) desk.print(desk.words.say('cli.surveyTaken', { name: done.name, added: done.added, known: done.known, questions: done.questions, answers: done.answers, documents: done.documents.made }));
    if (done.misfits > 0) desk.tell(desk.words.say('cli.surveyMisfits', { count: done.misfits }));
  }
  if (options['json']) desk.printJson(taken.length === 1 ? taken[0] : taken);
  return exitCodes.done;
}
