/**
 * What sharing programs put into the name of a file that changed in two places: "(Ana's conflicted copy 2026-11-22)", "-DESKTOP-AB12CD",
 * " (1)", "_冲突文件_…", ".sync-conflict-20261122-101500-ABCDEFG". Of two marks the last is taken off first.
 */
const marks: readonly RegExp[] = [
  /\s*[([][^()[\]]*(?:conflict|冲突|衝突|Konflikt|conflit|SFConflict)[^()[\]]*[)\]]$/iu,
  /[._ -]+sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/i,
  /_conflict-\d{8}-\d{4,6}$/i,
  /[._-]冲突(?:文件|副本|版本)?(?:[._ -].*)?$/u,
  /-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{4,12}(?:-\d+)?$/,
  /\s?[(（]\d{1,2}[)）]$/u,
];
/** The name, without its ending, of the file that this is a conflicted copy of; null where it is none. */
export function conflictCopyOf(stem: string): string | null {
  const whole = stem.normalize('NFC');
  let rest = whole;
  for (let before = ''; before !== rest;) {
    before = rest;
    for (const mark of marks) rest = rest.replace(mark, '') || rest;
  }
  return rest === whole ? null : rest;
}
