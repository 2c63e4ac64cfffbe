/** How newspapers begin or word a correction of the article it stands under. */
const NOTES: readonly RegExp[] = [
  /^\W*(?:corrections?(?:\s+appended)?|clarifications?|editor['’]?s['’]? (?:note|correction)|correction note|erratum|korrektur|berichtigung|fe de errores|rectificatif)\s*(?:\([^)]{1,60}\))?\s*(?:[:.–—-]|$)/iu,
  /^\W*(?:an|a previous|a prior|the original|the print|the) (?:earlier |previous |original |prior )?version of (?:this|the) (?:article|story|post|report|piece|headline|caption)\b/iu,
  /^\W*(?:this|the) (?:article|story|post|report|piece|headline|caption) (?:has been|was|is being) (?:corrected|amended|updated|clarified|changed|edited|revised)\b/iu,
  /^\W*(?:this|the) (?:article|story|post|report|piece) (?:originally |earlier |previously |incorrectly |mistakenly |misstated|misspelled|misidentified)/iu,
];

/** Notes that say a text was changed but correct nothing. */
const MERE_UPDATE = /\bupdated (?:to include|with|throughout|to reflect (?:comment|new))/iu;

const NOT_A_CORRECTION =
  /^\W*editor['’]?s['’]? note\s*[:.–—-]\s*(?!.*\b(?:correct|incorrect|misstat|misspel|misidentif|clarif|error|earlier version|previous version|has been (?:updated|changed|amended)))/isu;

/** Longer notes than this are taken for a part of the story, in UTF-16 units. */
const LONGEST = 900;

/** Whether a paragraph is a note about the article itself, apart from its story. */
export function isCorrectionNote(line: string): boolean {
  return (
    line.length <= LONGEST && NOTES.some((pattern) => pattern.test(line)) && !NOT_A_CORRECTION.test(line)
  );
}

/** Whether a line only announces the note that the next one holds: `CORRECTION:`. */
export function isCorrectionLabel(line: string): boolean {
  return /^\W*(?:correction|clarification|editor['’]?s note|erratum|korrektur)s?\s*:\W*$/iu.test(line);
}

/** Whether such a note corrects something, and does not only say that comments were added. */
export function correctsSomething(line: string): boolean {
  return line.split(/\s+/).length > 3 && !MERE_UPDATE.test(line);
}
