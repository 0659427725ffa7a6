/** What is used of it; its own types ask for a browser's. */
declare module 'unpdf' {
  interface PdfItem { readonly str: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly hasEOL: boolean }
  export function extractTextItems(data: Uint8Array): Promise<{ totalPages: number; items: PdfItem[][] }>;
}
