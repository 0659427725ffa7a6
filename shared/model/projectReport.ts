/** What a file of another program holds that a study takes in, in the order in which a person is told. */
export const projectKinds = ['documents', 'participants', 'attributes', 'codes', 'codings', 'passages', 'memos', 'codeSets', 'coders'] as const;
export type ProjectKind = (typeof projectKinds)[number];

/**
 * What is worth saying of such a file, or of one that is written: nothing is dropped in silence. Their words stand in shared/words under
 * `exchange.note.<code>`; `count` says how many, `names` which.
 */
export const projectNoteCodes = [
  'ours', 'ours-changed', 'media-skipped', 'text-missing', 'text-from-rich', 'pdf-without-text', 'text-from-pdf', 'broken-characters', 'selections-merged',
  'codings-repeated', 'edges-moved', 'found-by-words', 'outside-text', 'empty-selections', 'area-found-by-words', 'area-without-text', 'whole-document', 'places-lost',
  'names-left', 'unknown-codes', 'unknown-coders', 'broken-references', 'same-guid', 'renamed', 'names-cut', 'not-in-standard', 'controls-removed',
  'cases-as-codes', 'case-without-place', 'groups-as-attributes', 'values-unreadable', 'notes-coded', 'codings-elsewhere', 'not-codable-coded',
  'turns-found', 'versions-left', 'part-too-long', 'file-left', 'rich-only', 'facets-as-sets', 'ratings-unseen', 'parties-unseen', 'scales-unseen',
  'wording-joined', 'turns-unseen', 'analyses-unseen', 'team-unseen', 'people-unseen', 'memos-as-notes', 'memos-unseen', 'parts-written', 'parts-not-written', 'files-written', 'file-not-kept', 'rich-stale', 'transcripts-apart',
  'documents-left', 'coders-left', 'memos-left', 'positions-units', 'controls-left', 'codebook-only', 'identity-given', 'without-ours',
] as const;
export type ProjectNoteCode = (typeof projectNoteCodes)[number];
export interface ProjectNote { readonly code: ProjectNoteCode; readonly count: number; /** The first of them by name; empty where they have none. */ readonly names: readonly string[] }

/** How a program counts positions in a text. */
export interface PositionRule {
  /** Astral characters (emoji, rare ideographs) count two, or one. */
  readonly unit: 'utf16' | 'codePoint';
  /** What a CR LF counts. */
  readonly lineEnd: 1 | 2;
  /** Whether a byte order mark at the beginning counts one. */
  readonly mark: 0 | 1;
  readonly end: 'exclusive' | 'inclusive';
}
/** The rule by which the selections of one text were read. */
export interface FoundRule extends PositionRule {
  readonly document: string;
  readonly selections: number;
  /** 'certain': the quotations that the file names stand there; 'likely': edges of words and lines speak for it; 'assumed': nothing in this text tells it from others. */
  readonly confidence: 'certain' | 'likely' | 'assumed';
  /** Share of edges that stand where people put them, 0 to 1, by this rule and by the next best that differs. */
  readonly score: number;
  readonly next: number | null;
}

export interface ProjectReport {
  readonly counts: Readonly<Record<ProjectKind, number>>;
  readonly rules: readonly FoundRule[];
  /** Parts that Concord has no place for: kept as they came, by element. */
  readonly kept: readonly { readonly element: string; readonly count: number }[];
  readonly notes: readonly ProjectNote[];
}

const mostNamed = 20;
/** Gathers what is to be said of a file. */
export function createNotes() {
  const notes = new Map<ProjectNoteCode, { count: number; names: string[] }>();
  return {
    say(code: ProjectNoteCode, name?: string, count = 1): void {
      const note = notes.get(code) ?? { count: 0, names: [] };
      notes.set(code, note);
      note.count += count;
      if (name !== undefined && name !== '' && note.names.length < mostNamed && !note.names.includes(name)) note.names.push(name);
    },
    list: (): ProjectNote[] => projectNoteCodes.flatMap((code) => (notes.has(code) ? [{ code, ...notes.get(code)! }] : [])),
  };
}
export type ProjectNotes = ReturnType<typeof createNotes>;
