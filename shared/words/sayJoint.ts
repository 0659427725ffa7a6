import type { JointMeasure, Place } from '../model/joint.ts';
import { measureWords, type QuestionKind } from '../model/survey.ts';
import type { Words } from './index.ts';

interface Shown { readonly measure: JointMeasure; readonly rows: readonly { readonly answer: string; readonly question: { readonly kind: QuestionKind } }[] }
const hasWhole = ({ rows }: Shown, kind: QuestionKind): boolean => rows.some(({ answer, question }) => answer === '' && question.kind === kind);
const scaleRules = { mean: 'survey.ruleScale.mean', median: 'survey.ruleScale.median' } as const satisfies Record<JointMeasure, string>;
/** Whether a scale is among the rows of a joint display: its groups have a mean or median. */
export const hasScale = (joint: Shown): boolean => hasWhole(joint, 'scale');
/** By which rules survey and interviews are held together, as far as the rows need them; each a sentence or more. */
export const jointRules = ({ say }: Words, joint: Shown): string[] => [say('survey.rule'), ...(hasScale(joint) ? [say(scaleRules[joint.measure])] : []), ...(hasWhole(joint, 'open') ? [say('survey.ruleOpen')] : [])];
/** A place among an answer's group; of a whole question (`of` groups were asked) among the groups. */
export const sayPlace = ({ say }: Words, { rank, tied }: Place, of: number | null): string =>
  (of === null ? say(tied ? 'survey.placeTied' : 'survey.place', { rank }) : say(tied ? 'survey.placeOfTied' : 'survey.placeOf', { rank, of }));
/** The mean or median of a group on a scale. */
export const sayCentre = (words: Words, measure: JointMeasure, centre: number): string => `${words.say(measureWords[measure])} ${words.number(centre, 2)}`;
