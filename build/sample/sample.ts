import type { Facet, Role, ScaleStep } from '../../shared/model/schema.ts';

/** A code on a passage by a coder. Paths run from the root to the code; moments are ms since 1970. */
export interface SampleCoding {
  readonly document: string;
  /** UTF-16 units of the document's text. */
  readonly start: number;
  readonly end: number;
  readonly code: readonly string[];
  readonly facet: Facet;
  readonly coder: string;
  readonly rating: number | null;
  readonly party: readonly string[] | null;
  readonly counterparty: readonly string[] | null;
  /** '' where there is none. */
  readonly memo: string;
  readonly created: number;
}

/** A whole study as plain values, ready to be put into a study file. Everything refers to everything else by name. */
export interface Sample {
  readonly name: string;
  readonly description: string;
  readonly participants: readonly { readonly name: string; readonly role: Role; /** By attribute name; one without a value is left out. */ readonly values: Readonly<Record<string, string>> }[];
  readonly attributes: readonly { readonly name: string; readonly of: 'participants' | 'documents'; readonly kind: 'choice' | 'number' | 'date'; readonly choices: readonly string[] }[];
  /** Parents before their children. */
  readonly codes: readonly {
    readonly path: readonly string[];
    readonly facet: Facet;
    readonly definition: string;
    readonly include: string;
    readonly exclude: string;
    readonly example: string;
    readonly scale: readonly ScaleStep[];
  }[];
  readonly documents: readonly {
    readonly name: string;
    /** LF only. The first line says that the interview is made up; then one turn a line, without its label. */
    readonly text: string;
    readonly values: Readonly<Record<string, string>>;
    /** Spans in UTF-16 units of the text; times in ms of the recording, null where the transcript has none. */
    readonly turns: readonly { readonly start: number; readonly end: number; readonly participant: string; readonly label: string; readonly time: number | null }[];
  }[];
  readonly codings: readonly SampleCoding[];
}
