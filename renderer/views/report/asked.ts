/** What the reports' view shows; of another study it is nothing. */
export interface ReportAsked { readonly study: string | null; readonly report: number | null; /** The part at hand. */ readonly part: number | null }
export const noReportAsked: ReportAsked = { study: null, report: null, part: null };
