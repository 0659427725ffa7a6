import { createInstance } from 'i18next';
import type { Problem, ProblemCode, ProblemRecord } from '../model/problem.ts';
import { en } from './en.ts';
import { sayFaults } from './sayFaults.ts';
import { zh } from './zh.ts';

/** All keys of the words, plural forms taken together: 'facet.theme', 'problem.not-a-study.what'. */
type Keys<T> = { [K in keyof T & string]: T[K] extends string ? (K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K) : `${K}.${Keys<T[K]>}` }[keyof T & string];
export type WordKey = Keys<typeof en>;
export type WordValues = Readonly<Record<string, string | number>>;

/** The languages of the program, each in its own name. A new one is a file beside en.ts and a line here. */
export const languages = [
  { id: 'en', name: 'English', tag: 'en', words: en },
  { id: 'zh', name: '简体中文', tag: 'zh-Hans', words: zh },
] as const;
export type Language = (typeof languages)[number]['id'];
/** The language of the program for a system or browser locale. */
export const languageFor = (locale: string): Language => (/^zh(?![a-z])/i.test(locale) ? 'zh' : 'en');

export interface Words {
  readonly language: Language;
  /** BCP 47, for `lang` attributes. */
  readonly tag: string;
  say(key: WordKey, values?: WordValues): string;
  /** Whether there are words for a key that was put together at run time. */
  has(key: string): key is WordKey;
  /** What a Problem says, and the way out. */
  problem(problem: Problem | ProblemRecord): { what: string; way: string };
  /** 1,309; a true minus for negative numbers. */
  number(value: number, digits?: number): string;
  /** 63 %; with decimals where asked. */
  percent(share: number, digits?: number): string;
  /** A moment (ms) as date and time, or as a date. */
  moment(at: number): string;
  date(at: number): string;
  /** How long ago a moment (ms) was, in minutes, hours or days. */
  ago(at: number, now: number): string;
  /** A time in a recording (ms) as h:mm:ss or mm:ss. */
  clock(time: number): string;
  list(items: readonly string[]): string;
}

export function createWords(language: Language): Words {
  const { tag } = languages.find(({ id }) => id === language)!;
  const instance = createInstance();
  void instance.init({
    lng: language, fallbackLng: false, initAsync: false, interpolation: { escapeValue: false }, returnNull: false,
    resources: Object.fromEntries(languages.map(({ id, words }) => [id, { translation: words }])),
  });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  // To make a format takes longer than to use it a hundred times.
  const formats = new Map<number, Intl.NumberFormat>();
  function formatOf(digits: number): Intl.NumberFormat {
    let format = formats.get(digits);
    if (!format) formats.set(digits, (format = new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' })));
    return format;
  }
  // What rounds to nothing has no sign.
  const number = (value: number, digits = 0) => formatOf(digits).format(value).replace('-', '\u2212');
  const say = (key: WordKey, values: WordValues = {}) => {
    const told = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' && name !== 'count' ? number(value, Number.isInteger(value) ? 0 : 2) : value]));
    return instance.t(key, { ...told, ...(typeof values['count'] === 'number' ? { number: number(values['count']) } : {}) });
  };
  return {
    language, tag, say, number,
    has: (key): key is WordKey => instance.exists(key) || instance.exists(key, { count: 1 }),
    problem(problem) {
      const code = 'problem' in problem ? problem.problem : problem.code;
      const { reason, faults } = problem.values;
      // A Problem about many things gives the first of them as its reason.
      const given = typeof faults === 'string' ? { ...problem.values, what: sayFaults({ say, language }, faults) } : problem.values;
      const values = reason === undefined ? given : { ...given, why: say(`problem.${reason as ProblemCode}.what`, problem.values) };
      return { what: say(`problem.${code}.what`, values), way: say(`problem.${code}.way`, values) };
    },
    percent: (share, digits = 0) => `${number(share * 100, digits)}${language === 'zh' ? '%' : ' %'}`,
    moment: (at) => moment.format(at),
    date: (at) => date.format(at),
    ago(at, now) {
      const minutes = Math.max(0, Math.floor((now - at) / 60_000));
      return minutes === 0 ? ago.format(0, 'second') : minutes < 60 ? ago.format(-minutes, 'minute') : minutes < 1440 ? ago.format(-Math.floor(minutes / 60), 'hour') : ago.format(-Math.floor(minutes / 1440), 'day');
    },
    clock(time) {
      const seconds = Math.floor(time / 1000);
      const two = (value: number) => String(value).padStart(2, '0');
      const hours = Math.floor(seconds / 3600);
      return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    },
    list: (items) => list.format(items),
  };
}
