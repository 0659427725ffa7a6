import type { FunctionComponent } from 'react';
import type { ViewName } from '../session.ts';
import { readLater } from '../parts/ReadLater.tsx';
import { CodeView } from './code/CodeView.tsx';

/** The views of the workbench. Those with a tab stand in the bar at the top, in this order. The desk is what a window opens with; the others are read when they are wanted. */
export interface View { readonly id: ViewName; readonly tab: boolean; readonly View: FunctionComponent; /** Reads its program, where that is not there yet. */ readonly ask?: () => void }
export const views: readonly View[] = [
  { id: 'code', tab: true, View: CodeView },
  { id: 'tables', tab: true, ...readLater(async () => (await import('./tables/TablesView.tsx')).TablesView) },
  { id: 'stakeholders', tab: true, ...readLater(async () => (await import('./stakeholders/StakeholdersView.tsx')).StakeholdersView) },
  { id: 'conflicts', tab: true, ...readLater(async () => (await import('./conflicts/ConflictsView.tsx')).ConflictsView) },
  { id: 'agreement', tab: true, ...readLater(async () => (await import('./agreement/AgreementView.tsx')).AgreementView) },
  { id: 'survey', tab: true, ...readLater(async () => (await import('./survey/SurveyView.tsx')).SurveyView) },
  { id: 'words', tab: true, ...readLater(async () => (await import('./words/WordsView.tsx')).WordsView) },
  { id: 'report', tab: true, ...readLater(async () => (await import('./report/ReportView.tsx')).ReportView) },
  { id: 'participants', tab: true, ...readLater(async () => (await import('./participants/ParticipantsView.tsx')).ParticipantsView) },
  { id: 'search', tab: true, ...readLater(async () => (await import('./search/SearchView.tsx')).SearchView) },
  { id: 'memos', tab: true, ...readLater(async () => (await import('./memos/MemosView.tsx')).MemosView) },
  { id: 'merge', tab: true, ...readLater(async () => (await import('./merge/MergeView.tsx')).MergeView) },
  { id: 'books', tab: false, ...readLater(async () => (await import('./books/BooksView.tsx')).BooksView) },
  { id: 'import', tab: false, ...readLater(async () => (await import('./import/ImportView.tsx')).ImportView) },
  { id: 'replace', tab: false, ...readLater(async () => (await import('./replace/ReplaceView.tsx')).ReplaceView) },
];
export const viewNamed = (name: ViewName): View => views.find(({ id }) => id === name)!;

/** Reads the views that are not there yet, one at a time, whenever the window has nothing else to do: whoever opens one waits for nothing. Answers with how to stop. */
export function readAhead(): () => void {
  const waiting = views.flatMap(({ ask }) => (ask === undefined ? [] : [ask]));
  const next = (): number => requestIdleCallback(() => {
    waiting.shift()?.();
    if (waiting.length > 0) idle = next();
  });
  let idle = next();
  return () => cancelIdleCallback(idle);
}
