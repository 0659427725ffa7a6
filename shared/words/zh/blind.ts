/** 盲编时，关于看不到的他人编码所说的话。 */
export const blind = {
  alsoChange_other: '他人的 {{number}} 条编码（您看不到）也会随之改变。', alsoGo_other: '他人的 {{number}} 条编码（您看不到）也会一并删除。',
  othersStay_other: '他人的 {{number}} 条编码（您看不到）仍留在“{{code}}”。', alsoOff_other: '不在量表上的还有他人的 {{number}} 个评分（您看不到）。',
  others_other: '他人的 {{number}} 条编码（您看不到）',
  countedBy: '{{what}}（编码员：{{coder}}）', noneOfYours: '您还没有用它编码过。',
};
