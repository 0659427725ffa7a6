import type { Role } from '../../shared/model/schema.ts';
import type { NoteCode, ProblemValues } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** A turn as a reader found it: a span of the reading's text in UTF-16 units, its label and times lifted out of that text. */
export interface ReadTurn {
  readonly start: number;
  readonly end: number;
  /** The speaker's label without its punctuation, as it stood where it came first; '' where none was found. */
  readonly label: string;
  /** When the turn begins and ends in the recording, ms; null where the file does not say. */
  readonly time: number | null;
  readonly timeEnd: number | null;
  /** What was taken out of the text in front of the turn ("林：", "[00:00:05] Ana Ruiz: "), to be shown struck out. */
  readonly lifted: string;
  /** The same for what stood behind the turn: a time stamp at the end of the paragraph, a program's last line. */
  readonly liftedAfter: string;
}
/** A speaker's label, all its spellings taken together. */
export interface ReadLabel {
  readonly label: string;
  readonly turns: number;
  /** Proposed, never more. */
  readonly role: Role;
  /** A word for anybody ("Interviewer", "R1", 受访者, 说话人2): the same label in another file may be another person. */
  readonly generic: boolean;
  /** Whether it counts as a speaker; those that do not (a heading, say) stay in the text, and can be switched on. */
  readonly speaker: boolean;
}
/** Something worth saying about a file that could be read. */
export interface Note { readonly code: NoteCode; readonly values: ProblemValues }

/** What a reader found in a file, before anybody has confirmed it. */
export interface Reading {
  /** Id of the format. */
  readonly format: string;
  /** For people: 'UTF-8', 'UTF-16 LE', 'GB18030', 'Windows-1252', 'Word'. */
  readonly encoding: string;
  /** False where the encoding was guessed and should be looked at. */
  readonly sure: boolean;
  /** LF only; without the labels and times that became turns. */
  readonly text: string;
  readonly turns: readonly ReadTurn[];
  readonly labels: readonly ReadLabel[];
  /** Which way of writing speakers was found ('none' for none), and which others were possible. */
  readonly pattern: string;
  readonly patterns: readonly string[];
  readonly notes: readonly Note[];
}
/** What a person chose in the preview instead of what was found. */
export interface ReadChoices {
  readonly encoding?: string;
  readonly pattern?: string;
  /** Labels to treat as speakers, or as text, against the reader's judgement. */
  readonly speakers?: readonly string[];
  readonly notSpeakers?: readonly string[];
}

/** A kind of file that interviews come in. Reading is all or nothing: a Problem that names the file, or a Reading. */
export interface TranscriptFormat {
  readonly id: string;
  /** Without the dot, lower case. */
  readonly extensions: readonly string[];
  read(file: IncomingFile, choices: ReadChoices): Promise<Reading>;
}
