import { centres } from '../../../shared/model/ratings.ts';
import { SavedQuestions } from '../../parts/SavedQuestions.tsx';
import { nobodyRated, ways, type StakeholdersAsked, type Way } from './asked.ts';
import { questionOf, type Asked } from './useAsked.ts';

/** What was saved, as the view asks it; what cannot be read is as usual. */
function fromSaved(kind: Way, kept: unknown): Partial<StakeholdersAsked> {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof given[name] === 'string' ? given[name] : null);
  return {
    way: kind, dimension: text('dimension'), by: text('by'), x: text('x'), y: text('y'), split: text('split'), saved: text('saved'), speakers: given['speakers'] === 'all' ? 'all' : 'interviewees', subcodes: given['subcodes'] === true,
    centre: centres.find((centre) => centre === given['centre']) ?? nobodyRated.centre, least: typeof given['least'] === 'number' ? given['least'] : nobodyRated.least,
  };
}

/** Questions to the ratings that were given a name. */
export function SavedRatings({ asked }: { asked: Asked }) {
  const question = questionOf(asked);
  return <SavedQuestions kinds={ways} question={question && { kind: asked.wished.way, asked: question }} open={({ kind, asked: kept }) => { const way = ways.find((each) => each === kind); return way === undefined ? null : () => asked.set(fromSaved(way, kept)); }} />;
}
