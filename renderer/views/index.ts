import type { FunctionComponent } from 'react';
import type { ViewName } from '../session.ts';
import { CodeView } from './code/CodeView.tsx';
import { ConflictsView } from './conflicts/ConflictsView.tsx';
import { ImportView } from './import/ImportView.tsx';
import { MemosView } from './memos/MemosView.tsx';
import { ParticipantsView } from './participants/ParticipantsView.tsx';
import { ReportView } from './report/ReportView.tsx';
import { ReplaceView } from './replace/ReplaceView.tsx';
import { SearchView } from './search/SearchView.tsx';
import { SurveyView } from './survey/SurveyView.tsx';
import { StakeholdersView } from './stakeholders/StakeholdersView.tsx';
import { TablesView } from './tables/TablesView.tsx';
import { WordsView } from './words/WordsView.tsx';

/** The views of the workbench. Those with a tab stand in the bar at the top, in this order. */
export interface View { readonly id: ViewName; readonly tab: boolean; readonly View: FunctionComponent }
export const views: readonly View[] = [
  { id: 'code', tab: true, View: CodeView },
  { id: 'tables', tab: true, View: TablesView },
  { id: 'stakeholders', tab: true, View: StakeholdersView },
  { id: 'conflicts', tab: true, View: ConflictsView },
  { id: 'survey', tab: true, View: SurveyView },
  { id: 'words', tab: true, View: WordsView },
  { id: 'report', tab: true, View: ReportView },
  { id: 'participants', tab: true, View: ParticipantsView },
  { id: 'search', tab: true, View: SearchView },
  { id: 'memos', tab: true, View: MemosView },
  { id: 'import', tab: false, View: ImportView },
  { id: 'replace', tab: false, View: ReplaceView },
];
export const viewNamed = (name: ViewName): View => views.find(({ id }) => id === name)!;
