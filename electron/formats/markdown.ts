/** Text as Markdown shows it: nothing that a person wrote may pass for a heading, a list or a link. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => `\\${mark}`)
  .replace(/^[^\S\n]+/gm, '').replace(/^([-+=])/gm, '\\$1').replace(/^(\d{1,9})([.)])/gm, '$1\\$2');
